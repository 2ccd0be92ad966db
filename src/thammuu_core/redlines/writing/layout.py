"""The text of a document laid over its XML: which run shows which letters, which paragraph ends where, what a row holds.

Runs are cut where somebody begins or stops to say something; a stretch then lies wholly inside or outside of any change.
"""

from __future__ import annotations

import copy
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from thammuu_core.redlines.writing.elements import SPACE
from thammuu_core.text import normalise
from thammuu_core.wordml.names import PPR, RPR, SDT, SDT_CONTENT, TC, TR, P, R, T, w

_THROUGH = frozenset(
    (SDT, SDT_CONTENT, w("hyperlink"), w("smartTag"), w("customXml"), w("fldSimple"), w("bdo"), w("dir"))
)
_FIELD, _CODE = w("fldChar"), w("instrText")
_BLANK = " \t\r\n"


@dataclass(slots=True, eq=False)
class Stretch:
    """A run, or something else that shows letters, and the letters [start, end) of the story that it shows."""

    element: etree._Element
    start: int
    end: int
    leaves: list[tuple[etree._Element, int, int]] = field(default_factory=list)
    """What inside it shows letters, and which."""
    solid: bool = False
    """Cannot be cut, taken out or gone into: maths, a text written twice for two programs, a field in one run."""
    fields: tuple[int, ...] = ()
    """Numbers of the fields whose code or result it is part of, the outermost first."""
    machinery: bool = False
    """Begins, parts or ends a field, or is its code."""


@dataclass(slots=True, eq=False)
class Line:
    """A paragraph and its letters [start, end); at `end` stands its mark, but for the story's last."""

    paragraph: etree._Element
    start: int
    end: int
    stretches: list[Stretch] = field(default_factory=list)
    row: etree._Element | None = None
    """The innermost row and cell in which it stands."""
    cell: etree._Element | None = None


class Layout:
    """The main story of one document. Offsets are those of its text and do not change when runs are cut."""

    def __init__(self, pieces: Sequence[tuple[str, etree._Element]], body: etree._Element) -> None:
        self.text = "".join(text for text, _ in pieces)
        self.lines = _lines(pieces, body)
        self._starts = [line.start for line in self.lines]
        self.fields = _fields(self.lines)
        """Where each field's result begins and ends."""

    def line(self, offset: int) -> Line:
        """The paragraph in which an offset stands; an offset at a mark is at the end of its paragraph."""
        return self.lines[self.index(offset)]

    def index(self, offset: int) -> int:
        """The number of that paragraph."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def across(self, start: int, end: int) -> list[Line]:
        """The paragraphs that hold a letter or a mark of [start, end)."""
        return self.lines[self.index(start) : self.index(max(end - 1, start)) + 1]

    def cut(self, offset: int) -> None:
        """See to it that a stretch begins at the offset, unless it is inside one that cannot be cut."""
        line = self.line(offset)
        for place, stretch in enumerate(line.stretches):
            if stretch.start < offset < stretch.end:
                if not stretch.solid:
                    shown = self.text[stretch.start : stretch.end]
                    line.stretches[place : place + 1] = _cut(stretch, offset, shown)
                return


def _lines(pieces: Sequence[tuple[str, etree._Element]], body: etree._Element) -> list[Line]:
    """Each paragraph with its stretches; the story's last has no mark among the pieces."""
    lines: list[Line] = []
    shown: dict[etree._Element, tuple[int, int]] = {}
    offset = start = 0
    for text, element in pieces:
        if element.tag == P:
            lines.append(_line(element, start, offset, shown))
            shown, start = {}, offset + len(text)
        else:
            known = shown.get(element, (offset, offset))
            shown[element] = (known[0], offset + len(text))
        offset += len(text)
    last = _paragraph_of(next(iter(shown))) if shown else _last(body, lines)
    if last is not None:
        lines.append(_line(last, start, offset, shown))
    return lines


def _paragraph_of(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors(P), None)


def _last(body: etree._Element, lines: Sequence[Line]) -> etree._Element | None:
    """The empty paragraph with which a body ends."""
    taken = {line.paragraph for line in lines}
    return next((child for child in reversed(list(body.iterchildren(P))) if child not in taken), None)


def _line(
    paragraph: etree._Element, start: int, end: int, shown: dict[etree._Element, tuple[int, int]]
) -> Line:
    line = Line(paragraph, start, end)
    line.row = next(paragraph.iterancestors(TR), None)
    line.cell = next(paragraph.iterancestors(TC), None)
    at = start
    for element in _flow(paragraph):
        leaves = [(leaf, *shown[leaf]) for leaf in element.iter() if leaf in shown]
        if element.tag != R and not leaves:
            continue
        begin, at = (leaves[0][1], leaves[-1][2]) if leaves else (at, at)
        line.stretches.append(Stretch(element, begin, at, leaves, _is_solid(element, leaves)))
    return line


def _flow(parent: etree._Element) -> Iterator[etree._Element]:
    """What stands in a paragraph in order: its runs, those of links and controls too, and what is none of these."""
    for child in parent:
        if child.tag in _THROUGH:
            yield from _flow(child)
        elif child.tag != PPR and isinstance(child.tag, str):
            yield child


def _is_solid(element: etree._Element, leaves: Sequence[tuple[etree._Element, int, int]]) -> bool:
    if element.tag != R:
        return True
    inside = any(leaf.getparent() is not element for leaf, _, _ in leaves)
    return inside or (bool(leaves) and any(child.tag in (_FIELD, _CODE) for child in element))


def _fields(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Number the fields, tell the stretches in which they are, and say where the result of each stands."""
    found: list[tuple[int, int]] = []
    open_: list[int] = []
    for stretch in (stretch for line in lines for stretch in line.stretches):
        stretch.fields = tuple(open_)
        for mark in stretch.element.iterchildren(_FIELD, _CODE):
            stretch.machinery = True
            kind = mark.get(w("fldCharType")) if mark.tag == _FIELD else ""
            if kind == "begin":
                open_.append(len(found))
                found.append((stretch.start, stretch.start))
                stretch.fields = tuple(open_)
            elif kind == "end" and open_:
                ended = open_.pop()
                found[ended] = (found[ended][0], stretch.end)
    for number in open_:
        found[number] = (found[number][0], -1)
    return found


def _cut(stretch: Stretch, offset: int, shown: str) -> list[Stretch]:
    """The two runs that one becomes; `shown` is what the stretch reads."""
    run = stretch.element
    place = next(number for number, leaf in enumerate(stretch.leaves) if leaf[2] >= offset)
    leaf, start, end = stretch.leaves[place]
    rest = stretch.leaves[place + 1 :]
    if end > offset:
        second = _halved(leaf, shown[start - stretch.start : end - stretch.start], offset - start)
        if second is None:
            stretch.solid = True
            return [stretch]
        rest.insert(0, (second, offset, end))
    after = etree.Element(R)
    after.attrib.update(run.attrib)
    look = run.find(RPR)
    if look is not None:
        after.append(copy.deepcopy(look))
    after.extend(list(leaf.itersiblings()))
    run.addnext(after)
    kept = [*stretch.leaves[:place], (leaf, start, min(end, offset))]
    return [
        Stretch(run, stretch.start, offset, kept, fields=stretch.fields),
        Stretch(after, offset, stretch.end, rest, fields=stretch.fields),
    ]


def _halved(leaf: etree._Element, shown: str, wanted: int) -> etree._Element | None:
    """The new `w:t` after this one, which keeps `wanted` letters; None where no letter of the file ends there."""
    if leaf.tag != T:
        return None
    raw = leaf.text or ""
    raw = raw if leaf.get(SPACE) == "preserve" else raw.strip(_BLANK)
    place = wanted if len(raw) == len(shown) else _place(raw, shown, wanted)
    if place is None:
        return None
    second = etree.Element(T, {SPACE: "preserve"})
    leaf.text, second.text = raw[:place], raw[place:]
    leaf.set(SPACE, "preserve")
    leaf.addnext(second)
    return second


def _place(raw: str, shown: str, wanted: int) -> int | None:
    """How many characters of the file make the first letters: marks typed apart and characters nobody sees go with them."""
    if normalise(raw) != shown:
        return None
    place = bisect_right(range(len(raw)), wanted, key=lambda end: len(normalise(raw[:end])))
    place = len(raw) if place == len(raw) and len(normalise(raw)) <= wanted else place - 1
    return place if normalise(raw[:place]) == shown[:wanted] else None
