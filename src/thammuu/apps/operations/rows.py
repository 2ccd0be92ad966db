"""All rows of all tables as lines of JSON that do not depend on the database: written, read and hashed in one form.

A line that is an object begins a table: {"table", "columns"}; the arrays after it are its rows by primary key. The
same rows give the same lines on SQLite and PostgreSQL, so one SHA-256 a table says whether two databases are equal.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from hashlib import sha256
from typing import Any
from uuid import UUID

from django.core.management.color import no_style
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Field, Model, QuerySet
from django.utils.duration import duration_iso_string

BATCH = 1_000
Write = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Contents:
    """What a table holds: how many rows, and the SHA-256 of their lines."""

    rows: int
    sha256: str


def columns(model: type[Model]) -> list[Field[Any, Any]]:
    """The fields with a column of their own that a program may write."""
    return [field for field in model._meta.concrete_fields if not field.generated]


def write_rows(models: Iterable[type[Model]], using: str, write: Write) -> dict[str, Contents]:
    """Every row of every model, a line each, handed to `write`; what each table holds."""
    held: dict[str, Contents] = {}
    for model in models:
        names = [field.attname for field in columns(model)]
        write(_line({"table": model._meta.db_table, "columns": names}))
        rows, digest = 0, sha256()
        found = QuerySet(model, using=using).order_by("pk").values_list(*names)
        for row in found.iterator(chunk_size=BATCH):
            line = _line(row)
            digest.update(line.encode())
            write(line)
            rows += 1
        held[model._meta.db_table] = Contents(rows, digest.hexdigest())
    return held


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it stands in the file."""

    table: str
    columns: tuple[str, ...]
    values: list[Any]
    line: str


def read_rows(lines: Iterable[str]) -> Iterator[Row]:
    """The rows of a file of lines. Raises ValueError for a file that is none."""
    table, names = "", ()
    for line in lines:
        value = json.loads(line)
        if isinstance(value, dict):
            table, names = value["table"], tuple(value["columns"])
        elif len(value) == len(names):
            yield Row(table, names, value, line)
        else:
            raise ValueError(table)


def contents_of(rows: Iterable[Row]) -> dict[str, Contents]:
    """What each table of a file holds; a table without rows is not named."""
    held: dict[str, tuple[int, Any]] = {}
    for row in rows:
        count, digest = held.get(row.table) or (0, sha256())
        digest.update(row.line.encode())
        held[row.table] = count + 1, digest
    return {table: Contents(count, digest.hexdigest()) for table, (count, digest) in held.items()}


def load_rows(models: Iterable[type[Model]], rows: Iterable[Row], connection: BaseDatabaseWrapper) -> None:
    """Put the rows into tables that are empty, as they were, keys and times included; inside a transaction."""
    by_table = {model._meta.db_table: model for model in models}
    waiting: list[Row] = []
    for row in rows:
        if waiting and (len(waiting) == BATCH or waiting[0].table != row.table):
            _insert(by_table[waiting[0].table], waiting, connection)
            waiting = []
        waiting.append(row)
    if waiting:
        _insert(by_table[waiting[0].table], waiting, connection)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(by_table.values())):
            cursor.execute(statement)


def _insert(model: type[Model], rows: list[Row], connection: BaseDatabaseWrapper) -> None:
    """Past the managers and `save`, which would set times anew."""
    by_name = {field.attname: field for field in columns(model)}
    fields = [by_name[name] for name in rows[0].columns]
    quoted = connection.ops.quote_name
    names = ", ".join(quoted(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {quoted(model._meta.db_table)} ({names}) VALUES ({marks})"  # noqa: S608  names are ours
    prepared = [
        [
            field.get_db_prep_save(field.to_python(value), connection)
            for field, value in zip(fields, row.values, strict=True)
        ]
        for row in rows
    ]
    with connection.cursor() as cursor:
        cursor.executemany(statement, prepared)


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain) + "\n"


def _plain(value: object) -> str:
    """What JSON has no word for, in the form that the field of that column reads back."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return duration_iso_string(value)
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(bytes(value)).decode()
    raise TypeError(f"No form for {type(value).__name__}")
