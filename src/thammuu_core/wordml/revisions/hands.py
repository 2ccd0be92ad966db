"""Histories from the elements that mark a change: who, when, and under which name words moved."""

from __future__ import annotations

from lxml import etree

from thammuu_core.wordml.names import DEL, INS, MOVE_FROM, MOVE_TO, w
from thammuu_core.wordml.revisions.model import Hand
from thammuu_core.wordml.revisions.pieces import History

AUTHOR, DATE = w("author"), w("date")
CELL_IN, CELL_OUT = w("cellIns"), w("cellDel")
ARRIVED = frozenset((INS, MOVE_TO, CELL_IN))
LEFT = frozenset((DEL, MOVE_FROM, CELL_OUT))
NOBODY = Hand("")
"""Of a change that names no author."""
_ID, _NAME = w("id"), w("name")


class Hands:
    """Makes histories; equal ones are one object, so that `is` tells changes apart."""

    def __init__(self) -> None:
        self._hands: dict[tuple[str, str], Hand] = {}
        self._histories: dict[History, History] = {}
        self.last = NOBODY
        """Who made the change met last: to whom the consequences of half a change are put down."""

    def hand(self, element: etree._Element) -> Hand:
        """The author and the date of a change or a comment."""
        key = (element.get(AUTHOR, ""), element.get(DATE, ""))
        found = self._hands.get(key)
        if found is None:
            found = self._hands[key] = Hand(*key)
        self.last = found
        return found

    def marked(self, history: History, element: etree._Element, moved: str | None = None) -> History:
        """The history of what a `w:ins`, `w:del`, `w:cellDel`, … holds, inside something with a history of its own."""
        hand = self.hand(element)
        if element.tag in ARRIVED:
            return self.one(history._replace(inserted=hand, moved=moved or history.moved))
        return self.one(history._replace(deleted=hand, moved=moved or history.moved))

    def one(self, history: History) -> History:
        """The one object for all equal histories."""
        return self._histories.setdefault(history, history)


class Ranges:
    """The named ranges of moves that are open, of one side: from or to."""

    def __init__(self) -> None:
        self._open: dict[str, str | None] = {}
        self.name: str | None = None
        """The name of the innermost range that is open."""
        self.opened: str | None = None
        """The name opened last in the present paragraph, which may be closed again before its mark."""

    def start(self, element: etree._Element) -> None:
        """A `w:moveFromRangeStart` or `w:moveToRangeStart`."""
        self.name = self.opened = element.get(_NAME)
        self._open[element.get(_ID, "")] = self.name

    def end(self, element: etree._Element) -> None:
        """The end of one that was opened; any other is ignored."""
        self._open.pop(element.get(_ID, ""), None)
        self.name = next(reversed(self._open.values()), None)


class Changes:
    """The histories of what a story holds, with the moves that are open."""

    def __init__(self, hands: Hands) -> None:
        self.hands = hands
        self.away, self.here = Ranges(), Ranges()
        self._before: tuple[str | None, str | None] = (None, None)

    def begin_paragraph(self) -> None:
        """Remember what was open before a paragraph: its mark belongs to that."""
        self._before = self.away.name, self.here.name
        self.away.opened = self.here.opened = None

    def inside(self, element: etree._Element, history: History) -> History:
        """The history of what an element holds."""
        tag = element.tag
        if tag not in ARRIVED and tag not in LEFT:
            return history
        name = self.away.name if tag == MOVE_FROM else self.here.name if tag == MOVE_TO else None
        return self.hands.marked(history, element, name)

    def of_mark(self, properties: etree._Element | None, history: History) -> History:
        """The history of a paragraph mark by its `w:rPr`."""
        for child in () if properties is None else properties:
            tag = child.tag
            if tag == MOVE_FROM:
                name = self._before[0] or self.away.opened or self.away.name
                history = self.hands.marked(history, child, name)
            elif tag == MOVE_TO:
                name = self._before[1] or self.here.opened or self.here.name
                history = self.hands.marked(history, child, name)
            elif tag in (INS, DEL):
                history = self.hands.marked(history, child)
        return history

    def of_part(
        self, properties: etree._Element | None, history: History, wanted: tuple[str, str]
    ) -> History:
        """The history of a row or a cell by its properties."""
        for child in () if properties is None else properties:
            if child.tag in wanted:
                history = self.hands.marked(history, child)
        return history
