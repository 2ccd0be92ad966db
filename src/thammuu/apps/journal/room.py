"""The disk under the database is full: an act is refused in words, and nothing of it is kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar

from django.db import DatabaseError

from thammuu_core.errors import Unavailable

_DISK_FULL = "53100"
"""SQLSTATE of PostgreSQL."""


class DatabaseFull(Unavailable):
    """There is no room left to write down what was done."""

    code: ClassVar[str] = "journal.database_full"

    def __init__(self) -> None:
        super().__init__(
            "Máy chủ đã hết dung lượng, thao tác CHƯA được ghi. Vẫn xem được các trang; hãy báo quản trị hệ thống "
            "giải phóng dung lượng rồi gửi lại."
        )


def is_full(error: BaseException) -> bool:
    """Whether the database says that its disk is full."""
    said = error.__cause__
    code = getattr(said, "sqlite_errorcode", 0) & 0xFF  # the rest says where in SQLite it was met
    return isinstance(error, DatabaseError) and (
        code == sqlite3.SQLITE_FULL or getattr(said, "sqlstate", "") == _DISK_FULL
    )


@contextmanager
def told_when_full() -> Iterator[None]:
    """Raise DatabaseFull in place of the database's own error."""
    try:
        yield
    except DatabaseError as error:
        if is_full(error):
            raise DatabaseFull from error
        raise
