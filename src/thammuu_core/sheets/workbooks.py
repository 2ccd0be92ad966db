"""Sheets of an .xlsx file, its values as they are shown and its formulas known as such. The gate ran before."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
import zlib
from datetime import date, datetime, time, timedelta
from typing import Any, ClassVar
from xml.etree.ElementTree import ParseError

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.exceptions import InvalidFileException

from thammuu_core.errors import Malformed, Problem, Severity
from thammuu_core.sheets.model import Cell, Row, Sheet
from thammuu_core.sheets.texts import tidy

MOST_ROWS, MOST_COLUMNS = 5_000, 60
"""Far above any list that people keep; formatting alone stretches a sheet to a million rows."""
_UNREADABLE = (
    AttributeError, EOFError, IndexError, InvalidFileException, KeyError, NotImplementedError, OSError, OverflowError,
    ParseError, RuntimeError, SyntaxError, TypeError, ValueError, zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error,
)  # fmt: skip
"""What damage makes zipfile, the XML parser and openpyxl raise."""
_QUOTED = re.compile(r"\"[^\"]*\"|\[[^\]]*\]|\\.")


class DamagedWorkbook(Malformed):
    """Begins like a workbook but cannot be opened."""

    code: ClassVar[str] = "sheets.damaged"

    def __init__(self) -> None:
        super().__init__(
            "Bảng tính bị hỏng, không mở được. Hãy mở bằng Excel, lưu lại thành .xlsx rồi gửi lại."
        )


def read_xlsx(data: bytes) -> tuple[Sheet, ...]:
    """The sheets in their order, hidden ones too. Raises DamagedWorkbook."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of features that it does not keep when saving
            shown = load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
            written = load_workbook(io.BytesIO(data), keep_links=False)
        pairs = [(sheet, written[sheet.title]) for sheet in shown.worksheets]
        return tuple(_sheet(sheet, formulas) for sheet, formulas in pairs)
    except _UNREADABLE as error:
        raise DamagedWorkbook from error


def read_heads(data: bytes, rows: int) -> tuple[Sheet, ...]:
    """The words of the first rows of every sheet, without building the rest. Raises DamagedWorkbook."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return tuple(_top(sheet, rows) for sheet in book.worksheets)
    except _UNREADABLE as error:
        raise DamagedWorkbook from error


def _top(sheet: Any, rows: int) -> Sheet:
    lines = sheet.iter_rows(max_row=rows, max_col=MOST_COLUMNS, values_only=True)
    return Sheet(
        f"Trang {tidy(sheet.title)}",
        tuple(
            Row(
                index,
                tuple(
                    Cell(_words(value), f"{get_column_letter(at)}{index}") for at, value in enumerate(line, 1)
                ),
            )
            for index, line in enumerate(lines, 1)
        ),
        sheet.sheet_state != "visible",
    )


def _sheet(sheet: Any, formulas: Any) -> Sheet:
    name = f"Trang {tidy(sheet.title)}"
    covered = _covered(sheet)
    columns = min(sheet.max_column, MOST_COLUMNS)
    rows = [
        _row(index, cells, formulas, covered, hidden=bool(sheet.row_dimensions[index].hidden))
        for index, cells in enumerate(
            sheet.iter_rows(max_row=min(sheet.max_row, MOST_ROWS), max_col=columns), start=1
        )
    ]
    while rows and not rows[-1].filled:
        rows.pop()
    return Sheet(name, tuple(rows), sheet.sheet_state != "visible", problems=_too_long(sheet, name))


def _covered(sheet: Any) -> dict[tuple[int, int], tuple[int, int]]:
    """For each place under a merged cell, but its first, where that one begins."""
    covered = {}
    for area in sheet.merged_cells.ranges:
        for row in range(area.min_row, min(area.max_row, MOST_ROWS) + 1):
            for column in range(area.min_col, min(area.max_col, MOST_COLUMNS) + 1):
                covered[row, column] = (area.min_row, area.min_col)
    return {place: first for place, first in covered.items() if place != first}


def _row(
    index: int, cells: Any, formulas: Any, covered: dict[tuple[int, int], tuple[int, int]], *, hidden: bool
) -> Row:
    made = []
    for column, cell in enumerate(cells, start=1):
        first = covered.get((index, column))
        source = cell.parent.cell(*first) if first else cell
        formula = formulas.cell(source.row, source.column).data_type == "f"
        made.append(
            _cell(source, f"{get_column_letter(column)}{index}", formula=formula, spanned=bool(first))
        )
    return Row(index, tuple(made), hidden)


def _cell(source: Any, address: str, *, formula: bool, spanned: bool) -> Cell:
    value = source.value
    if isinstance(value, datetime | date):
        return _day(value, source.number_format or "", Cell("", address, formula=formula, spanned=spanned))
    number = float(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    return Cell(_words(value), address, number=number, formula=formula, spanned=spanned)


def _day(value: date, number_format: str, plain: Cell) -> Cell:
    """A date as its format shows it: Excel turns "6/2021" into the first of June."""
    day = value.date() if isinstance(value, datetime) else value
    shown = _QUOTED.sub("", number_format.lower())
    month_only = "d" not in shown and "m" in shown
    words = f"{day:%m/%Y}" if month_only else f"{day:%d/%m/%Y}"
    return Cell(
        words, plain.address, day, month_only, "y" not in shown, formula=plain.formula, spanned=plain.spanned
    )


def _words(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, time | timedelta):
        return str(value)
    return tidy(str(value))


def _too_long(sheet: Any, name: str) -> tuple[Problem, ...]:
    """Told when words stand below what is read; formatted empty rows are nobody's loss."""
    if sheet.max_row <= MOST_ROWS and sheet.max_column <= MOST_COLUMNS:
        return ()
    if not _words_beyond(sheet):
        return ()
    message = f"{name} dài hoặc rộng hơn {MOST_ROWS} dòng, {MOST_COLUMNS} cột; phần vượt quá chưa được đọc. Hãy tách thành nhiều tệp."
    return (Problem("sheets.too_long", Severity.ERROR, message, name),)


def _words_beyond(sheet: Any) -> bool:
    """Only cells that the file holds are asked: `iter_rows` would make all the empty ones between."""
    written = sheet._cells.items()  # noqa: SLF001
    return any(
        cell.value is not None and (row > MOST_ROWS or column > MOST_COLUMNS)
        for (row, column), cell in written
    )
