"""Which cell of an old row stands for which of the new one."""

from __future__ import annotations

from thammuu_core.redlines.aligning import Pair, likeness
from thammuu_core.redlines.sequences import Rectangle, chain, encoded
from thammuu_core.redlines.units import Unit, cells_of


def cell_pairs(old: Unit, new: Unit) -> list[Pair]:
    """One to one where both rows have as many cells; else, by likeness, those that a new or lost column leaves."""
    one, other = cells_of(old), cells_of(new)
    if len(one) == len(other):
        return [Pair(n, n + 1, n, n + 1) for n in range(len(one))]
    weighed = [
        Rectangle(i, i + 1, j, j + 1, _likeness(a, b)) for i, a in enumerate(one) for j, b in enumerate(other)
    ]
    return [Pair(r.start, r.end, r.other_start, r.other_end) for r in chain(weighed, len(other)) if r.score]


def _likeness(one: Unit, other: Unit) -> float:
    """Two empty cells may be the same, two that share little may not; a cell prefers its own to an empty one."""
    if not one.key or not other.key:
        return 0.3 if one.key == other.key else 0.01
    return max(likeness(*encoded(one.key.split(), other.key.split()), 0.4), 0.02)
