"""Sheets of ours as an .xlsx file: real numbers and days, and no text that a spreadsheet could take for a formula."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.styles.cell_style import StyleArray
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
    dressed: dict[_Look, StyleArray] = {}
    page.append([_cell(page, dressed, sheet.title, bold=True, wrap=False)])
    page.append([])
    page.append([_cell(page, dressed, column.head, bold=True) for column in sheet.columns])
    for row in sheet.rows:
        page.append([_cell(page, dressed, value) for value in row])


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell is dressed."""

    bold: bool
    wrap: bool
    is_day: bool


def _cell(
    page: WriteOnlyWorksheet,
    dressed: dict[_Look, StyleArray],
    value: Value,
    *,
    bold: bool = False,
    wrap: bool = True,
) -> WriteOnlyCell:
    written = _clean(value) if isinstance(value, str) else value
    cell = WriteOnlyCell(page, value=written)
    if isinstance(written, str):
        cell.data_type = "s"  # else "=…" typed by anyone would be run as a formula on the reader's machine
    look = _Look(bold, wrap and isinstance(written, str), isinstance(written, date))
    if look not in dressed:
        dressed[look] = _dressed(page, look)
    cell._style = dressed[look]  # noqa: SLF001  dressing each anew takes two thirds of the time
    return cell


def _dressed(page: WriteOnlyWorksheet, look: _Look) -> StyleArray:
    cell = WriteOnlyCell(page)
    cell.alignment = Alignment(wrap_text=look.wrap or None, vertical="top")
    cell.font = Font(name="Times New Roman", size=12, bold=look.bold)
    if look.is_day:
        cell.number_format = DAY
    return cell._style  # noqa: SLF001


def _clean(text: str) -> str:
    cleaned = _WITHDRAWN.sub("", text)
    return cleaned if len(cleaned) <= LONGEST_TEXT else cleaned[: LONGEST_TEXT - len(CUT)] + CUT
