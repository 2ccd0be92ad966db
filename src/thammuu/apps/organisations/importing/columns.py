"""What a workbook for the register may hold: sheets and their columns, as the table `columns.tsv` says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from thammuu_core.text import fold
from thammuu_core.text.tables import rows, words

AGENCIES, UNITS, OFFICERS, POSITIONS, CONTACTS = "Cơ quan", "Đơn vị", "Cán bộ", "Vị trí công tác", "Đầu mối"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one sheet."""

    key: str
    header: str
    names: frozenset[str]
    """Every heading under which it is known, folded."""
    kind: str
    required: bool
    example: str
    explanation: str
    choices: tuple[tuple[str, str], ...] = ()
    """(value, words) of a `choice`."""


Known = dict[str, tuple[Column, ...]]
"""Columns by sheet."""


@cache
def sheets(package: str = "thammuu.apps.organisations.importing") -> Known:
    """Columns by sheet, in the order in which sheets are read: what others refer to comes first.

    `package`: of another register, which has a table `columns.tsv` of its own.
    """
    found: dict[str, list[Column]] = {}
    for row in rows(package, "columns.tsv"):
        names = frozenset(map(fold, (row["header"], *words(row["other"]))))
        column = Column(
            row["key"],
            row["header"],
            names,
            row["kind"],
            bool(row["required"]),
            row["example"],
            row["explanation"],
            tuple(
                (value, said)
                for value, _, said in (one.partition("=") for one in words(row.get("choices", "")))
            ),
        )
        found.setdefault(row["sheet"], []).append(column)
    return {sheet: tuple(columns) for sheet, columns in found.items()}
