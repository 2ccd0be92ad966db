"""Header and signature blocks as a reader sees them: columns of lines, however the file laid them out.

The same block comes as a borderless table, as one flattened row, as two columns of plain text, or line by line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from thammuu_core.outline import in_capitals, signs
from thammuu_core.outline.signatures import AUTHORITY, NAME, OFFICE
from thammuu_core.provisions import Level, Provision
from thammuu_core.text import fold_keep

_RULE = re.compile(r"[\s\-–—_=*.|]*")
_COLUMNS = re.compile(
    r"(?<![ \t])(?<!Số)(?<!Số:)(?<!ngày)(?<!tháng)(?<!năm)(?: {3,}|\t[ \t]*)(?=[^\s/])(?!tháng|năm)"
)
"""A wide gap between columns; the blanks of a draft ("Số:     /KH", "ngày     tháng") are none."""
_LISTED = re.compile(r"\s*(?:[-–+]|noi nhan)")
_FILED_AND_NAME = re.compile(rf"Lưu\b.*[.;)] (?P<name>{NAME.pattern})$")
_NUMBER = re.compile(r"Số\s*:?[\s.…]*\d*", re.IGNORECASE)
"""The slash after it belongs to the symbol: "Số: 141 / KH - UBND"."""
_BREAK = re.compile(r"\n| (?:/ )+(?=[-+–(]|[^\W\d_])")


def cells(provisions: Iterable[Provision]) -> list[list[str]]:
    """The cells of a block, each a list of its lines: tables column by column, what stands outside them as one cell."""
    return _cells(provisions, _columns, _side_by_side)


def cells_by_row(provisions: Iterable[Provision]) -> list[list[str]]:
    """The same with tables row by row, for what runs across: "Kính gửi:" and the names to its right."""
    return _cells(provisions, _rows, _across)


def _cells(
    provisions: Iterable[Provision],
    of_table: Callable[[Provision], Iterable[list[str]]],
    of_lines: Callable[[list[str]], Iterable[list[str]]],
) -> list[list[str]]:
    found: list[list[str]] = []
    loose: list[str] = []
    for node in provisions:
        if node.level is Level.TABLE:
            found.extend(of_lines(loose))
            loose = []
            found.extend(of_table(node))
        else:
            loose.extend(node.text.split("\n"))
    return [cell for cell in [*found, *of_lines(loose)] if cell]


def lines(text: str) -> list[str]:
    """The lines of a cell, tidy, without rules and blanks; a flattened break (" / ") is a break again."""
    parts: list[str] = []
    for part in _BREAK.split(text):
        if parts and _NUMBER.fullmatch(parts[-1].strip()):
            parts[-1] += f" / {part}"
        else:
            parts.append(part)
    return [tidy(line) for line in parts if not _RULE.fullmatch(line)]


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


def _across(loose: list[str]) -> list[list[str]]:
    """Plain lines as one cell, columns in reading order."""
    return [[line for text in loose for part in _COLUMNS.split(text) for line in lines(part)]]


def _side_by_side(loose: list[str]) -> list[list[str]]:
    """Plain lines, one cell; or two columns, typed with spaces or run into one line: recipients and signature.

    A line that lost its leading space is known for the right column by the words of a signature.
    """
    left: list[str] = []
    right: list[str] = []
    parted = [_parted(line.strip()) for line in loose]
    wide = any(len(parts) > 1 for parts in parted)
    for first, *others in parted:
        alone = wide and not others and (signs(first) or NAME.fullmatch(first))
        (right if alone else left).extend(lines(first))
        right.extend(part for other in others for part in lines(other))
    return [column for column in (left, right) if column]


def _parted(line: str) -> list[str]:
    """The columns of one line: "- UBND tỉnh; PHÓ GIÁM ĐỐC" has two, though nothing but a space parts them."""
    columns = _COLUMNS.split(line)
    if len(columns) > 1 or not _LISTED.match(fold_keep(line)):
        return columns
    starts = [found.start() for found in (*AUTHORITY.finditer(line), *OFFICE.finditer(fold_keep(line)))]
    start = next((start for start in sorted(starts) if start and in_capitals(line[start:])), None)
    named = _FILED_AND_NAME.search(line)
    start = named.start("name") if named and start is None else start
    return columns if start is None else [line[:start].strip(), line[start:]]
