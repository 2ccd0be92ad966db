"""Tables by the lines that rule them: where lines meet there is a grid, where one is missing cells are merged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thammuu_core.pages.model import Rule, Word

_TOUCH = 3.0
"""Points within which two lines meet, or are one line drawn twice."""
_MOST = 1500
"""Lines of one page that are looked at: beyond is a drawing."""


@dataclass(frozen=True, slots=True)
class Box:
    """One cell: its place in the grid and on the page."""

    row: int
    column: int
    rows: int
    columns: int
    x0: float
    x1: float
    top: float
    bottom: float

    def holds(self, word: Word) -> bool:
        """The middle of the word is inside."""
        x, y = (word.x0 + word.x1) / 2, word.baseline - 0.3 * word.size
        return self.x0 <= x < self.x1 and self.top <= y < self.bottom


@dataclass(frozen=True, slots=True)
class Grid:
    """The ruled skeleton of one table on one page."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    boxes: tuple[Box, ...]

    def holds(self, word: Word) -> bool:
        """The middle of the word is inside the outer border."""
        x, y = (word.x0 + word.x1) / 2, word.baseline - 0.3 * word.size
        return self.xs[0] <= x < self.xs[-1] and self.ys[0] <= y < self.ys[-1]


def grids(rules: Sequence[Rule]) -> list[Grid]:
    """The tables ruled on a page, from the top; a frame with a single cell is no table."""
    if len(rules) > _MOST:
        rules = sorted(rules, key=lambda rule: -rule.length)[:_MOST]
    lines = _merged(rule for rule in rules if rule.horizontal) + _merged(
        rule for rule in rules if not rule.horizontal
    )
    found = [grid for grid in map(_grid, _components(lines)) if grid and len(grid.boxes) > 1]
    return sorted(_outermost(found), key=lambda grid: grid.ys[0])


def _merged(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line drawn cell by cell, or twice, put together."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (round(rule.at / 1.5), rule.start)):
        for at in range(len(merged) - 1, max(-1, len(merged) - 9), -1):
            other = merged[at]
            if abs(other.at - rule.at) <= 2 and rule.start <= other.end + _TOUCH and other.start <= rule.end:
                start, end = min(other.start, rule.start), max(other.end, rule.end)
                merged[at] = Rule(rule.horizontal, other.at, start, end)
                break
        else:
            merged.append(rule)
    return merged


def _components(lines: list[Rule]) -> list[list[Rule]]:
    """Lines that meet, directly or through others."""
    parent = list(range(len(lines)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    across = [at for at, line in enumerate(lines) if line.horizontal]
    down = [at for at, line in enumerate(lines) if not line.horizontal]
    for h in across:
        for v in down:
            if _meet(lines[h], lines[v]):
                parent[root(h)] = root(v)
    groups: dict[int, list[Rule]] = {}
    for at, line in enumerate(lines):
        groups.setdefault(root(at), []).append(line)
    return list(groups.values())


def _meet(across: Rule, down: Rule) -> bool:
    return (
        across.start - _TOUCH <= down.at <= across.end + _TOUCH
        and down.start - _TOUCH <= across.at <= down.end + _TOUCH
    )


def _grid(lines: list[Rule]) -> Grid | None:
    across = [line for line in lines if line.horizontal]
    down = [line for line in lines if not line.horizontal]
    if len(across) < 2 or not down:
        return None
    left, right = min(line.start for line in across), max(line.end for line in across)
    top, bottom = min(line.at for line in across), max(line.at for line in across)
    # Tables are often drawn open at the sides.
    down = [*down, Rule(False, left, top, bottom), Rule(False, right, top, bottom)]
    xs, ys = _levels(line.at for line in down), _levels(line.at for line in across)
    if len(xs) < 2 or len(ys) < 2:
        return None
    return Grid(xs, ys, tuple(_boxes(xs, ys, across, down)))


def _levels(values: Iterable[float]) -> tuple[float, ...]:
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > _TOUCH + 1:
            levels.append(value)
    return tuple(levels)


def _boxes(
    xs: tuple[float, ...], ys: tuple[float, ...], across: list[Rule], down: list[Rule]
) -> Iterable[Box]:
    """Squares of the grid, those without a line between them as one."""
    taken: set[tuple[int, int]] = set()
    for row in range(len(ys) - 1):
        for column in range(len(xs) - 1):
            if (row, column) in taken:
                continue
            wide = 1
            while column + wide < len(xs) - 1 and not _wall(down, xs[column + wide], ys[row], ys[row + 1]):
                wide += 1
            right = xs[column + wide]
            high = 1
            while row + high < len(ys) - 1 and not _wall(across, ys[row + high], xs[column], right):
                high += 1
            taken |= {(row + r, column + c) for r in range(high) for c in range(wide)}
            yield Box(row, column, high, wide, xs[column], right, ys[row], ys[row + high])


def _wall(lines: list[Rule], at: float, start: float, end: float) -> bool:
    """A line stands there along most of the way."""
    middle = (start + end) / 2
    return any(
        abs(line.at - at) <= _TOUCH + 1 and line.start - _TOUCH <= middle <= line.end + _TOUCH
        for line in lines
    )


def _outermost(found: list[Grid]) -> list[Grid]:
    """A table inside a cell is read as text of the cell."""
    by_area = sorted(found, key=lambda grid: -(grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0]))
    kept: list[Grid] = []
    for grid in by_area:
        x, y = (grid.xs[0] + grid.xs[-1]) / 2, (grid.ys[0] + grid.ys[-1]) / 2
        if not any(big.xs[0] < x < big.xs[-1] and big.ys[0] < y < big.ys[-1] for big in kept):
            kept.append(grid)
    return kept
