"""The inside of paragraphs: every run, field, link and control becomes pieces, with who put it in and who took it out.

An element that is not known is looked through, so that no text is lost.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from lxml import etree

from thammuu_core.wordml.inline import boxes, chosen, has_diagram
from thammuu_core.wordml.looks import Written as Direct
from thammuu_core.wordml.looks import written
from thammuu_core.wordml.names import (
    ALTERNATE,
    DEL,
    INS,
    MATHS_TEXT,
    MOVE_FROM,
    MOVE_TO,
    PPR,
    RPR,
    SDT_PROPERTIES,
    R,
    T,
    w,
)
from thammuu_core.wordml.revisions.fields import ACCEPTED, ORIGINAL, Fields
from thammuu_core.wordml.revisions.hands import NOBODY, Changes
from thammuu_core.wordml.revisions.model import TokenKind
from thammuu_core.wordml.revisions.pieces import (
    PAGE,
    UNTOUCHED,
    Anchored,
    History,
    Piece,
    Strand,
    Written,
)
from thammuu_core.wordml.revisions.shared import Shared
from thammuu_core.wordml.revisions.survey import BLANK, DELETED_TEXT, trimmed
from thammuu_core.wordml.settings import Settings
from thammuu_core.wordml.styles import PLAIN
from thammuu_core.wordml.symbols import symbol

_ID, _TYPE = w("id"), w("type")
TEXT, BREAK = TokenKind.TEXT, TokenKind.BREAK


class Inside:
    """Takes in the inside of the paragraphs of one story; `boxes` are the text boxes met, with the history of each."""

    def __init__(self, strand: Strand, shared: Shared) -> None:
        self.strand = strand
        self.shared = shared
        self.changes = Changes(shared.hands)
        self.looks = shared.looks_in(strand.part)
        self.boxes: list[tuple[etree._Element, History]] = []
        self.table = PLAIN
        """The style of the table around."""
        self.characters = 0
        """Taken in so far."""
        self.paragraphs: list[Written] = []
        self._hands = shared.hands
        self._pieces = strand.pieces
        self._fields = Fields()
        self._node = Written(UNTOUCHED, strand.element, Settings(), PLAIN, 0)

    def begin(self, node: Written) -> None:
        """What comes belongs to this paragraph."""
        self._node = node
        self.paragraphs.append(node)

    def through(self, node: Written) -> History:
        """Take in a paragraph of any kind; the history of its mark."""
        self._fields.begin_paragraph()
        self.changes.begin_paragraph()
        self._inline(node.element, node.history)
        return self.changes.of_mark(node.settings.mark, node.history)

    def _inline(self, parent: etree._Element, history: History) -> None:
        for child in parent:
            tag = child.tag
            if tag == R:
                self._run(child, history)
            else:
                act = self.BESIDE_RUNS.get(tag)
                if act is not None:
                    act(self, child, history)
                    continue
                self.marker(child)
                if len(child) and isinstance(tag, str):
                    self._inline(child, history)

    def _run(self, run: etree._Element, history: History, direct: Direct = ()) -> None:
        for child in run:
            tag = child.tag
            if tag == T:
                self._text(child, history, direct)
            elif tag == RPR:
                if self.looks:
                    direct = written(child)
            else:
                act = self.IN_RUNS.get(tag)
                if act is not None:
                    act(self, child, history, direct)

    def _text(self, element: etree._Element, history: History, direct: Direct) -> None:
        raw = element.text
        if not raw:
            return
        self.characters += len(raw)
        if raw[0] in BLANK or raw[-1] in BLANK:
            raw = trimmed(element, raw)
        if raw:
            self._add(element, raw, history, direct)

    def _add(self, element: etree._Element, raw: str, history: History, direct: Direct) -> None:
        if self._fields.code:
            known = self._beside_code(history)
            if known is None:
                return
            history = known
        if history is not UNTOUCHED:
            self._node.plain = False
        if not self.looks:
            self._pieces.append(Piece(TEXT, element, raw, history))
            return
        look = self.shared.styles.look(self.table, self._node.style, direct)
        if look.hidden:
            self.shared.tally["hidden"] += 1
            return
        if look.odd:
            self._node.plain = False
        self._pieces.append(Piece(TEXT, element, raw, history, look if look.odd else None))

    def _beside_code(self, history: History) -> History | None:
        """The history of what stands where at least one of the two texts has the code of a field; None if both."""
        if self._fields.code == ACCEPTED | ORIGINAL:
            return None
        if self._fields.code == ACCEPTED:
            return self._hands.one(history._replace(deleted=history.deleted or self._hands.last))
        return self._hands.one(history._replace(inserted=history.inserted or self._hands.last))

    def _deleted_text(self, element: etree._Element, history: History, direct: Direct) -> None:
        if history.deleted is None:
            history = self._hands.one(history._replace(deleted=NOBODY))
        self._text(element, history, direct)

    def _break(self, element: etree._Element, history: History, direct: Direct) -> None:
        if self._fields.code:
            known = self._beside_code(history)
            if known is None:
                return
            history = known
        self._node.plain = False
        page = element.get(_TYPE) in ("page", "column")
        self._pieces.append(Piece(BREAK, element, PAGE if page else "\n", history))

    def _symbol(self, element: etree._Element, history: History, direct: Direct) -> None:
        try:
            code = int(element.get(w("char"), ""), 16)
        except ValueError:
            return
        self._add(element, symbol(code, element.get(w("font"))), history, direct)

    def _tab(self, element: etree._Element, history: History, direct: Direct) -> None:
        self._add(element, "\t", history, direct)

    def _hyphen(self, element: etree._Element, history: History, direct: Direct) -> None:
        self._add(element, "-", history, direct)

    def _field(self, element: etree._Element, history: History, direct: Direct) -> None:
        """Each text follows the field characters that it has; the result is marked once its end is known."""
        kind = element.get(w("fldCharType"))
        has = {"accepted": history.deleted is None, "original": history.inserted is None}
        begun = self._fields.met(kind, len(self._pieces), **has)
        if begun is not None:
            self._computed(begun)

    def _computed(self, begun: int) -> None:
        for at in range(begun, len(self._pieces)):
            piece = self._pieces[at]
            self._pieces[at] = piece._replace(history=self._hands.one(piece.history._replace(computed=True)))
        for node in reversed(self.paragraphs):
            node.plain = False
            if node.first <= begun:
                break

    def _simple_field(self, element: etree._Element, history: History) -> None:
        begun = len(self._pieces)
        self._inline(element, history)
        self._computed(begun)

    def _drawing(self, element: etree._Element, history: History, direct: Direct) -> None:
        self.boxes.extend((box, history) for box in boxes(element) if len(box))
        self.shared.tally["drawings"] += 1
        self.shared.tally["diagrams"] += has_diagram(element)

    def _object(self, element: etree._Element, history: History, direct: Direct) -> None:
        self.shared.tally["objects"] += 1
        self._drawing(element, history, direct)

    def _ruby(self, element: etree._Element, history: History, direct: Direct) -> None:
        self._inline(element, history)

    def _choose_in_run(self, element: etree._Element, history: History, direct: Direct) -> None:
        self._run(chosen(element), history, direct)

    def _choose(self, element: etree._Element, history: History) -> None:
        self._inline(chosen(element), history)

    def _wrapped(self, element: etree._Element, history: History) -> None:
        self._inline(element, self.changes.inside(element, history))

    def _maths(self, element: etree._Element, history: History) -> None:
        if element.text:
            self.characters += len(element.text)
            self._add(element, element.text, history, ())

    def _aside(self, element: etree._Element, history: History) -> None:
        """Seen and left out: the reading aid over words."""
        self.characters += sum(len(text.text or "") for text in element.iter(T, DELETED_TEXT))

    def _bookmark(self, element: etree._Element, history: History) -> None:
        name = element.get(w("name"), "")
        if name and not name.startswith("_") and self._node.identity is None and history.deleted is None:
            self._node.identity = f"bookmark:{name}"

    def _embedded(self, element: etree._Element, history: History) -> None:
        self.shared.tally["chunks"] += 1

    def _nothing(self, element: etree._Element, history: History) -> None:
        """Settings: nothing that a reader sees."""

    def marker(self, element: etree._Element) -> None:
        """The beginning or the end of a range of a comment or a move, which may stand anywhere."""
        mark = self.MARKERS.get(element.tag)
        if mark is not None:
            mark(self, element)

    def _comment_start(self, element: etree._Element) -> None:
        self._anchor(element, "start")

    def _comment_end(self, element: etree._Element) -> None:
        self._anchor(element, "end")

    def _comment_reference(self, element: etree._Element, history: History, direct: Direct) -> None:
        self._anchor(element, "reference")

    def _anchor(self, element: etree._Element, kind: str) -> None:
        self._node.plain = False
        self.strand.anchors.append(Anchored(element.get(_ID, ""), kind, len(self._pieces)))

    def _moves_away(self, element: etree._Element) -> None:
        self.changes.away.start(element)

    def _moved_away(self, element: etree._Element) -> None:
        self.changes.away.end(element)

    def _moves_here(self, element: etree._Element) -> None:
        self.changes.here.start(element)

    def _moved_here(self, element: etree._Element) -> None:
        self.changes.here.end(element)

    MARKERS: ClassVar[dict[str, Callable[[Inside, etree._Element], None]]] = {
        w("commentRangeStart"): _comment_start,
        w("commentRangeEnd"): _comment_end,
        w("moveFromRangeStart"): _moves_away,
        w("moveFromRangeEnd"): _moved_away,
        w("moveToRangeStart"): _moves_here,
        w("moveToRangeEnd"): _moved_here,
    }
    BESIDE_RUNS: ClassVar[dict[str, Callable[[Inside, etree._Element, History], None]]] = {
        INS: _wrapped,
        MOVE_TO: _wrapped,
        DEL: _wrapped,
        MOVE_FROM: _wrapped,
        ALTERNATE: _choose,
        MATHS_TEXT: _maths,
        w("fldSimple"): _simple_field,
        w("bookmarkStart"): _bookmark,
        w("subDoc"): _embedded,
        PPR: _nothing,
        RPR: _nothing,
        SDT_PROPERTIES: _nothing,
        w("rt"): _aside,
    }
    IN_RUNS: ClassVar[dict[str, Callable[[Inside, etree._Element, History, Direct], None]]] = {
        DELETED_TEXT: _deleted_text,
        w("tab"): _tab,
        w("ptab"): _tab,
        w("br"): _break,
        w("cr"): _break,
        w("noBreakHyphen"): _hyphen,
        w("sym"): _symbol,
        w("fldChar"): _field,
        w("drawing"): _drawing,
        w("pict"): _drawing,
        w("object"): _object,
        w("ruby"): _ruby,
        w("commentReference"): _comment_reference,
        ALTERNATE: _choose_in_run,
    }


SPECIAL = tuple({*Inside.MARKERS, *Inside.BESIDE_RUNS, *Inside.IN_RUNS, w("txbxContent")} - {PPR, RPR})
"""What a paragraph must not hold to be read the short way."""
