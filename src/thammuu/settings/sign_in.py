"""How people sign in besides local accounts: the agency's own identity provider (OIDC) or directory (LDAP).

Both are off, and nothing leaves the machine, unless the environment names them. Names of variables: docs/howto/operate.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_THIS_MACHINE = ("127.0.0.1", "::1", "localhost")
_CLAIMS = {"email": "email", "username": "preferred_username"}
"""By what an account is found the first time, and the claim of OpenID Connect Core 1.0 §5.1 that says it."""


@dataclass(frozen=True, slots=True)
class Directory:
    """An LDAP server that checks passwords; it is always asked over TLS."""

    url: str
    """`ldaps://…`, or `ldap://…` with StartTLS before anything is said."""
    name: str
    """How a user name is written there, e.g. `uid={username},ou=people,dc=so` or `{username}@so.local`."""
    authority: str | None
    """File with the certificate that the server's is checked against; None: those of the system."""


def openid_providers(environ: Mapping[str, str]) -> dict[str, Any]:
    """SOCIALACCOUNT_PROVIDERS: one provider, or none where THAMMUU_OIDC_ISSUER is not set."""
    issuer = environ.get("THAMMUU_OIDC_ISSUER", "").rstrip("/")
    if not issuer:
        return {}
    _demand(_safe(issuer), "THAMMUU_OIDC_ISSUER phải bắt đầu bằng https://")
    _demand(
        bool(environ.get("THAMMUU_OIDC_CLIENT")),
        "Thiếu THAMMUU_OIDC_CLIENT (mã ứng dụng do nơi cấp tài khoản cấp)",
    )
    match = environ.get("THAMMUU_OIDC_MATCH", "email")
    _demand(match in _CLAIMS, "THAMMUU_OIDC_MATCH chỉ nhận email hoặc username")
    app = {
        # The issuer itself: a subject means nothing without it, and another issuer must not inherit its accounts.
        "provider_id": issuer,
        "name": environ.get("THAMMUU_OIDC_LABEL", "Đăng nhập bằng tài khoản của cơ quan"),
        "client_id": environ["THAMMUU_OIDC_CLIENT"],
        "secret": environ.get("THAMMUU_OIDC_SECRET", ""),
        "settings": {
            "server_url": issuer,
            "oauth_pkce_enabled": True,
            "match": match,
            "claim": environ.get("THAMMUU_OIDC_CLAIM", _CLAIMS[match]),
        },
    }
    return {"openid_connect": {"APPS": [app]}}


def directory(environ: Mapping[str, str]) -> Directory | None:
    """The directory of THAMMUU_LDAP_URL; None where it is not set."""
    url = environ.get("THAMMUU_LDAP_URL", "")
    if not url:
        return None
    _demand(
        urlsplit(url).scheme in ("ldap", "ldaps"), "THAMMUU_LDAP_URL phải có dạng ldaps://máy hoặc ldap://máy"
    )
    name = environ.get("THAMMUU_LDAP_NAME", "")
    _demand(
        "{username}" in name, "THAMMUU_LDAP_NAME phải chứa {username}, ví dụ uid={username},ou=people,dc=so"
    )
    return Directory(url, name, environ.get("THAMMUU_LDAP_CA") or None)


def _safe(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in _THIS_MACHINE)


def _demand(holds: bool, words: str) -> None:
    if not holds:
        raise ImproperlyConfigured(f"{words}. Xem docs/howto/operate.md, mục Đăng nhập.")
