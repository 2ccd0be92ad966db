"""Which database and how it is opened: SQLite beside the files, or PostgreSQL by `DATABASE_URL`."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

SQLITE = "django.db.backends.sqlite3"
POSTGRESQL = "django.db.backends.postgresql"


def database(environment: Mapping[str, str], home: Path) -> dict[str, Any]:
    """The value of DATABASES["default"]: PostgreSQL when `DATABASE_URL` names one, else SQLite in `home`."""
    url = environment.get("DATABASE_URL", "")
    return postgresql(url) if url else sqlite(home / "thammuu.sqlite3")


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """This SQLite has the fix of the WAL-reset race (3.51.3; carried back to 3.50.7 and 3.44.6)."""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)


def sqlite(path: Path) -> dict[str, Any]:
    """SQLite that keeps what it acknowledged: FULL, IMMEDIATE, and WAL only where WAL cannot corrupt the file."""
    journal_mode = "WAL" if wal_is_safe(sqlite3.sqlite_version_info) else "TRUNCATE"
    return {
        "ENGINE": SQLITE,
        "NAME": path,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            # DEFERRED loses most concurrent read-then-write transactions at once, whatever the timeout.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": f"PRAGMA journal_mode={journal_mode};PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;",
        },
    }


def postgresql(url: str) -> dict[str, Any]:
    """PostgreSQL from `postgresql://user:password@host:port/name`; a socket directory goes in `?host=`."""
    parts = urlsplit(url)
    if parts.scheme not in ("postgresql", "postgres"):
        raise ValueError(
            f"DATABASE_URL phải có dạng postgresql://người:mật-khẩu@máy/tên, đang là {parts.scheme}://…"
        )
    query = {name: values[-1] for name, values in parse_qs(parts.query).items()}
    return {
        "ENGINE": POSTGRESQL,
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or query.pop("port", "")),
        "CONN_MAX_AGE": None,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **query,
            "options": "-c lock_timeout=5s -c statement_timeout=30s -c idle_in_transaction_session_timeout=60s",
        },
    }
