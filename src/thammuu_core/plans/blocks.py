"""Header and signature blocks as a reader sees them: columns of lines, however the file laid them out.

The same block comes as a borderless table, as one flattened row, as two columns of plain text, or line by line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from thammuu_core.outline import signs
from thammuu_core.outline.signatures import NAME
from thammuu_core.provisions import Level, Provision

_RULE = re.compile(r"[\s\-–—_=*.|]*")
_COLUMNS = re.compile(r" {3,}|\t+")
_BREAK = re.compile(r"\n| / (?=[-+–(]|[^\W\d_])")


def cells(provisions: Iterable[Provision]) -> list[list[str]]:
    """The cells of a block, each a list of its lines: tables column by column, what stands outside them as one cell."""
    return _cells(provisions, _columns)


def cells_by_row(provisions: Iterable[Provision]) -> list[list[str]]:
    """The same with tables row by row, for what runs across: "Kính gửi:" and the names to its right."""
    return _cells(provisions, _rows)


def _cells(
    provisions: Iterable[Provision], of_table: Callable[[Provision], Iterable[list[str]]]
) -> list[list[str]]:
    found: list[list[str]] = []
    loose: list[str] = []
    for node in provisions:
        if node.level is Level.TABLE:
            found.extend(_outside(loose))
            loose = []
            found.extend(of_table(node))
        else:
            loose.extend(node.text.split("\n"))
    return [cell for cell in [*found, *_outside(loose)] if cell]


def lines(text: str) -> list[str]:
    """The lines of a cell, tidy, without rules and blanks; a flattened break (" / ") is a break again."""
    return [tidy(line) for line in _BREAK.split(text) if not _RULE.fullmatch(line)]


def tidy(line: str) -> str:
    """One line without emphasis marks, doubled spaces and the rule drawn after it."""
    line = " ".join(line.replace("**", "").replace("*", "").split())
    return re.sub(r"\s*[-_–—=]{2,}$", "", line)


def _columns(table: Provision) -> Iterator[list[str]]:
    rows = [row.cells for row in table.children if row.cells]
    width = max((len(row) for row in rows), default=0)
    for column in range(width):
        yield [line for row in rows if column < len(row) for line in lines(row[column])]


def _rows(table: Provision) -> Iterator[list[str]]:
    return (lines(cell) for row in table.children for cell in row.cells)


def _outside(loose: list[str]) -> list[list[str]]:
    """Plain lines: two columns kept apart by wide gaps, else one cell."""
    if any(len(_COLUMNS.split(line.strip())) > 1 for line in loose):
        return _side_by_side(loose)
    return [[line for text in loose for line in lines(text)]]


def _side_by_side(loose: list[str]) -> list[list[str]]:
    """Two columns typed with spaces: what starts beyond the middle of the widest line is the right one.

    A line whose leading space was lost is known for the right column by the signature's words.
    """
    middle = max(map(len, loose)) * 0.4
    left: list[str] = []
    right: list[str] = []
    for line in loose:
        place = 0
        parts = _COLUMNS.split(line)
        if len(parts) == 1 and (signs(line) or NAME.fullmatch(line.strip())):
            right.extend(lines(line))
            continue
        for part in parts:
            place = line.find(part, place) if part else place
            (right if place > middle else left).extend(lines(part))
            place += len(part)
    return [column for column in (left, right) if column]
