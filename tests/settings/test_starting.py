"""An unsafe installation does not start, and says what to do about it."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.core.management import call_command
from django.db import ConnectionHandler, connection
from django.db.backends.base.base import BaseDatabaseWrapper

from thammuu.settings import safety
from thammuu.settings.base import DEFAULT_SECRET_KEY
from thammuu.settings.database import POSTGRESQL, database, postgresql, sqlite, wal_is_safe

GOOD_SECRET = "x" * 50
Change = Callable[[dict[str, Any]], object]


def configured(static: Path, **changes: Any) -> SimpleNamespace:
    """A sound production configuration, changed so."""
    sound = {"PRODUCTION": True, "DEBUG": False, "SECRET_KEY": GOOD_SECRET, "STATIC_ROOT": static}
    return SimpleNamespace(**sound | changes)


@pytest.fixture
def static(tmp_path: Path) -> Path:
    """Collected static files, as far as the check looks."""
    (tmp_path / "staticfiles.json").touch()
    return tmp_path


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, []),
        ({"SECRET_KEY": DEFAULT_SECRET_KEY}, ["settings.default_secret"]),
        ({"SECRET_KEY": "ngắn"}, ["settings.default_secret"]),
        ({"DEBUG": True}, ["settings.debug_on"]),
        ({"DEBUG": True, "SECRET_KEY": ""}, ["settings.default_secret", "settings.debug_on"]),
        ({"STATIC_ROOT": "/nowhere"}, ["settings.static_files_missing"]),
        ({"PRODUCTION": False, "DEBUG": True, "SECRET_KEY": DEFAULT_SECRET_KEY}, []),
    ],
)
def test_production_refuses_a_known_secret_debug_and_bare_pages(
    static: Path, changes: dict[str, Any], codes: list[str]
) -> None:
    assert [fault.code for fault in safety.configuration_faults(configured(static, **changes))] == codes


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Callable[[Change], BaseDatabaseWrapper]]:
    """A connection to a new SQLite file, configured as ours are but for one change."""
    handlers: list[ConnectionHandler] = []

    def open_changed(change: Change) -> BaseDatabaseWrapper:
        options = sqlite(tmp_path / "thammuu.sqlite3")
        change(options)
        handlers.append(ConnectionHandler({"default": options}))
        return handlers[-1]["default"]

    yield open_changed
    for handler in handlers:
        handler.close_all()


def pragma(words: str) -> Change:
    """Open the database with this pragma after our own."""

    def change(options: dict[str, Any]) -> None:
        options["OPTIONS"]["init_command"] += f"PRAGMA {words};"

    return change


def test_the_mode_we_configure_is_the_mode_we_read_back(
    opened: Callable[[Change], BaseDatabaseWrapper], django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock():
        assert list(safety.sqlite_faults(opened(lambda _: None))) == []


@pytest.mark.parametrize(
    ("change", "word"),
    [
        (pragma("journal_mode=OFF"), "journal_mode=OFF"),
        (pragma("journal_mode=MEMORY"), "journal_mode=MEMORY"),
        (pragma("synchronous=NORMAL"), "synchronous"),
        (pragma("synchronous=OFF"), "synchronous"),
        (pragma("foreign_keys=OFF"), "foreign_keys"),
        (lambda options: options["OPTIONS"].pop("transaction_mode"), "IMMEDIATE"),
        (lambda options: options["OPTIONS"].update(transaction_mode="DEFERRED"), "IMMEDIATE"),
    ],
)
def test_a_mode_that_can_lose_work_is_refused(
    opened: Callable[[Change], BaseDatabaseWrapper], django_db_blocker: Any, change: Change, word: str
) -> None:
    with django_db_blocker.unblock():
        (fault,) = safety.sqlite_faults(opened(change))
    assert word in fault.message


@pytest.mark.skipif(wal_is_safe(sqlite3.sqlite_version_info), reason="this SQLite has the WAL-reset fix")
def test_wal_is_refused_on_a_sqlite_without_the_fix(
    opened: Callable[[Change], BaseDatabaseWrapper], django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock():
        (fault,) = safety.sqlite_faults(opened(pragma("journal_mode=WAL")))
    assert "WAL-reset" in fault.message


@pytest.mark.parametrize(
    ("version", "safe"),
    [
        ((3, 40, 1), False),
        ((3, 44, 5), False),
        ((3, 44, 6), True),
        ((3, 45, 0), False),
        ((3, 50, 6), False),
        ((3, 50, 7), True),
        ((3, 51, 2), False),
        ((3, 51, 3), True),
        ((4, 0, 0), True),
    ],
)
def test_wal_is_for_versions_with_the_fix_only(version: tuple[int, ...], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_a_network_disk_is_recognised_by_the_longest_mount_point(tmp_path: Path) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text("disk / ext4 rw 0 0\nserver:/x /srv nfs4 rw 0 0\ntmp /srv/local tmpfs rw 0 0\n")
    kinds = [safety.file_system_of(Path(path), str(mounts)) for path in ("/srv/a", "/srv/local/a", "/srvx/a")]
    assert kinds == ["nfs4", "tmpfs", "ext4"]


def test_tables_that_are_not_there_yet_are_refused(
    opened: Callable[[Change], BaseDatabaseWrapper], django_db_blocker: Any
) -> None:
    with django_db_blocker.unblock():
        (fault,) = safety.schema_faults(opened(lambda _: None))
    assert (fault.code, "thammuu manage migrate" in fault.message) == ("settings.schema_behind", True)


def test_tables_of_a_newer_version_are_refused(db: None) -> None:
    assert list(safety.schema_faults(connection)) == []
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('dossiers', '0999_future', '2030-01-01')"
        )
    (fault,) = safety.schema_faults(connection)
    assert (fault.code, "dossiers.0999_future" in fault.message) == ("settings.schema_ahead", True)


def test_every_page_in_a_transaction_is_refused(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(connection.settings_dict, "ATOMIC_REQUESTS", True)
    assert any("ATOMIC_REQUESTS" in fault.message for fault in safety.database_faults(connection))


def test_a_database_that_does_not_answer_is_told(tmp_path: Path, django_db_blocker: Any) -> None:
    handler = ConnectionHandler({"default": sqlite(tmp_path / "không có" / "x.sqlite3")})
    with django_db_blocker.unblock():
        (fault,) = safety.database_faults(handler["default"])
    assert fault.code == "settings.database_away"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://an:m%40t@db.local:5433/tham%20muu?sslmode=require",
            {"NAME": "tham muu", "USER": "an", "PASSWORD": "m@t", "HOST": "db.local", "PORT": "5433"},
        ),
        (
            "postgres://postgres@/postgres?host=%2Frun%2Fpg",
            {"NAME": "postgres", "USER": "postgres", "PASSWORD": "", "HOST": "/run/pg", "PORT": ""},
        ),
    ],
)
def test_an_address_names_a_postgresql(url: str, expected: dict[str, str]) -> None:
    found = postgresql(url)
    assert {name: found[name] for name in expected} == expected
    assert ("sslmode" in found["OPTIONS"]) is ("sslmode" in url)


def test_the_environment_chooses_the_database(tmp_path: Path) -> None:
    assert database({}, tmp_path)["NAME"] == tmp_path / "thammuu.sqlite3"
    assert database({"DATABASE_URL": "postgres://a@b/c"}, tmp_path)["ENGINE"] == POSTGRESQL
    with pytest.raises(ValueError, match="postgresql://"):
        database({"DATABASE_URL": "mysql://a@b/c"}, tmp_path)


def in_production(home: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own, under the settings of production."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    settings = {"DJANGO_SETTINGS_MODULE": "thammuu.settings.production", "THAMMUU_HOME": str(home)}
    return subprocess.run(
        [sys.executable, *words],
        env=kept | settings | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_starts_only_when_everything_is_in_order(tmp_path: Path) -> None:
    refused = in_production(tmp_path, "-W", "ignore", "-c", "import thammuu.wsgi")
    assert refused.returncode != 0
    assert re.findall(r"\[(settings\.\w+)\]", refused.stderr) == [
        "settings.default_secret",
        "settings.static_files_missing",
        "settings.schema_behind",
    ]
    for words in (("migrate", "-v0"), ("collectstatic", "--no-input", "-v0")):
        assert in_production(tmp_path, "-m", "django", *words).returncode == 0
    started = in_production(
        tmp_path, "-W", "error", "-c", "import thammuu.wsgi", THAMMUU_SECRET_KEY=GOOD_SECRET
    )
    assert (started.returncode, started.stderr) == (0, "")


@pytest.mark.parametrize(("tls", "secure"), [("1", True), ("0", False)])
def test_cookies_of_production_travel_by_tls_only_unless_told_otherwise(
    tmp_path: Path, tls: str, secure: bool
) -> None:
    show = "from django.conf import settings as s; print(s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE, s.SECURE_SSL_REDIRECT, s.SESSION_COOKIE_NAME.startswith('__Host-'))"
    told = in_production(tmp_path, "-c", show, THAMMUU_TLS=tls)
    assert told.stdout.split() == [str(secure)] * 4, told.stderr


def test_migrations_say_what_the_models_say(db: None) -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
