"""From proposals to what is done in the file, and in which shape.

An insertion or removal can often stand at several places with the same effect. Word shows whole paragraphs and rows as
such only at one of them, so each is slid there, over words that nobody else touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from lxml import etree

from thammuu_core.redlines.model import Edit
from thammuu_core.redlines.writing.choosing import Span, Spans, chosen
from thammuu_core.redlines.writing.layout import Layout, Line
from thammuu_core.redlines.writing.model import Proposal
from thammuu_core.redlines.writing.possible import Possible, Rows, beside, equivalents
from thammuu_core.wordml.names import P

_MOST = 4000
"""Places looked at for one change; a table of equal rows has as many as letters."""


@dataclass(frozen=True, slots=True)
class Part:
    """One change at one place: [start, end) goes, `new` comes."""

    start: int
    end: int
    new: str = ""
    rows: Rows | None = None
    """What comes is rows of a table."""
    moved: bool = False
    """Its words go away to, or come from, another part of the same plan."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done for one proposal."""

    proposal: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """Plans in the order of the proposals; who is left out and, of those who say the same as an earlier one, which."""

    plans: tuple[Plan, ...]
    left_out: tuple[int, ...]
    same: dict[int, int]


def settle(layout: Layout, proposals: Sequence[Proposal]) -> Settled:
    """Decide for each proposal whether it is shown as a change."""
    first, same, taken = chosen(layout.text, proposals)
    edits = {index: proposals[index].edit for index in first}
    settler = _Settler(layout, taken)
    told = _told_together(edits)
    shown: dict[int, tuple[Part, ...]] = {}
    for index, edit in edits.items():
        parts = settler.parts(index, edit, told.get(index, (index, None))[1])
        if parts is not None:
            shown[index] = parts
    for index in settler.drowned(shown):
        del shown[index]
    for index, (lead, _) in told.items():
        if lead not in shown:
            shown.pop(index, None)
    same = {index: known for index, known in same.items() if known in shown}
    left = tuple(index for index in range(len(proposals)) if index not in shown and index not in same)
    return Settled(tuple(Plan(index, parts) for index, parts in shown.items()), left, same)


def _told_together(edits: Mapping[int, Edit]) -> dict[int, tuple[int, str]]:
    """Of what one author puts in at one point: who tells it, and all of it for that one, nothing for the others.

    What moved there stands first, as in `applied`.
    """
    points: dict[int, list[tuple[bool, int, str]]] = {}
    for index, edit in edits.items():
        if edit.to is not None or edit.start == edit.end:
            place = edit.start if edit.to is None else edit.to
            points.setdefault(place, []).append((edit.to is None, index, edit.new))
    found: dict[int, tuple[int, str]] = {}
    for here in points.values():
        if len(here) > 1:
            words = "".join(new for _, _, new in sorted(here, key=lambda each: each[0]))
            lead = here[0][1]
            found |= {index: (lead, words if index == lead else "") for _, index, _ in here}
    return found


class _Settler:
    """Finds the shape of each change among the others."""

    def __init__(self, layout: Layout, taken: Spans) -> None:
        self._layout = layout
        self._text = layout.text
        self._possible = Possible(layout)
        self._taken = taken

    def parts(self, index: int, edit: Edit, come: str | None) -> tuple[Part, ...] | None:
        """What is to be done; None when Word has no marks for it. `come` is put in instead of the change's own words."""
        if edit.to is not None:
            return self._move(index, edit, come)
        if edit.old and edit.new:
            return self._replaced(index, edit)
        new = edit.new if come is None else come
        if not edit.old and not new:
            return ()
        part = self._pure(Span(edit.start, edit.end, index), new)
        return None if part is None else (part,)

    def drowned(self, shown: Mapping[int, tuple[Part, ...]]) -> list[int]:
        """What would be put into a row or a paragraph of which another change leaves nothing."""
        vanishing = {
            line.paragraph
            for parts in shown.values()
            for part in parts
            if part.start < part.end
            for line in self._possible.vanishing(part.start, part.end)
        }
        return [
            index
            for index, parts in shown.items()
            if any(self._is_drowned(part, vanishing) for part in parts)
        ]

    def _is_drowned(self, part: Part, vanishing: set[etree._Element]) -> bool:
        if not part.new or part.rows is not None:
            return False
        line = self._layout.line(self._place(part))
        before = part.new.endswith("\n") and part.start == part.end == line.start and line.row is None
        return line.paragraph in vanishing and not before

    def _place(self, part: Part) -> int:
        """Where its new words stand: behind what they replace, or before it if that ends a paragraph."""
        return part.end if self._text[part.start : part.end][-1:] not in ("", "\n") else part.start

    def _move(self, index: int, edit: Edit, come: str | None) -> tuple[Part, ...] | None:
        assert edit.to is not None
        away = self._pure(Span(edit.start, edit.end, index), "")
        if away is None or come == "":
            return None if away is None else (away,)
        new = edit.new if come is None else come
        here = self._pure(Span(edit.to, edit.to, index), new)
        if here is None:
            return None
        if come is None and edit.old == edit.new and self._is_movable(away, here):
            away, here = replace(away, moved=True), replace(here, moved=True)
        return away, here

    def _is_movable(self, away: Part, here: Part) -> bool:
        """Whole paragraphs from side to side, or words inside one; nothing but words in them."""
        words = self._text[away.start : away.end]
        lines = self._layout.across(away.start, away.end)
        if here.rows or words != here.new or self._possible.whole_rows(away.start, away.end):
            return False
        plain = all(
            (stretch.end > stretch.start and not stretch.fields) or not away.start <= stretch.start < away.end
            for line in lines
            for stretch in line.stretches
        )
        if "\n" not in words:
            return plain and len(lines) == 1
        whole = self._begins(away.start) and words.endswith("\n") and self._begins(here.start)
        return plain and whole and len({line.paragraph.getparent() for line in lines}) == 1

    def _begins(self, offset: int) -> bool:
        return self._layout.line(offset).start == offset

    def _replaced(self, index: int, edit: Edit) -> tuple[Part, ...] | None:
        start, end, new = edit.start, edit.end, edit.new
        while end > start + 1 and len(new) > 1 and self._text[end - 1] == "\n" == new[-1]:
            end, new = end - 1, new[:-1]
        while end > start + 1 and len(new) > 1 and self._text[start] == "\n" == new[0]:
            start, new = start + 1, new[1:]
        own = Span(edit.start, edit.end, index)
        old, lines = self._text[start:end].split("\n"), new.split("\n")
        if len(old) == len(lines) > 1:
            parts = tuple(_line_by_line(start, old, lines))
            points = [part.start for part in parts if part.start == part.end]
            if all(self._is_free(point, point, own) for point in points) and all(
                self._one(part) for part in parts
            ):
                return parts
        part = Part(start, end, new)
        crowded = self._place(part) == start and not self._is_free(start, start, own)
        return (part,) if not crowded and self._one(part) else None

    def _one(self, part: Part) -> bool:
        """Whether the change can stand at its very place."""
        for offset in (part.start, part.end):
            self._layout.cut(offset)
        if part.start < part.end and not self._possible.removable(part.start, part.end, alone=not part.new):
            return False
        if not part.new:
            return True
        rows = self._possible.whole_rows(part.start, part.end) if part.start < part.end else []
        return not rows and self._possible.insertable(self._place(part), part.new)

    def _pure(self, own: Span, new: str) -> Part | None:
        """An insertion or removal at the best of the places where it has the same effect."""
        free = enumerate(islice(self._free(own, new), _MOST))
        ranked = sorted((self._rank(a, b, words), number, a, b, words) for number, (a, b, words) in free)
        for _, _, a, b, words in ranked:
            part = Part(a, b, words, self._possible.rows(a, words) if a == b else None)
            if part.rows is not None or self._one(part):
                return part
        return None

    def _free(self, own: Span, new: str) -> Iterator[tuple[int, int, str]]:
        """The given place, and those to which one gets without touching another change."""
        for a, b, words in equivalents(self._text, own.start, own.end, new):
            if a == own.start or self._is_free(min(a, own.start), max(b, own.end), own):
                yield a, b, words

    def _is_free(self, start: int, end: int, own: Span) -> bool:
        return all(span == own for span in self._taken.touching(start, end))

    def _rank(self, start: int, end: int, new: str) -> int:
        """How natural a place is: 0 for rows and whole paragraphs, then between words, then anywhere."""
        if start == end and self._possible.rows(start, new) is not None:
            return 0
        whole = new if start == end else self._text[start:end]
        if "\n" in whole:
            return self._rank_of_paragraphs(start, whole, inserted=start == end)
        return 0 if self._parts_words(start) and self._parts_words(end) else 1

    def _rank_of_paragraphs(self, start: int, words: str, *, inserted: bool) -> int:
        """Whole paragraphs before one of the same cell; after a table; at the end of a cell; at the beginning of one."""
        index = self._layout.index(start)
        line = self._layout.lines[index]
        if start == line.start and words.endswith("\n"):
            above = self._layout.lines[index - 1] if index else line
            if not inserted or above.cell is line.cell:
                return 1 if inserted else 0
            return 2 if _is_inside(above, line.cell) else 4
        if start == line.end and words.startswith("\n"):
            following = beside(line.paragraph)
            return 5 if following is not None and following.tag == P else 3
        return 6

    def _parts_words(self, offset: int) -> bool:
        around = self._text[max(offset - 1, 0) : offset + 1]
        return not (len(around) == 2 and around.isalnum())


def _is_inside(line: Line, cell: etree._Element | None) -> bool:
    """Whether a paragraph stands in a table of the cell; of the body when there is none."""
    return line.cell is not None and (cell is None or cell in line.cell.iterancestors())


def _line_by_line(start: int, old: Iterable[str], new: Iterable[str]) -> Iterator[Part]:
    for before, after in zip(old, new, strict=True):
        if before != after:
            yield Part(start, start + len(before), after)
        start += len(before) + 1
