"""Text set side by side without lines: agency and national motto above, recipients and signature below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from thammuu_core.pages.rows import Row

_NARROW = 0.5
"""Ems of white that must stay open between two columns through all their rows."""
_WIDE = 1.0
"""Ems of white in a row that may part columns when the rows around agree."""
_LONE = 3.0
"""Ems of white that part columns in a single row."""
_CENTRED = 8.0
"""Points by which centres of one column differ."""
_SIGNING = 9.0
"""Ems of height left free for a signature and a seal."""
_SECOND = re.compile(r"(?:số|Số)\s*:|Số\s+\d|.{0,60}\bngày\b.{0,12}\btháng\b.{0,12}\bnăm\b")


@dataclass(frozen=True, slots=True)
class Sides:
    """Rows that stand in two columns, and the white between them."""

    left: tuple[Row, ...]
    right: tuple[Row, ...]
    corridor: tuple[float, float]

    def parts(self) -> Iterator[tuple[tuple[Row, ...], tuple[Row, ...]]]:
        """Its rows as a layout table has them, read from left to right.

        Header blocks part at the line with number and date, lists with tabs at every line, others not at all.
        """
        starts = [0.0, *self._starts(), float("inf")]
        for above, below in pairwise(starts):
            left = tuple(row for row in self.left if above <= row.baseline < below)
            right = tuple(row for row in self.right if above <= row.baseline < below)
            if left or right:
                yield left, right

    def _starts(self) -> list[float]:
        """Heights at which a row of the table begins, but for the first."""
        if _aligned(self.left) and _aligned(self.right):
            beside = [row.baseline for row in self.right]
            return [
                row.baseline - 1
                for row in self.left
                if any(abs(row.baseline - other) < 1 for other in beside)
            ]
        marks = [row for row in (*self.left, *self.right) if _SECOND.match(row.text)]
        return [min(row.baseline - row.size / 2 for row in marks)] if marks else []


def _aligned(side: tuple[Row, ...]) -> bool:
    """Several rows set at one left edge."""
    return len(side) > 1 and all(abs(row.x0 - side[0].x0) < 3 for row in side)


def divided(rows: list[Row]) -> list[Row | Sides]:
    """The rows of a page, those side by side as one block each."""
    found: list[Row | Sides] = []
    at = 0
    while at < len(rows):
        block = _Block.seeded(rows[at])
        if block is None:
            found.append(rows[at])
            at += 1
            continue
        while found and isinstance(found[-1], Row) and block.takes_above(found[-1]):
            found.pop()
        at += 1
        while at < len(rows) and block.takes(rows[at]):
            at += 1
        found.extend([block.closed()] if block.certain else block.rows)
    return found


class _Block:
    """Two columns while they grow row by row; `corridor` is the white that all rows so far leave open."""

    def __init__(self, row: Row, corridor: tuple[float, float]) -> None:
        self.corridor = corridor
        self.rows = [row]
        self.left = [_cut(row, corridor, left=True)]
        self.right = [_cut(row, corridor, left=False)]
        self.widest = (corridor[1] - corridor[0]) / row.size
        self.both = 1

    @classmethod
    def seeded(cls, row: Row) -> _Block | None:
        gaps = _gaps(row)
        if not gaps:
            return None
        usual = median(end - start for start, end in gaps) if len(gaps) > 2 else 0.3 * row.size
        widest = max(_after_label(row, gaps), key=lambda gap: gap[1] - gap[0], default=(0.0, 0.0))
        width = widest[1] - widest[0]
        return cls(row, widest) if width >= max(_WIDE * row.size, 2.5 * usual) else None

    @property
    def certain(self) -> bool:
        """White enough to be meant, in one row or agreed on by several."""
        return self.widest >= _LONE or self.both >= 2

    def takes_above(self, row: Row) -> bool:
        """Add a row just above the block, when it stands centred over one of its columns."""
        side = self._side(row)
        near = self.rows[0].baseline - row.baseline < 2.2 * row.size
        if side is None or not near or not _is_centred(row, side):
            return False
        self._narrow(row, side)
        self.rows.insert(0, row)
        side.insert(0, row)
        return True

    def takes(self, row: Row) -> bool:
        """Add the next row, if it leaves the corridor open and belongs to one of the columns or both."""
        apart = row.baseline - self.rows[-1].baseline
        if row.page != self.rows[0].page or apart > _SIGNING * row.size:
            return False
        shared = _open(row, self.corridor)
        if shared is not None:
            self._take_both(row, shared)
            return True
        side = self._side(row)
        if side is None or not (_is_centred(row, side) or _goes_on(row, side)):
            return False
        self._narrow(row, side)
        self.rows.append(row)
        side.append(row)
        return True

    def _take_both(self, row: Row, shared: tuple[float, float]) -> None:
        self.widest = max(self.widest, (shared[1] - shared[0]) / row.size)
        self.corridor = shared
        self.both += 1
        self.rows.append(row)
        self.left.append(_cut(row, shared, left=True))
        self.right.append(_cut(row, shared, left=False))

    def _side(self, row: Row) -> list[Row] | None:
        """The column the row can stand in; None when it would close the corridor."""
        start, end = self.corridor
        fits_left = row.x1 <= end - _NARROW * row.size
        fits_right = row.x0 >= start + _NARROW * row.size
        if fits_left and fits_right:
            return self.left if _is_centred(row, self.left) or _goes_on(row, self.left) else self.right
        if fits_left:
            return self.left
        return self.right if fits_right else None

    def _narrow(self, row: Row, side: list[Row]) -> None:
        start, end = self.corridor
        self.corridor = (max(start, row.x1), end) if side is self.left else (start, min(end, row.x0))

    def closed(self) -> Sides:
        return Sides(tuple(self.left), tuple(self.right), self.corridor)


def _is_centred(row: Row, side: list[Row]) -> bool:
    return any(abs(row.centre - other.centre) < _CENTRED for other in side)


def _goes_on(row: Row, side: list[Row]) -> bool:
    """Stands close under the column, at its left edge or a little in."""
    near = row.baseline - max(other.baseline for other in side) < 2.5 * row.size
    edge = min(other.x0 for other in side)
    return near and edge - 3 <= row.x0 <= edge + 2 * row.size


def _gaps(row: Row) -> list[tuple[float, float]]:
    return [(before.x1, after.x0) for before, after in pairwise(row.words) if after.x0 > before.x1]


def _after_label(row: Row, gaps: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Without the tab that follows a number or a dash."""
    return [gap for gap in gaps if gap[1] != row.after_label]


def _open(row: Row, corridor: tuple[float, float]) -> tuple[float, float] | None:
    """What stays open of the corridor between words of this row; None unless words stand on both sides."""
    for start, end in _gaps(row):
        shared = max(start, corridor[0]), min(end, corridor[1])
        if shared[1] - shared[0] >= _NARROW * row.size:
            return shared
    return None


def _cut(row: Row, corridor: tuple[float, float], *, left: bool) -> Row:
    middle = (corridor[0] + corridor[1]) / 2
    return Row(tuple(word for word in row.words if (word.x0 < middle) is left), row.page)
