"""A list written as text, a line a row: .csv as Excel saves it, with whatever sign parts its columns (RFC 4180)."""

from __future__ import annotations

import csv
from collections.abc import Iterable

from openpyxl.utils import get_column_letter

from thammuu_core.errors import Problem, Severity
from thammuu_core.sheets.model import Cell, Row, Sheet
from thammuu_core.sheets.texts import tidy
from thammuu_core.sheets.workbooks import MOST_COLUMNS, MOST_ROWS, DamagedWorkbook

NAME = "Trang CSV"
_SIGNS = (",", ";", "\t")
"""A comma, or a semicolon where the comma parts decimals, as in Vietnam."""


def read_separated(text: str) -> Sheet:
    """The one sheet of the file. Raises DamagedWorkbook where a quotation never ends within reason."""
    try:
        lines = list(csv.reader(text.splitlines(keepends=True), delimiter=_sign(text)))
    except csv.Error as error:
        raise DamagedWorkbook from error
    rows = [_row(number, line) for number, line in enumerate(lines[:MOST_ROWS], start=1)]
    while rows and not rows[-1].filled:
        rows.pop()
    return Sheet(NAME, tuple(rows), problems=_too_long(lines))


def _sign(text: str) -> str:
    """The sign that stands most often in the first line with words."""
    head = next((line for line in text.splitlines() if line.strip(",;\t \ufeff")), "")
    return max(_SIGNS, key=head.count)


def _row(number: int, line: Iterable[str]) -> Row:
    cells = tuple(
        Cell(tidy(words), f"{get_column_letter(column)}{number}")
        for column, words in enumerate(list(line)[:MOST_COLUMNS], start=1)
    )
    return Row(number, cells)


def _too_long(lines: list[list[str]]) -> tuple[Problem, ...]:
    if not any(any(words.strip() for words in line) for line in lines[MOST_ROWS:]):
        return ()
    message = f"Tệp dài hơn {MOST_ROWS} dòng; phần vượt quá chưa được đọc. Hãy tách thành nhiều tệp."
    return (Problem("sheets.too_long", Severity.ERROR, message, NAME),)
