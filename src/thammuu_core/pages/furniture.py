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
    first, last = 0, len(rows)
    middle = sheet.height / 2  # of a page that only a table fills, all rows left are furniture
    while first < last and rows[first].baseline < middle and _is_furniture(rows[first], sheet, repeated):
        first += 1
    while (
        last > first and rows[last - 1].baseline > middle and _is_furniture(rows[last - 1], sheet, repeated)
    ):
        last -= 1
    while 0 < first < last and not _apart(rows[first - 1], rows[first]):
        first -= 1
    while first < last < len(rows) and not _apart(rows[last - 1], rows[last]):
        last += 1
    body = rows[first:last]
    notes = _notes(sheet, body)
    return Parted(
        tuple(body[: len(body) - len(notes)]), tuple(rows[:first]), tuple(rows[last:]), tuple(notes)
    )


def _is_furniture(row: Row, sheet: Sheet, repeated: set[tuple[str, int]]) -> bool:
    return _at_edge(row, sheet) and (_key(row, sheet) in repeated or bool(_NUMBER.fullmatch(row.text)))


def _apart(above: Row, below: Row) -> bool:
    """More white between than between lines of a text: what stands close to the body is body, repeated or not."""
    return below.baseline - above.baseline > 1.3 * max(above.size, below.size)


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
