"""Passwords of the agency's directory: asked over TLS only, for accounts that exist here only."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from support import ldap
from support.cast import Cast
from thammuu.apps.accounts import directory
from thammuu.apps.organisations import demo
from thammuu.settings.sign_in import Directory
from thammuu.settings.sign_in import directory as configured

# ldap3 leaves the socket of a refused connection to the garbage collector.
pytestmark = [
    pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]
DOOR = "/tai-khoan/dang-nhap/"
PEOPLE = {"uid=lan,ou=people,dc=so": "mat khau thu muc", "uid=khach,ou=people,dc=so": "mat khau thu muc"}
NAME = "uid={username},ou=people,dc=so"


@pytest.fixture(params=["ldaps", "ldap"])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[ldap.Directory]:
    """A directory spoken to over TLS from the first byte, or after StartTLS."""
    with ldap.running(tmp_path, PEOPLE, ldaps=request.param == "ldaps") as running:
        running.scheme = request.param  # type: ignore[attr-defined]
        yield running


@pytest.fixture
def used(server: ldap.Directory, settings: LazySettings, cast: Cast) -> ldap.Directory:
    """The installation asks that directory."""
    settings.THAMMUU_DIRECTORY = trusted(server)
    backend = "thammuu.apps.accounts.directory.DirectoryBackend"
    first, *others = settings.AUTHENTICATION_BACKENDS
    settings.AUTHENTICATION_BACKENDS = [first, backend, *others]
    return server


def trusted(server: Any) -> Directory:
    return Directory(f"{server.scheme}://localhost:{server.port}", NAME, str(server.authority))


def sign_in(username: str, password: str) -> bool:
    return Client().post(DOOR, {"login": username, "password": password}).status_code == 302


def test_the_password_of_the_directory_opens_the_account(used: ldap.Directory) -> None:
    assert sign_in("lan", "mat khau thu muc")
    assert sign_in("LAN@thammuu.example", "mat khau thu muc")
    assert not sign_in("lan", "mat khau khac")


def test_nothing_is_said_in_the_clear(used: ldap.Directory) -> None:
    assert sign_in("lan", "mat khau thu muc")
    assert used.asked[-1] == "bind over tls"
    assert "bind in the clear" not in used.asked


def test_the_local_password_still_opens_it_when_the_directory_does_not_take_it(used: ldap.Directory) -> None:
    assert sign_in("lan", demo.PASSWORD)


def test_a_stranger_of_the_directory_gets_no_account(used: ldap.Directory) -> None:
    accounts = User.objects.count()
    assert not sign_in("khach", "mat khau thu muc")
    assert User.objects.count() == accounts
    assert used.asked == []


def test_an_account_switched_off_is_not_even_asked_about(used: ldap.Directory) -> None:
    User.objects.filter(username="lan").update(is_active=False)
    assert not sign_in("lan", "mat khau thu muc")
    assert used.asked == []


def test_an_empty_password_proves_nothing(used: ldap.Directory) -> None:
    """Servers take a bind without a password as one of nobody (RFC 4513, 5.1.2)."""
    assert directory.DirectoryBackend().authenticate(None, username="lan", password="") is None
    assert used.asked == []


def test_a_server_whose_certificate_nobody_vouches_for_is_told_no_password(
    server: ldap.Directory, caplog: pytest.LogCaptureFixture
) -> None:
    stranger = Directory(trusted(server).url, NAME, None)
    with caplog.at_level(logging.WARNING):
        assert not directory.binds(stranger, "lan", "mat khau thu muc")
    assert [words for words in server.asked if words.startswith("bind")] == []
    assert "could not be asked" in caplog.text
    assert "mat khau" not in caplog.text


def test_a_directory_that_is_away_lets_nobody_in_and_stops_nobody_else(
    used: ldap.Directory, settings: LazySettings
) -> None:
    settings.THAMMUU_DIRECTORY = Directory("ldaps://127.0.0.1:9", NAME, None)
    assert not sign_in("lan", "mat khau thu muc")
    assert sign_in("lan", demo.PASSWORD)


def test_a_name_cannot_climb_out_of_its_place() -> None:
    asked = Directory("ldaps://may", NAME, None)
    assert directory.name_of(asked, "lan,ou=quan-tri") == r"uid=lan\,ou\=quan-tri,ou=people,dc=so"
    assert directory.name_of(Directory("ldaps://may", "{username}@so.local", None), "lan") == "lan@so.local"


def test_without_the_extra_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "ldap3"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "ldap3", None)
    with pytest.raises(ImproperlyConfigured, match=r"thammuu\[ldap\]"):
        directory.ldap()


@pytest.mark.parametrize(
    "environ",
    [
        {"THAMMUU_LDAP_URL": "http://may", "THAMMUU_LDAP_NAME": NAME},
        {"THAMMUU_LDAP_URL": "ldaps://may", "THAMMUU_LDAP_NAME": "uid=lan"},
        {"THAMMUU_LDAP_URL": "ldaps://may"},
    ],
)
def test_half_a_configuration_does_not_start(environ: dict[str, str]) -> None:
    with pytest.raises(ImproperlyConfigured):
        configured(environ)


def test_without_settings_there_is_no_directory() -> None:
    assert configured({}) is None
