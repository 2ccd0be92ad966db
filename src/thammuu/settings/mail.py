"""The mail server, named by the environment; without one nothing is mailed and people are told on the page only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ImproperlyConfigured

TIMEOUT_SECONDS = 10
"""A server that says nothing for so long is taken for down, and the mail is tried again later."""


def mail(environ: Mapping[str, str]) -> dict[str, Any]:
    """Django's settings for mail from EMAIL_HOST, _PORT, _HOST_USER, _HOST_PASSWORD, _SECURITY, _FROM.

    EMAIL_SECURITY is "starttls" (the default), "tls" or "none". THAMMUU_ADDRESS is where people open the application
    ("https://thammuu.example.vn"), for links in mails. Raises ImproperlyConfigured.
    """
    host = environ.get("EMAIL_HOST", "")
    security = environ.get("EMAIL_SECURITY", "starttls")
    if security not in ("starttls", "tls", "none"):
        raise ImproperlyConfigured("EMAIL_SECURITY phải là starttls, tls hoặc none.")
    return {
        "THAMMUU_MAIL": bool(host),
        "THAMMUU_ADDRESS": environ.get("THAMMUU_ADDRESS", "").rstrip("/"),
        "EMAIL_BACKEND": f"django.core.mail.backends.{'smtp' if host else 'console'}.EmailBackend",
        "EMAIL_HOST": host,
        "EMAIL_PORT": int(environ.get("EMAIL_PORT", "465" if security == "tls" else "587")),
        "EMAIL_HOST_USER": environ.get("EMAIL_HOST_USER", ""),
        "EMAIL_HOST_PASSWORD": environ.get("EMAIL_HOST_PASSWORD", ""),
        "EMAIL_USE_TLS": security == "starttls",
        "EMAIL_USE_SSL": security == "tls",
        "EMAIL_TIMEOUT": TIMEOUT_SECONDS,
        "DEFAULT_FROM_EMAIL": environ.get("EMAIL_FROM", "tham-muu@localhost"),
    }
