"""Header and signature blocks as a reader sees them: columns of lines, however the file laid them out.

The same block comes as a borderless table, as one flattened row, as two columns of plain text, or line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from thammuu_core.provisions import Level, Provision

_RULE = re.compile(r"[\s\-–—_=*.|]*")
_COLUMNS = re.compile(r" {3,}|\t+")
_BREAK = re.compile(r"\n| / (?=[-+–(]|[^\W\d_])")


def cells(provisions: Iterable[Provision]) -> list[list[str]]:
    """The cells of a block, each a list of its lines; lines outside tables are a cell each, unless bars fence them."""
    found: list[list[str]] = []
    loose: list[str] = []
    for node in provisions:
        if node.level is Level.TABLE:
            found.extend(_fenced(loose))
            loose = []
            found.extend(_columns(node))
        else:
            loose.extend(node.text.split("\n"))
    return [cell for cell in [*found, *_fenced(loose)] if cell]


def lines(text: str) -> list[str]:
    """The lines of a cell, tidy, without rules and blanks; a flattened break (" / ") is a break again."""
    return [tidy(line) for line in _BREAK.split(text) if not _RULE.fullmatch(line)]


def tidy(line: str) -> str:
    """One line without emphasis marks, doubled spaces and the rule drawn after it."""
    line = " ".join(line.replace("**", "").replace("*", "").split())
    return re.sub(r"\s*[-_–—=]{3,}$", "", line)


def _columns(table: Provision) -> Iterator[list[str]]:
    """A block's table read down each column; rows of different make-up are read one by one."""
    rows = [row.cells for row in table.children if row.cells]
    width = max((len(row) for row in rows), default=0)
    for column in range(width):
        yield [line for row in rows if column < len(row) for line in lines(row[column])]


def _fenced(loose: list[str]) -> list[list[str]]:
    """Plain lines: cells between lone bars, two columns kept apart by wide gaps, else a cell a line."""
    if any(line.strip() == "|" for line in loose):
        text = "\n".join("\f" if line.strip() == "|" else line for line in loose)
        return [found for part in text.split("\f") if (found := lines(part))]
    if any(len(_COLUMNS.split(line.strip())) > 1 for line in loose):
        return _side_by_side(loose)
    return [found for line in loose if (found := lines(line))]


def _side_by_side(loose: list[str]) -> list[list[str]]:
    """Two columns typed with spaces: what starts beyond the middle of the widest line is the right one."""
    middle = max(map(len, loose)) * 0.4
    left: list[str] = []
    right: list[str] = []
    for line in loose:
        place = 0
        for part in _COLUMNS.split(line):
            place = line.find(part, place) if part else place
            (right if place > middle else left).extend(lines(part))
            place += len(part)
    return [column for column in (left, right) if column]
