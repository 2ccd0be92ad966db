"""Comments put where they belong: marks round the words in the text, the comment itself in its own part."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from thammuu_core.redlines.writing.changing import Changing, at_beginning
from thammuu_core.redlines.writing.comments import Comments
from thammuu_core.redlines.writing.layout import Layout, Line, Stretch
from thammuu_core.redlines.writing.model import Note
from thammuu_core.redlines.writing.possible import anchor
from thammuu_core.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, P, R, w

_CHANGES = (INS, DEL, MOVE_FROM, MOVE_TO)


class Noting:
    """Puts comments into one document, after all changes are made."""

    def __init__(self, layout: Layout, changing: Changing, comments: Comments) -> None:
        self._layout = layout
        self._changing = changing
        self._comments = comments

    def put(self, note: Note) -> None:
        """Put one comment, with the answers in its thread, on words of the main story."""
        ids = self._comments.add(note)
        length = len(self._layout.text)
        start = min(max(note.start, 0), length)
        end = min(max(note.end, start), length)
        worded = self._worded(start, end)
        come = self._changing.came(start, end)
        if not worded and come is None:
            self._on_a_point(start, ids)
            return
        first = _unwrapped(worded[0].element) if worded else None
        last = _unwrapped(worded[-1].element) if worded else None
        if come is not None and come.tag == P:
            first = first if first is not None else next(come.iterchildren(*_CHANGES, R), None)
            come.extend([*_ends(ids), *_references(ids)])
            _begin(first, come, ids)
            return
        if come is not None:
            first = first if first is not None else come
            last = come
        assert first is not None
        assert last is not None
        _begin(first, None, ids)
        for element in reversed([*_ends(ids), *_references(ids)]):
            last.addnext(element)

    def _worded(self, start: int, end: int) -> list[Stretch]:
        """What shows a letter of the words."""
        if start == end:
            return []
        lines = self._layout.across(start, end)
        return [
            stretch
            for line in lines
            for stretch in line.stretches
            if stretch.end > stretch.start and stretch.start < end and stretch.end > start
        ]

    def _on_a_point(self, offset: int, ids: Sequence[str]) -> None:
        line: Line = self._layout.line(offset)
        after = anchor(line, offset)
        elements = [*_starts(ids), *_ends(ids), *_references(ids)]
        for element in reversed(elements):
            if after is None:
                at_beginning(self._changing.head(line), element)
            else:
                after.addnext(element)


def _unwrapped(element: etree._Element) -> etree._Element:
    """The run, or the change that wraps it: a comment is no part of what is taken out."""
    parent = element.getparent()
    while parent is not None and parent.tag in _CHANGES:
        element, parent = parent, parent.getparent()
    return element


def _begin(first: etree._Element | None, home: etree._Element | None, ids: Sequence[str]) -> None:
    for element in reversed(_starts(ids)) if first is None else _starts(ids):
        if first is not None:
            first.addprevious(element)
        elif home is not None:
            at_beginning(home, element)


def _starts(ids: Sequence[str]) -> list[etree._Element]:
    return [etree.Element(w("commentRangeStart"), {w("id"): identity}) for identity in ids]


def _ends(ids: Sequence[str]) -> list[etree._Element]:
    return [etree.Element(w("commentRangeEnd"), {w("id"): identity}) for identity in ids]


def _references(ids: Sequence[str]) -> list[etree._Element]:
    made = []
    for identity in ids:
        run = etree.Element(R)
        etree.SubElement(run, w("commentReference"), {w("id"): identity})
        made.append(run)
    return made
