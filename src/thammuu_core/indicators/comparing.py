"""Several plans side by side: their parts matched by what the headings mean, their targets matched by what they measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thammuu_core.indicators.model import Stated
from thammuu_core.indicators.reading import Part, Reading, meaning_names
from thammuu_core.indicators.wordings import Wordings
from thammuu_core.text import fold

ALIKE = 0.5
"""Likeness from which two measures of one unit are one row."""


@dataclass(frozen=True, slots=True)
class PartRow:
    """One meaning; for each plan the parts that have it."""

    name: str
    cells: tuple[tuple[Part, ...], ...]


@dataclass(frozen=True, slots=True)
class MeasureRow:
    """One measure in one unit; for each plan what it states of it."""

    measure: str
    unit: str
    cells: tuple[tuple[Stated, ...], ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Rows with a cell for every plan, in the order given; measures that most plans have come first."""

    parts: tuple[PartRow, ...]
    measures: tuple[MeasureRow, ...]


def compare(readings: Sequence[Reading]) -> Comparison:
    """The plans side by side. Nothing of any plan is left out."""
    return Comparison(tuple(_parts(readings)), tuple(_measures(readings)))


def _parts(readings: Sequence[Reading]) -> Iterator[PartRow]:
    """The known meanings in the order of a plan, then every other heading in its own row."""
    for code, name in meaning_names().items():
        cells = tuple(tuple(part for part in one.parts if part.meaning == code) for one in readings)
        if any(cells):
            yield PartRow(name, cells)
    others = {fold(part.heading): part.heading for one in readings for part in one.parts if not part.meaning}
    for key, heading in others.items():
        cells = tuple(
            tuple(part for part in one.parts if not part.meaning and fold(part.heading) == key)
            for one in readings
        )
        yield PartRow(heading, cells)


def _measures(readings: Sequence[Reading]) -> list[MeasureRow]:
    wordings = Wordings.of(stated.target.measure for one in readings for stated in one.targets)
    rows: list[list[list[Stated]]] = []
    for place, reading in enumerate(readings):
        for stated in reading.targets:
            row = _row_of(stated, place, rows, wordings)
            if row is None:
                row = [[] for _ in readings]
                rows.append(row)
            row[place].append(stated)
    made = [_measure_row(row) for row in rows]
    return sorted(made, key=lambda row: -sum(1 for cell in row.cells if cell))


def _row_of(
    stated: Stated, place: int, rows: Sequence[list[list[Stated]]], wordings: Wordings
) -> list[list[Stated]] | None:
    """The row most alike in which this plan does not stand yet."""
    own = wordings.weighed(stated.target.measure)
    found = []
    for row in rows:
        first = next(one for cell in row for one in cell)
        if row[place] or first.target.unit != stated.target.unit:
            continue
        alike = wordings.likeness(own, wordings.weighed(first.target.measure))
        if alike >= ALIKE:
            found.append((alike, row))
    return max(found, key=lambda one: one[0])[1] if found else None


def _measure_row(row: list[list[Stated]]) -> MeasureRow:
    first = next(one for cell in row for one in cell)
    return MeasureRow(first.target.measure, first.target.unit, tuple(tuple(cell) for cell in row))
