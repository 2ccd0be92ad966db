"""What every installation shares. One room for each thing: database in `database`, safety at start in `safety`."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from thammuu.settings.database import database
from thammuu.settings.mail import mail
from thammuu.settings.sign_in import directory, openid_providers
from thammuu.settings.storage import files
from thammuu.settings.tasks import tasks

PACKAGE = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("THAMMUU_HOME", "var")).resolve()
"""Everything this installation keeps: database, files, collected static files."""

DEFAULT_SECRET_KEY = "chi-dung-khi-phat-trien-khong-dung-khi-van-hanh"  # noqa: S105  refused in production
SECRET_KEY = os.environ.get("THAMMUU_SECRET_KEY", DEFAULT_SECRET_KEY)
DEBUG = False
PRODUCTION = False
ALLOWED_HOSTS = [host for host in os.environ.get("THAMMUU_HOSTS", "").split(",") if host] or [
    "127.0.0.1",
    "localhost",
    "[::1]",
]

THAMMUU_FILES = files(os.environ, HOME)

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "axes",
    "csp",
    "django_htmx",
    "template_partials",
    "django_tasks",
    "django_tasks_db",
    "thammuu.apps.journal",
    "thammuu.apps.files",
    "thammuu.apps.jobs",
    "thammuu.apps.search",
    "thammuu.apps.organisations",
    "thammuu.apps.accounts",
    "thammuu.apps.notifications",
    "thammuu.apps.instruments",
    "thammuu.apps.documents",
    "thammuu.apps.dossiers",
    "thammuu.apps.records",
    "thammuu.apps.drafting",
    "thammuu.apps.coverage",
    "thammuu.apps.programme",
    "thammuu.apps.operations",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    # Before WhiteNoise, which answers by itself: static files carry the same headers as pages.
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # A long dossier is half a megabyte of tables; Django pads the answer so that its size tells nothing.
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "thammuu.web.fragments.WholePageRedirectMiddleware",
    "thammuu.apps.organisations.middleware.ActorMiddleware",
    # Before the rules that end a session: they say so in its language.
    "thammuu.web.accounts.middleware.LanguageMiddleware",
    "thammuu.web.accounts.middleware.SessionRulesMiddleware",
    "thammuu.apps.organisations.middleware.FirstPasswordMiddleware",
    "thammuu.web.accounts.middleware.SecondFactorMiddleware",
    "thammuu.apps.organisations.middleware.PrivateAnswerMiddleware",
    "thammuu.web.refusals.RefusalMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "thammuu.urls"
WSGI_APPLICATION = "thammuu.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "thammuu.apps.organisations.context.clock",
            ],
            "libraries": {
                "acts": "thammuu.web.templatetags.acts",
                "administration": "thammuu.web.templatetags.administration",
                "coverage": "thammuu.web.templatetags.coverage",
                "desk": "thammuu.web.templatetags.desk",
                "drafting": "thammuu.web.templatetags.drafting",
                "instruments": "thammuu.web.templatetags.instruments",
                "opening": "thammuu.web.templatetags.opening",
                "programme": "thammuu.web.templatetags.programme",
                "sessions": "thammuu.web.templatetags.sessions",
                "spoken": "thammuu.web.templatetags.spoken",
                "states": "thammuu.web.templatetags.states",
                "vietnamese": "thammuu.web.templatetags.vietnamese",
            },
        },
    },
]

# No ATOMIC_REQUESTS: on SQLite with IMMEDIATE transactions every page view would take the one write lock.
DATABASES = {"default": database(os.environ, HOME)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = tasks(os.environ)

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True

STATIC_URL = "tinh/"
STATIC_ROOT = HOME / "static"
STATICFILES_DIRS = [PACKAGE / "web" / "static"]

# Accounts: made by an administrator, never by the visitor.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
THAMMUU_DIRECTORY = directory(os.environ)
if THAMMUU_DIRECTORY:
    AUTHENTICATION_BACKENDS.insert(1, "thammuu.apps.accounts.directory.DirectoryBackend")
SOCIALACCOUNT_PROVIDERS = openid_providers(os.environ)
SOCIALACCOUNT_ADAPTER = "thammuu.web.accounts.openid.KnownOfficers"
SOCIALACCOUNT_STORE_TOKENS = False
# Roles whose holders work only with a second factor, e.g. "administrator,leader".
THAMMUU_SECOND_FACTOR_FOR = frozenset(
    filter(None, os.environ.get("THAMMUU_SECOND_FACTOR_FOR", "").split(","))
)
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "thammuu.web.accounts.adapter.LocalAccounts"
ACCOUNT_FORMS = {
    "login": "thammuu.web.accounts.forms.LoginForm",
    "change_password": "thammuu.web.accounts.forms.ChangePasswordForm",
    "reauthenticate": "thammuu.web.accounts.forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = False
# Counting wrong passwords is the business of axes, by (user name, address): a whole office stands behind one address.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": False}
MFA_ADAPTER = "thammuu.web.accounts.adapter.LocalAuthenticators"
MFA_FORMS = {
    "authenticate": "thammuu.web.accounts.forms.CodeForm",
    "reauthenticate": "thammuu.web.accounts.forms.ReauthenticateCodeForm",
    "activate_totp": "thammuu.web.accounts.forms.ActivateTotpForm",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Tham mưu"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "thammuu.web.accounts.passwords.LongEnough", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_USERNAME_CALLABLE = "thammuu.apps.organisations.accounts.counted_name"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_CALLABLE = "thammuu.web.errors.locked_out"
AXES_RESET_ON_SUCCESS = True
# X-Forwarded-For is believed only where production.py is told how many proxies stand in front.
AXES_IPWARE_PROXY_COUNT = 0
AXES_IPWARE_META_PRECEDENCE_ORDER = ["REMOTE_ADDR"]

# Browser.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    },
}
SECURE_CONTENT_TYPE_NOSNIFF = True
# Not "no-referrer": browsers would then send `Origin: null` with every form, which the CSRF check refuses.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_ENGINE = "thammuu.apps.accounts.store"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
THAMMUU_IDLE_SECONDS = 60 * int(os.environ.get("THAMMUU_IDLE_MINUTES", "60"))
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_FAILURE_VIEW = "thammuu.web.errors.csrf_failed"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
# A programme of a province is confirmed on one page: a box for every item that is left out.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 6_000
FILE_UPLOAD_PERMISSIONS = 0o640

# Nothing leaves the machine unless an installation names a mail server.
globals().update(mail(os.environ))

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
