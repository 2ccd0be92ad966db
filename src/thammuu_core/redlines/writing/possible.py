"""What Word has marks for: which words and paragraph marks can be taken out, where words, paragraphs and rows can be put in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from thammuu_core.redlines.writing.layout import Layout, Line, Stretch
from thammuu_core.wordml.names import (
    DEL,
    INS,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    SDT,
    SDT_CONTENT,
    TBL,
    TC,
    TR,
    P,
    R,
    w,
)

_MARKUP = frozenset(
    w(name)
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "proofErr", "permStart", "permEnd",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    )
)  # fmt: skip
_WRAPPERS = frozenset(
    (SDT, SDT_CONTENT, INS, DEL, MOVE_FROM, MOVE_TO, w("hyperlink"), w("smartTag"), w("customXml"), w("fldSimple"),
     w("bdo"), w("dir"))
)  # fmt: skip
_MERGED = f"{w('tcPr')}/{w('vMerge')}"


@dataclass(frozen=True, slots=True)
class Rows:
    """New rows of a table: the row that they are like, whether they stand before or after it, the words of their cells."""

    model: etree._Element
    before: bool
    cells: tuple[tuple[str, ...], ...]


class Possible:
    """The limits of one document."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    @cached_property
    def _rows(self) -> dict[etree._Element, list[Line]]:
        """Every row with its paragraphs, those of tables inside it too."""
        rows: dict[etree._Element, list[Line]] = {}
        for line in self._layout.lines:
            for row in line.paragraph.iterancestors(TR):
                rows.setdefault(row, []).append(line)
        return rows

    def whole_rows(self, start: int, end: int) -> list[etree._Element]:
        """The outermost rows of which nothing would be left, and which can go."""
        found: list[etree._Element] = []
        for line in self._layout.across(start, end):
            for row in reversed(list(line.paragraph.iterancestors(TR))):
                inside = self._rows[row]
                if row not in found and all(start <= each.start and each.end < end for each in inside):
                    found.append(row)
                    break
                if row in found:
                    break
        return found if all(_stands_alone(row, found) for row in found) else []

    def vanishing(self, start: int, end: int) -> list[Line]:
        """The paragraphs of which nothing is left when these letters go: those of rows, those that end before a table."""
        rows = self.whole_rows(start, end)
        found: list[Line] = []
        for line in reversed(self._layout.across(start, end)):
            if not start <= line.end < end:
                continue
            following = beside(line.paragraph)
            into = found[-1].paragraph if found else None
            in_row = any(row in rows for row in line.paragraph.iterancestors(TR))
            if in_row or following is None or following.tag != P or following is into:
                found.append(line)
        return found

    def removable(self, start: int, end: int, *, alone: bool = True) -> bool:
        """Whether the letters can be taken out; `alone` when nothing is put in their place."""
        rows = self.whole_rows(start, end)
        for line in self._layout.across(start, end):
            if any(row in rows for row in line.paragraph.iterancestors(TR)):
                continue
            if any(_is_hurt(stretch, start, end) for stretch in line.stretches):
                return False
            if start <= line.end < end and not self._can_go(line, start, alone=alone):
                return False
        return True

    def _can_go(self, line: Line, start: int, *, alone: bool) -> bool:
        """Whether a paragraph may lose its mark: it flows into the next one, or nothing is left of it."""
        if line.paragraph.find(f"{PPR}/{w('sectPr')}") is not None:
            return False
        following = beside(line.paragraph)
        if following is None:
            return False
        if following.tag == P:
            lines = self._layout.lines
            index = self._layout.index(line.start) + 1
            return index < len(lines) and lines[index].paragraph is following
        whole = start <= line.start and self._layout.line(start).start == start
        return following.tag in (TBL, SDT) and alone and whole

    def rows(self, place: int, new: str) -> Rows | None:
        """The rows that these words make, put at the beginning of a paragraph; None when they are paragraphs."""
        index = self._layout.index(place)
        line = self._layout.lines[index]
        if place != line.start or not new.endswith("\n") or not index:
            return None
        above = self._layout.lines[index - 1].row
        if above is None or line.row is above or _table(above) is None:
            return None
        between = line.row is not None and _table(line.row) is _table(above)
        words = new[:-1].split("\n")
        for row, before in ((above, False), (line.row if between else None, True)):
            columns = 0 if row is None else self._columns(row)
            if row is not None and columns >= (2 if between else 3) and len(words) % columns == 0:
                cells = tuple(tuple(words[at : at + columns]) for at in range(0, len(words), columns))
                return Rows(row, before, cells)
        return None

    def _columns(self, row: etree._Element) -> int:
        """Cells of a row that has one paragraph in each; 0 for another."""
        cells = row.findall(TC)
        lines = self._rows[row]
        plain = len(lines) == len(cells) and all(line.row is row for line in lines)
        return len(cells) if plain and not any(cell.find(_MERGED) is not None for cell in cells) else 0

    def insertable(self, place: int, new: str) -> bool:
        """Whether words can be put in at this very place, paragraph marks among them dividing what stands there."""
        line = self._layout.line(place)
        if any(stretch.start < place < stretch.end for stretch in line.stretches):
            return False
        if "\n" not in new:
            return True
        before = anchor(line, place)
        inside = before is not None and before.getparent() is not line.paragraph
        return not inside and not _common_fields(line, place)


def beside(element: etree._Element) -> etree._Element | None:
    """The element after this one, what only marks a place left aside."""
    following = element.getnext()
    while following is not None and (following.tag in _MARKUP or not isinstance(following.tag, str)):
        following = following.getnext()
    return following if following is None or following.tag != w("sectPr") else None


def anchor(line: Line, place: int) -> etree._Element | None:
    """The element of a paragraph after which new words stand; None at its beginning. Fields and links are closed first."""
    number = _last_before(line, place)
    return None if number is None else outside(line.stretches[number].element)


def outside(element: etree._Element) -> etree._Element:
    """The element, or what wraps it where nothing follows inside."""
    parent = element.getparent()
    while parent is not None and parent.tag in _WRAPPERS and not _has_more(element):
        element, parent = parent, parent.getparent()
    return element


def _has_more(element: etree._Element) -> bool:
    return any(after.tag not in _MARKUP and isinstance(after.tag, str) for after in element.itersiblings())


def _last_before(line: Line, place: int) -> int | None:
    """Number of the last stretch that stands before new words at a place."""
    number = None
    for each, stretch in enumerate(line.stretches):
        if stretch.end <= place and (stretch.end > stretch.start or stretch.start < place):
            number = each
    if number is None:
        return None
    open_ = set(line.stretches[number].fields) - set(_common_fields(line, place))
    for each in range(number + 1, len(line.stretches)):
        stretch = line.stretches[each]
        if stretch.start != place or stretch.end != place or not open_.intersection(stretch.fields):
            break
        if stretch.machinery and set(stretch.fields) <= set(line.stretches[number].fields):
            number = each
    return number


def _common_fields(line: Line, place: int) -> tuple[int, ...]:
    """The fields in whose results words at a place stand."""
    worded = [stretch for stretch in line.stretches if stretch.end > stretch.start]
    before = next((stretch for stretch in reversed(worded) if stretch.end <= place), None)
    after = next((stretch for stretch in worded if stretch.start >= place), None)
    if before is None or after is None:
        return ()
    return tuple(number for number in before.fields if number in after.fields)


def _is_hurt(stretch: Stretch, start: int, end: int) -> bool:
    """A stretch that would be taken out in part, or cannot be taken out."""
    if stretch.end <= start or stretch.start >= end or stretch.start == stretch.end:
        return False
    return stretch.solid or stretch.element.tag != R or stretch.start < start or stretch.end > end


def _stands_alone(row: etree._Element, gone: list[etree._Element]) -> bool:
    """No cell of it goes on in a row that stays: that one would begin to count."""
    if not any(cell.find(_MERGED) is not None for cell in row.iterchildren(TC)):
        return True
    below = _below(row)
    continued = below is not None and any(
        merged.get(w("val"), "continue") == "continue"
        for cell in below.iterchildren(TC)
        if (merged := cell.find(_MERGED)) is not None
    )
    return not continued or below in gone


def _below(row: etree._Element) -> etree._Element | None:
    return next(row.itersiblings(TR), None)


def _table(row: etree._Element) -> etree._Element | None:
    """The table of which a row is a plain one, not one of a control."""
    parent = row.getparent()
    return parent if parent is not None and parent.tag == TBL else None


def equivalents(
    text: str, start: int, end: int, new: str, most: int = 4000
) -> Iterator[tuple[int, int, str]]:
    """A pure insertion or removal at each place where it has the same effect, the given one first, nearest next."""
    yield start, end, new
    left, right = (start, end, new), (start, end, new)
    for _ in range(most):
        moved_left, moved_right = _left(text, *left), _right(text, *right)
        if moved_left is None and moved_right is None:
            return
        if moved_right is not None:
            right = moved_right
            yield right
        if moved_left is not None:
            left = moved_left
            yield left


def _left(text: str, start: int, end: int, new: str) -> tuple[int, int, str] | None:
    last = new[-1:] or text[end - 1 : end]
    if not start or text[start - 1] != last:
        return None
    return start - 1, end - 1, new[-1:] + new[:-1]


def _right(text: str, start: int, end: int, new: str) -> tuple[int, int, str] | None:
    first = new[:1] or text[start : start + 1]
    if end >= len(text) or text[end] != first:
        return None
    return start + 1, end + 1, new[1:] + new[:1]
