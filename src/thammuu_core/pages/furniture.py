"""What stands at the edges of pages and is not part of the text: page numbers, running headers, notes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from thammuu_core.pages.model import Rule, Sheet
from thammuu_core.pages.rows import Row

_NUMBER = re.compile(r"[-–—~\s]*(?:[Tt]rang\s*)?\d{1,4}(?:\s*/\s*\d{1,4})?[-–—~\s.]*")
_DIGITS = re.compile(r"\d+")
_EDGE = 0.12
"""Share of the page's height at either end where page numbers and running headers stand."""
_NOTE = re.compile(r"[\d*\[(]")


@dataclass(frozen=True, slots=True)
class Parted:
    """The rows of one page by what they are."""

    body: tuple[Row, ...]
    header: tuple[Row, ...] = ()
    footer: tuple[Row, ...] = ()
    notes: tuple[Row, ...] = ()


def part(pages: Sequence[tuple[Sheet, Sequence[Row]]]) -> list[Parted]:
    """Take page numbers, lines repeated at the edges, and notes off the body of each page."""
    repeated = _repeated(pages)
    return [_part(sheet, rows, repeated) for sheet, rows in pages]


def _repeated(pages: Sequence[tuple[Sheet, Sequence[Row]]]) -> set[tuple[str, int]]:
    """Lines found at the same height of an edge on at least half of several pages, whatever their digits."""
    seen: Counter[tuple[str, int]] = Counter()
    for sheet, rows in pages:
        seen.update({_key(row, sheet) for row in rows if _at_edge(row, sheet)})
    needed = max(2, len(pages) // 2)
    return {key for key, count in seen.items() if count >= needed}


def _key(row: Row, sheet: Sheet) -> tuple[str, int]:
    return _DIGITS.sub("#", row.text), round(row.baseline / 6)


def _at_edge(row: Row, sheet: Sheet) -> bool:
    return not _EDGE * sheet.height < row.baseline < (1 - _EDGE) * sheet.height


def _part(sheet: Sheet, rows: Sequence[Row], repeated: set[tuple[str, int]]) -> Parted:
    left = list(rows)
    header: list[Row] = []
    footer: list[Row] = []
    while left and _is_furniture(left[0], left[1:2], sheet, repeated):
        header.append(left.pop(0))
    while left and _is_furniture(left[-1], left[-2:-1], sheet, repeated):
        footer.insert(0, left.pop())
    notes = _notes(sheet, left)
    return Parted(tuple(left[: len(left) - len(notes)]), tuple(header), tuple(footer), tuple(notes))


def _is_furniture(row: Row, next_to: Sequence[Row], sheet: Sheet, repeated: set[tuple[str, int]]) -> bool:
    if not _at_edge(row, sheet):
        return False
    apart = all(abs(other.baseline - row.baseline) > 1.2 * row.size for other in next_to)
    return _key(row, sheet) in repeated or (apart and bool(_NUMBER.fullmatch(row.text)))


def _notes(sheet: Sheet, rows: Sequence[Row]) -> list[Row]:
    """Rows under the short line that parts notes from the text, smaller than the text and numbered."""
    for rule in sorted(sheet.rules, key=lambda rule: rule.at):
        below = [row for row in rows if row.baseline > rule.at]
        above = [row for row in rows if row.baseline <= rule.at]
        if below and above and _parts_notes(rule, sheet, above, below):
            return below
    return []


def _parts_notes(rule: Rule, sheet: Sheet, above: Sequence[Row], below: Sequence[Row]) -> bool:
    usual = Counter(round(row.size * 2) for row in above).most_common(1)[0][0] / 2
    return (
        rule.horizontal
        and 0.06 < rule.length / sheet.width < 0.45
        and rule.start < min(row.x0 for row in above) + 6
        and all(row.size < 0.95 * usual for row in below)
        and bool(_NOTE.match(below[0].text))
    )
