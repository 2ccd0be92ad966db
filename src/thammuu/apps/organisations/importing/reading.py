"""From the sheets of a workbook to lines of values, with every cell that cannot be one. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thammuu.apps.organisations.importing.cells import Fault, value_of
from thammuu.apps.organisations.importing.columns import Column, Known, sheets
from thammuu_core.sheets import Cell, Row, Sheet
from thammuu_core.text import fold

_HEAD_ROWS = 15
"""Titles and notes may stand above the row of headings, but not more of them than this."""
_SHEET = "Trang "


@dataclass(frozen=True, slots=True)
class Refused:
    """One thing that is not taken: where it is, what is there, what must be."""

    sheet: str
    cell: str
    """"B7"; empty for the sheet as a whole."""
    there: str
    must: str
    row: int = 0
    """The row that is not taken because of it; 0 when it is none or all."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a sheet with the values of its columns; a column that the sheet has not is empty."""

    sheet: str
    row: int
    values: dict[str, Any]
    places: dict[str, str] = field(default_factory=dict)
    """Address of each column's cell."""

    def refused(self, key: str, must: str) -> Refused:
        """A refusal of one of its cells."""
        there = self.values.get(key)
        shown = f"{there:%d/%m/%Y}" if isinstance(there, date) else str(there or "")
        return Refused(self.sheet, self.places.get(key, str(self.row)), shown, must, self.row)


@dataclass(frozen=True, slots=True)
class Read:
    """What a workbook holds: lines by sheet, and what was refused already."""

    lines: dict[str, tuple[Line, ...]]
    refused: tuple[Refused, ...]


def read_lines(workbook: tuple[Sheet, ...], known: Known | None = None) -> Read:
    """Lines of every sheet whose name is known; a workbook without one is told so. `known`: of another register."""
    known = known or sheets()
    lines: dict[str, tuple[Line, ...]] = {}
    refused: list[Refused] = []
    by_name = {fold(sheet.name.removeprefix(_SHEET)): sheet for sheet in workbook}
    for name, columns in known.items():
        if (sheet := by_name.get(fold(name))) is not None:
            found = list(_lines(name, columns, sheet))
            lines[name] = tuple(one for one in found if isinstance(one, Line))
            refused += [one for one in found if isinstance(one, Refused)]
    if not lines:
        there = ", ".join(sheet.name.removeprefix(_SHEET) for sheet in workbook)
        refused.append(Refused("", "", there, f"ít nhất một trang mang tên: {', '.join(known)}"))
    return Read(lines, tuple(refused))


def _lines(name: str, columns: tuple[Column, ...], sheet: Sheet) -> Iterable[Line | Refused]:
    yield from (Refused(name, "", "", problem.message) for problem in sheet.problems)
    if not any(row.filled for row in sheet.rows):
        return
    head, known = _headings(columns, sheet)
    if head is None:
        return (yield Refused(name, "", "", f"có dòng tiêu đề với các cột: {_headers(columns)}"))
    missing = [column for column in columns if column.required and column.key not in known]
    if missing:
        there = ", ".join(cell.text for cell in head.filled)
        return (yield Refused(name, f"dòng {head.number}", there, f"có đủ các cột: {_headers(missing)}"))
    for row in sheet.rows:
        if row.number > head.number and _says_something(row):
            yield from _line(name, columns, known, row)
    return


def _says_something(row: Row) -> bool:
    """A formula counts: where no program has worked it out yet its cell looks empty."""
    return bool(row.filled) or any(cell.formula for cell in row.cells)


def _headings(columns: tuple[Column, ...], sheet: Sheet) -> tuple[Row | None, dict[str, int]]:
    """The row with the most headings among the first, and the place of each column in it; order is free."""
    best: tuple[Row | None, dict[str, int]] = (None, {})
    for row in sheet.rows[:_HEAD_ROWS]:
        places: dict[str, int] = {}
        for index, cell in enumerate(row.cells):
            named = fold(cell.text.rstrip("*: ")) if not cell.spanned else ""
            column = next((one for one in columns if named in one.names), None)
            if column is not None:
                places.setdefault(column.key, index)
        if len(places) > len(best[1]):
            best = (row, places)
    return best


def _line(
    name: str, columns: tuple[Column, ...], known: dict[str, int], row: Row
) -> Iterable[Line | Refused]:
    values: dict[str, Any] = {}
    places: dict[str, str] = {}
    faults = []
    for column in columns:
        cell = _cell(row, known.get(column.key))
        places[column.key] = cell.address
        try:
            values[column.key] = value_of(cell, column)
        except Fault as fault:
            faults.append(Refused(name, cell.address, cell.text, fault.must, row.number))
    if faults:
        yield from faults
    else:
        yield Line(name, row.number, values, places)


def _cell(row: Row, index: int | None) -> Cell:
    """A column that the sheet has not counts as empty."""
    return row.cells[index] if index is not None and index < len(row.cells) else Cell("", "")


def _headers(columns: Iterable[Column]) -> str:
    return ", ".join(column.header for column in columns)
