"""One instant of the database, held still while its rows are read; people go on working meanwhile."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import DEFAULT_DB_ALIAS, connections, transaction

ALIAS = "snapshot"


@contextmanager
def held_still(scratch: Path) -> Iterator[str]:
    """The alias of a connection on which nothing changes; `scratch` is a directory for what that needs."""
    connection = connections[DEFAULT_DB_ALIAS]
    assert not connection.in_atomic_block, "the rows of an act that is not committed are no part of a backup"
    if connection.vendor == "sqlite":
        with _copied(scratch / "database.sqlite3") as alias:
            yield alias
        return
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SET LOCAL statement_timeout = 0")
        yield DEFAULT_DB_ALIAS


@contextmanager
def _copied(file: Path) -> Iterator[str]:
    """A copy by SQLite's own backup in one step: a long read of the file itself would keep everyone from writing."""
    live = connections[DEFAULT_DB_ALIAS]
    live.ensure_connection()
    with closing(sqlite3.connect(file)) as copy:
        live.connection.backup(copy)
    connections[ALIAS] = live.copy()
    connections[ALIAS].settings_dict |= {"NAME": str(file), "OPTIONS": {}}
    try:
        yield ALIAS
    finally:
        connections[ALIAS].close()
        del connections[ALIAS]
        file.unlink(missing_ok=True)
