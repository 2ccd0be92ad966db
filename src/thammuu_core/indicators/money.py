"""Totals of a table of tasks with money: each column summed and held against the total that the table states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from thammuu_core.errors import Problem, Severity
from thammuu_core.indicators.yearly import read_span
from thammuu_core.text import fold
from thammuu_core.text.figures import figure, read_figure

UNITS = {"dong": 1, "nghin dong": 10**3, "trieu dong": 10**6, "ty dong": 10**9, "ti dong": 10**9}
"""How many đồng one of it is, by its folded name."""
_UNIT = re.compile(r"(?:nghin|trieu|ty|ti) dong|\bdong\b")
_TOTAL_ROW = ("tong", "tong so", "tong cong", "cong", "tong kinh phi")
_TOTAL_COLUMN = ("tong", "tong so", "tong cong", "tong kinh phi", "kinh phi", "du kien kinh phi", "cong")
_SOURCE = re.compile(r"ngan sach|nguon|von|doi ung|doanh nghiep|xa hoi hoa")


@dataclass(frozen=True, slots=True)
class MoneyColumn:
    """A column of money: by year, by source, or the total of the others in its row."""

    place: int
    head: str
    year: tuple[int, int] | None
    is_total: bool


@dataclass(frozen=True, slots=True)
class MoneyTable:
    """A table read: its columns of money, how many đồng its unit is (None when it does not say), the sums of its rows."""

    columns: tuple[MoneyColumn, ...]
    unit: int | None
    sums: tuple[Decimal, ...]
    """In the table's own unit, in the order of `columns`."""
    stated: tuple[Decimal | None, ...]
    """What the row of totals says."""
    problems: tuple[Problem, ...]


def read_money(rows: Sequence[Sequence[str]], said: str = "", where: str = "") -> MoneyTable | None:
    """The money of a table; `said` are words near it that may name the unit. None when no column holds money."""
    if len(rows) < 2:
        return None
    unit = _unit(" ".join((*rows[0], said)))
    columns = _columns(rows[0], named=unit is not None)
    if not columns:
        return None
    body = [row for row in rows[1:] if len(row) == len(rows[0])]
    totals = [row for row in body if _is_total(row)]
    counted = [row for row in body if not _is_total(row)]
    sums = tuple(sum((_money(row, column) or Decimal() for row in counted), Decimal()) for column in columns)
    stated = tuple(_money(totals[-1], column) if totals else None for column in columns)
    problems = (*_down(columns, sums, stated, where), *_across(columns, body, where))
    return MoneyTable(columns, unit, sums, stated, problems)


def in_dong(value: Decimal, unit: str) -> Decimal | None:
    """An amount in đồng; None for a unit that is no money.

    >>> in_dong(Decimal("2.5"), "tỷ đồng")
    Decimal('2500000000.0')
    """
    factor = UNITS.get(fold(unit))
    return None if factor is None else value * factor


def _unit(words: str) -> int | None:
    found = _UNIT.search(fold(words))
    return UNITS[found.group()] if found else None


def _columns(head: Sequence[str], *, named: bool) -> tuple[MoneyColumn, ...]:
    """Columns whose head says money; with a unit named, years and sources as well."""
    found = []
    for place, cell in enumerate(head):
        words, year = fold(cell), read_span(cell)
        bare = fold(_without_unit(cell))
        total = bare in _TOTAL_COLUMN or bare.startswith(("tong kinh phi", "kinh phi thuc hien"))
        source = named and bool(_SOURCE.search(bare)) and "chu tri" not in words and "phoi hop" not in words
        if total or (named and year is not None and len(bare.split()) <= 4) or source:
            found.append(MoneyColumn(place, " ".join(cell.split()), year, total))
    return tuple(found)


def _without_unit(cell: str) -> str:
    return re.sub(r"\([^)]*\)", " ", cell)


def _is_total(row: Sequence[str]) -> bool:
    return any(fold(cell) in _TOTAL_ROW for cell in row)


def _money(row: Sequence[str], column: MoneyColumn) -> Decimal | None:
    return read_figure(row[column.place])


def _down(
    columns: Sequence[MoneyColumn], sums: Sequence[Decimal], stated: Sequence[Decimal | None], where: str
) -> Iterator[Problem]:
    for column, total, said in zip(columns, sums, stated, strict=True):
        if said is not None and said != total:
            yield _problem(
                f"Cột “{column.head}”: dòng tổng ghi {figure(said)}, cộng các dòng được {figure(total)}. "
                "Hãy kiểm tra lại từng dòng và dòng tổng.",
                where,
            )


def _across(columns: Sequence[MoneyColumn], rows: Sequence[Sequence[str]], where: str) -> Iterator[Problem]:
    """The years, and the sources, of a row each make its total."""
    total = next((column for column in columns if column.is_total), None)
    parts = [column for column in columns if not column.is_total]
    by_year = [column for column in parts if column.year]
    by_source = [column for column in parts if not column.year]
    for number, row in enumerate(rows, 1):
        said = _money(row, total) if total else None
        for name, group in (("các năm", by_year), ("các nguồn", by_source)):
            found = [_money(row, column) for column in group]
            summed = sum((value for value in found if value is not None), Decimal())
            if said is not None and any(value is not None for value in found) and summed != said:
                yield _problem(
                    f"Dòng {number}: tổng ghi {figure(said)}, cộng {name} được {figure(summed)}. Hãy sửa cho khớp.",
                    where,
                )


def _problem(message: str, where: str) -> Problem:
    return Problem("indicators.money_total", Severity.ERROR, message, where or None)
