"""For people's work. `safety` refuses to start it with a default secret, DEBUG, an unsafe database or an old schema."""

from __future__ import annotations

import os

from thammuu.settings.base import *  # noqa: F403

PRODUCTION = True
DEBUG = False

_TLS = os.environ.get("THAMMUU_TLS", "1") == "1"
SECURE_SSL_REDIRECT = _TLS
SESSION_COOKIE_SECURE = _TLS
CSRF_COOKIE_SECURE = _TLS
SESSION_COOKIE_NAME = "__Host-session" if _TLS else "session"
CSRF_COOKIE_NAME = "__Host-csrf" if _TLS else "csrf"
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _TLS else 0
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
AXES_IPWARE_PROXY_COUNT = int(os.environ.get("THAMMUU_PROXIES", "0"))
if AXES_IPWARE_PROXY_COUNT:
    AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR", "REMOTE_ADDR"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
