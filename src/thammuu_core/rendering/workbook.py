"""Sheets of ours as an .xlsx file: real numbers and days, and no text that a spreadsheet could take for a formula."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

Value = str | int | date | None
LONGEST_TEXT = 32_767
"""Characters that a cell can hold; what is longer is cut and says so."""
CUT = " […]"
DAY = "dd/mm/yyyy"
_WITHDRAWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that XML cannot hold."""
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its head and its width in characters."""

    head: str
    width: float = 16


@dataclass(frozen=True, slots=True)
class SheetOf:
    """A table on a sheet: a title above it, heads that stay in sight and filter, one row a thing."""

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[Value, ...], ...]


def to_xlsx(sheets: tuple[SheetOf, ...], made: datetime) -> bytes:
    """The workbook; the same sheets made at the same instant give the same bytes but for the archive's own clock."""
    book = Workbook(write_only=True)
    book.properties.creator = "Tham mưu"
    book.properties.created = book.properties.modified = made.replace(tzinfo=None)
    for number, sheet in enumerate(sheets, start=1):
        _write(book.create_sheet(_name(sheet.name, number)), sheet)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _name(name: str, number: int) -> str:
    """At most 31 characters, and none that a sheet's name may not hold."""
    return _NOT_IN_NAMES.sub(" ", _clean(name)).strip()[:31] or f"Bảng {number}"


def _write(page: WriteOnlyWorksheet, sheet: SheetOf) -> None:
    for position, column in enumerate(sheet.columns, start=1):
        page.column_dimensions[get_column_letter(position)].width = column.width
    page.freeze_panes = "A4"
    last = get_column_letter(len(sheet.columns))
    page.auto_filter.ref = f"A3:{last}{len(sheet.rows) + 3}"
    page.page_setup.orientation = "landscape"
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "3:3"
    page.append([_cell(page, sheet.title, bold=True, wrap=False)])
    page.append([])
    page.append([_cell(page, column.head, bold=True) for column in sheet.columns])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _cell(page: WriteOnlyWorksheet, value: Value, *, bold: bool = False, wrap: bool = True) -> WriteOnlyCell:
    written = _clean(value) if isinstance(value, str) else value
    cell = WriteOnlyCell(page, value=written)
    if isinstance(written, str):
        cell.data_type = "s"  # else "=…" typed by anyone would be run as a formula on the reader's machine
        cell.alignment = Alignment(wrap_text=wrap, vertical="top")
    else:
        cell.alignment = Alignment(vertical="top")
    if isinstance(written, date):
        cell.number_format = DAY
    cell.font = Font(name="Times New Roman", size=12, bold=bold)
    return cell


def _clean(text: str) -> str:
    cleaned = _WITHDRAWN.sub("", text)
    return cleaned if len(cleaned) <= LONGEST_TEXT else cleaned[: LONGEST_TEXT - len(CUT)] + CUT
