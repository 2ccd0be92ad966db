"""Excel files as people send them: sheets of rows."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from openpyxl import Workbook

from thammuu.apps.files.uploads import Upload

Rows = list[list[Any]]


def workbook(
    sheets: dict[str, Rows], name: str = "danh-ba.xlsx", touch: Callable[[Workbook], None] | None = None
) -> Upload:
    """A workbook with these sheets; `touch` does to it what a list of values cannot."""
    book = Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    if touch:
        touch(book)
    made = io.BytesIO()
    book.save(made)
    return Upload(name, made.getvalue())
