"""What one row of a table of duties says, cell by cell: aligned with its columns, merged and ditto cells filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from thammuu_core.plans.owners.units import opens_unit
from thammuu_core.plans.steps.columns import Column, Role, column, is_plan, states_time
from thammuu_core.provisions import Place, Provision

NUMBER = re.compile(r"(?:\d+(?:\.\d+)*|[IVXLC]+|[A-ZĐ]|[a-zđ])[.)]?")
"""The number of a row."""

_SAME = re.compile(r"\W*(?:nt|n\s*/\s*t|như\s+trên)\W*|[-–\s]*[\"”“']+[-–\s]*", re.IGNORECASE)
_NOTHING = re.compile(r"\W*")
_MARK = re.compile(r"[xX✓✔●•√+]|[vV]")
_CARRIED = (Role.LEAD, Role.OWNERS, Role.COORDINATING, Role.TIME)


@dataclass(frozen=True, slots=True)
class Value:
    """The words of one cell and where they stand."""

    text: str
    place: Place
    above: bool = False
    """Taken from the row above: a merged cell or "nt"."""


@dataclass(slots=True)
class Above:
    """What a row may take over from the rows before it."""

    values: dict[Role, Value] = field(default_factory=dict)
    section: Provision | None = None
    title: str = ""
    """The paragraph over the table."""


def is_head(row: Provision) -> bool:
    """The heads again, on the next page: short words that name columns, and no number of a duty."""
    heads = tuple(column(cell) for cell in row.cells)
    short = max(map(len, row.cells), default=0) < 60
    return short and not NUMBER.fullmatch(row.cells[0].strip()) and is_plan(heads) and not _holds_time(row)


def _holds_time(row: Provision) -> bool:
    return any(states_time(cell) for cell in row.cells if cell.strip())


def is_section(row: Provision, columns: tuple[Column, ...]) -> bool:
    """ "I. HOÀN THIỆN THỂ CHẾ" across the table, or with its number in a cell of its own."""
    filled = [cell for cell in row.cells if cell.strip()]
    if len(filled) == 1:
        return True
    number = NUMBER.fullmatch(filled[0].strip())
    outer = number is not None and (len(columns) > 3 or not filled[0].strip()[0].isdigit())
    return len(filled) == 2 and outer and not states_time(filled[1])


def values(row: Provision, columns: tuple[Column, ...], above: Above) -> dict[Role, Value]:
    """The row by roles; what "nt" or a merged cell stands for comes from the rows above, and is kept for those below."""
    said: dict[Role, Value] = {}
    for index, start, text in _aligned(row, columns):
        role = columns[index].role
        words = text.strip()
        if _SAME.fullmatch(words) and words and role in above.values:
            said[role] = replace(above.values[role], above=True)
        elif not _NOTHING.fullmatch(words):
            low = start + len(text) - len(text.lstrip())
            said.setdefault(role, Value(words, Place(row.id, low, low + len(words))))
    if Role.NUMBER not in said or len(row.cells) < len(columns):
        for role in _CARRIED:
            if role not in said and role in above.values and Role.DUTY in said:
                said[role] = replace(above.values[role], above=True)
    above.values.update(said)
    return said


def part_of_duty(said: dict[Role, Value], above: Above) -> Value | None:
    """Below a duty's merged cell, a row of its own about one part of it."""
    part, duty = said.get(Role.OTHER), above.values.get(Role.DUTY)
    if part is None or duty is None or Role.NUMBER in said or Role.TIME not in said:
        return None
    if not re.search(r"[^\W\d_]{2}", part.text):
        return None
    return replace(part, text=f"{duty.text}\n{part.text}")


def _aligned(row: Provision, columns: tuple[Column, ...]) -> Iterator[tuple[int, int, str]]:
    """(column, offset in the row's text, words) of each cell; short rows are shifted to where their cells fit best."""
    said = max((at for at, cell in enumerate(row.cells, 1) if cell.strip()), default=0)
    spare = len(columns) - said
    places = row.columns
    if not places or places == tuple(range(len(row.cells))):
        fitting = range(spare + 1) if spare > 0 else (spare,)
        shift = max(fitting, key=lambda by: (_fit(row.cells[:said], columns, by), by))
        places = tuple(index + shift for index in range(len(row.cells)))
    at = 0
    for place, cell in zip(places, row.cells, strict=True):
        if 0 <= place < len(columns):
            yield place, at, cell
        at += len(cell) + 1


def _fit(cells: tuple[str, ...], columns: tuple[Column, ...], shift: int) -> int:
    """How many cells say what their columns ask for; a time is the surest sign."""
    fit = 0
    for index, cell in enumerate(cells):
        role = columns[index + shift].role
        if role in (Role.LEAD, Role.COORDINATING, Role.OWNERS):
            fit += opens_unit(cell.strip())
        elif role in (Role.TIME, Role.START, Role.STOP):
            fit += 2 * states_time(cell)
        elif role is Role.DUTY:
            fit += bool(cell.strip()) and not opens_unit(cell.strip())
        elif role is Role.NUMBER:
            fit += bool(NUMBER.fullmatch(cell.strip()))
    return fit


def marked(row: Provision, columns: tuple[Column, ...]) -> tuple[int, ...]:
    """The columns of months, quarters or years that the row crosses."""
    return tuple(
        place
        for place, _, cell in _aligned(row, columns)
        if columns[place].role is Role.MARK and _MARK.fullmatch(cell.strip())
    )
