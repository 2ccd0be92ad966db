"""Sheets of ours as an .xlsx file: real numbers and days, and no text that a spreadsheet could take for a formula."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.datavalidation import DataValidation

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
    choices: tuple[str, ...] = ()
    """What may be picked where people fill it in; none of them holds a comma."""


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
    for position, column in enumerate(sheet.columns, start=1):
        if column.choices and sheet.rows:
            _offer(page, get_column_letter(position), column.choices, len(sheet.rows))
    cells = _Cells(page)
    page.append(cells.of([sheet.title], bold=True, wrap=False))
    page.append([])
    page.append(cells.of([column.head for column in sheet.columns], bold=True))
    for row in sheet.rows:
        page.append(cells.of(row))


def _offer(page: WriteOnlyWorksheet, column: str, choices: tuple[str, ...], rows: int) -> None:
    """A list to pick from; other words may be typed all the same."""
    listed = DataValidation(
        "list", formula1=f'"{",".join(choices)}"', allow_blank=True, showErrorMessage=False
    )
    listed.add(f"{column}4:{column}{rows + 3}")
    page.data_validations.append(listed)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell is dressed."""

    bold: bool
    wrap: bool
    is_day: bool


class _Cells:
    """One cell for each look, filled anew: a row is written as its cells come, and making each takes half the time."""

    def __init__(self, page: WriteOnlyWorksheet) -> None:
        self._page = page
        self._dressed: dict[_Look, Cell] = {}

    def of(self, values: Iterable[Value], *, bold: bool = False, wrap: bool = True) -> Iterator[Cell]:
        """The cells of a row; none may be kept."""
        for value in values:
            is_text = isinstance(value, str)
            cell = self._cell(_Look(bold, wrap and is_text, isinstance(value, date)))
            cell.value = _clean(value) if isinstance(value, str) else value
            if is_text:
                cell.data_type = (
                    "s"  # else "=…" typed by anyone would be run as a formula on the reader's machine
                )
            yield cell

    def _cell(self, look: _Look) -> Cell:
        if look not in self._dressed:
            self._dressed[look] = _dressed(self._page, look)
        return self._dressed[look]


def _dressed(page: WriteOnlyWorksheet, look: _Look) -> Cell:
    cell = WriteOnlyCell(page)
    cell.alignment = Alignment(wrap_text=look.wrap or None, vertical="top")
    cell.font = Font(name="Times New Roman", size=12, bold=look.bold)
    if look.is_day:
        cell.number_format = DAY
    return cell


def _clean(text: str) -> str:
    cleaned = _WITHDRAWN.sub("", text)
    return cleaned if len(cleaned) <= LONGEST_TEXT else cleaned[: LONGEST_TEXT - len(CUT)] + CUT
