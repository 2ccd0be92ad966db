"""A line of text in a table, its bound told in words and the same on every database."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from thammuu_core.errors import Malformed


class LineTooLong(Malformed):
    """A line is longer than its column."""

    code: ClassVar[str] = "lines.too_long"

    def __init__(self, line: str, most: int) -> None:
        super().__init__(
            f"Dòng “{line[:60]}…” dài {len(line)} ký tự, quá {most} ký tự được ghi ở chỗ này. Hãy rút gọn rồi ghi lại."
        )


class Line(models.CharField):
    """A CharField that refuses a longer text itself, before any database is asked.

    Forms say it earlier and beside the field; programs, imports and what SQLite would keep silently (and PostgreSQL then
    would not take from a backup) meet this one.
    """

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        """To migrations a CharField: the column is the same."""
        name, _, arguments, options = super().deconstruct()
        return name, "django.db.models.CharField", arguments, options

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """The value as it is written. Raises LineTooLong."""
        if isinstance(value, str) and self.max_length and len(value) > self.max_length:
            raise LineTooLong(value, self.max_length)
        return super().get_db_prep_save(value, connection)
