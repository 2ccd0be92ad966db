"""The test database: emptied in spite of the guards on insert-only tables, and removed with the files at the end."""

from __future__ import annotations

import shutil
from collections.abc import Callable

from django.conf import settings
from django.db import connection
from django.test import TransactionTestCase

from thammuu.apps.insert_only import guard, guarded_tables, unguard


def pytest_configure() -> None:
    """A test that really commits is followed by a flush; the guards are lifted for just that."""
    flush = TransactionTestCase._fixture_teardown
    if flush.__name__ != "unguarded":
        TransactionTestCase._fixture_teardown = _unguarded(flush)


def _unguarded(flush: Callable[[TransactionTestCase], None]) -> Callable[[TransactionTestCase], None]:
    def unguarded(case: TransactionTestCase) -> None:
        tables = guarded_tables(connection)
        _run(unguard, tables)
        try:
            flush(case)
        finally:
            _run(guard, tables)

    return unguarded


def _run(statements: Callable[[str, str], list[str]], tables: list[str]) -> None:
    with connection.cursor() as cursor:
        for table in tables:
            for statement in statements(connection.vendor, table):
                cursor.execute(statement)


def pytest_report_header() -> str:
    """Say which database these tests run on."""
    return f"database: {connection.vendor}"


def pytest_unconfigure() -> None:
    """Leave nothing in the temporary directory."""
    shutil.rmtree(settings.SCRATCH, ignore_errors=True)
