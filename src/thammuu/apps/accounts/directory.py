"""Passwords checked by the agency's LDAP directory. Needs the extra `thammuu[ldap]`; the account must exist here.

The directory is asked one thing, over TLS with its certificate checked: whether this name and password bind.
"""

from __future__ import annotations

import logging
import ssl
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest

from thammuu.apps.accounts.identities import account_named

if TYPE_CHECKING:
    from thammuu.settings.sign_in import Directory

_PATIENCE = 5
"""Seconds for connecting and for an answer; the visitor waits meanwhile."""
_log = logging.getLogger(__name__)


class DirectoryBackend(ModelBackend):
    """An officer's account opens with the password of the directory."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        email: str | None = None,
        **_: Any,
    ) -> AbstractBaseUser | None:
        """The account, if the directory takes its name with this password; else the next backend decides."""
        # A bind without a password succeeds anonymously (RFC 4513, 5.1.2): it would prove nothing.
        if not password:
            return None
        account = account_named("username", username or "") or account_named("email", email or "")
        if account is None or not self.user_can_authenticate(account):
            return None
        return account if binds(settings.THAMMUU_DIRECTORY, account.get_username(), password) else None


def binds(directory: Directory, username: str, password: str) -> bool:
    """Whether the directory takes this pair. False, with a line in the log, when it cannot be asked."""
    ldap3 = ldap()
    asked = connection(directory, name_of(directory, username), password)
    try:
        if directory.url.startswith("ldap://"):
            asked.start_tls(read_server_info=False)
        return asked.bind(read_server_info=False)
    except ldap3.core.exceptions.LDAPException as fault:
        _log.warning("directory %s could not be asked: %s", directory.url, type(fault).__name__)
        return False
    finally:
        with suppress(ldap3.core.exceptions.LDAPException):
            asked.unbind()


def name_of(directory: Directory, username: str) -> str:
    """The user name as the directory writes it; what has a meaning in a distinguished name is escaped."""
    escaped = ldap().utils.dn.escape_rdn(username) if "=" in directory.name else username
    return directory.name.format(username=escaped)


def connection(directory: Directory, name: str, password: str) -> Any:
    """A connection not yet opened, whose server must show a certificate that holds."""
    ldap3 = ldap()
    tls = ldap3.Tls(validate=ssl.CERT_REQUIRED, ca_certs_file=directory.authority)
    server = ldap3.Server(directory.url, tls=tls, get_info=ldap3.NONE, connect_timeout=_PATIENCE)
    return ldap3.Connection(server, name, password, receive_timeout=_PATIENCE, auto_referrals=False)


def ldap() -> Any:
    """ldap3, imported when it is needed: most installations do without."""
    try:
        import_module("ldap3.utils.dn")
        return import_module("ldap3")
    except ModuleNotFoundError as fault:
        raise ImproperlyConfigured(
            "THAMMUU_LDAP_URL đã đặt nhưng chưa cài phần LDAP. Chạy: pip install 'thammuu[ldap]'"
        ) from fault
