"""One walk over a story: every character of it becomes part of a piece, with who put it in and who took it out.

An element that is not known is looked through, so that no text is lost. The frame of paragraphs and tables is that of
both texts together; `views` tells them apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import ClassVar

from lxml import etree

from thammuu_core.wordml.inline import boxes, chosen
from thammuu_core.wordml.looks import Written as Direct
from thammuu_core.wordml.looks import written
from thammuu_core.wordml.names import (
    ALTERNATE,
    DEL,
    INS,
    MATHS_TEXT,
    MOVE_FROM,
    MOVE_TO,
    PARA_ID,
    PPR,
    RPR,
    SDT,
    SDT_CONTENT,
    SDT_PROPERTIES,
    TBL,
    TC,
    TR,
    VAL,
    P,
    R,
    T,
    w,
)
from thammuu_core.wordml.revisions.hands import ARRIVED, CELL_IN, CELL_OUT, LEFT, NOBODY, Hands, Ranges
from thammuu_core.wordml.revisions.model import TokenKind
from thammuu_core.wordml.revisions.oddities import Oddities
from thammuu_core.wordml.revisions.pieces import (
    PAGE,
    UNTOUCHED,
    Anchored,
    History,
    Node,
    Piece,
    Strand,
    Written,
    WrittenCell,
    WrittenRow,
    WrittenTable,
)
from thammuu_core.wordml.revisions.survey import BLANK, DELETED_TEXT, Survey, trimmed
from thammuu_core.wordml.settings import Settings, settings_of
from thammuu_core.wordml.styles import PLAIN, Style, Styles
from thammuu_core.wordml.symbols import symbol

_ID, _TYPE = w("id"), w("type")
_ROW_PROPERTIES, _CELL_PROPERTIES = w("trPr"), w("tcPr")
_ELSEWHERE = frozenset((w("altChunk"), w("subDoc")))
_NO_BLOCKS = frozenset((SDT_PROPERTIES, w("sectPr")))
_NO_ROWS = frozenset(
    (P, TBL, PPR, SDT_PROPERTIES, w("tblPr"), w("tblGrid"), _ROW_PROPERTIES, w("tblPrEx"), _CELL_PROPERTIES)
)
_ACCEPTED, _ORIGINAL = 1, 2
UNSETTLED = Settings()
"""Of a paragraph that has neither style nor list of its own."""
TEXT, BREAK, MARK = TokenKind.TEXT, TokenKind.BREAK, TokenKind.MARK


class Shared:
    """What the walks of one file share."""

    def __init__(self, styles: Styles, *, looks: bool = True, oddities: Oddities | None = None) -> None:
        self.styles = styles
        self._looks = looks
        self._oddities = oddities
        self.hands = Hands()
        self.tally: Counter[str] = Counter()
        self.read: Counter[str] = Counter()
        """Characters taken in, by part."""
        self._surveys: dict[etree._Element, Survey] = {}

    def looks_in(self, part: str) -> bool:
        """Whether runs of this part are asked for their look; where not, a paragraph of nothing but runs is one piece."""
        return self._looks or (self._oddities is not None and self._oddities.are_in(part))

    def survey(self, root: etree._Element) -> Survey:
        """The survey of a part, by its root."""
        found = self._surveys.get(root)
        if found is None:
            found = self._surveys[root] = Survey(root, SPECIAL)
        return found


class Walk:
    """The walk over one story; `boxes` are the text boxes met, each with the history of its anchor."""

    def __init__(self, strand: Strand, shared: Shared) -> None:
        self.strand = strand
        self.boxes: list[tuple[etree._Element, History]] = []
        self._shared = shared
        self._hands = shared.hands
        self._pieces = strand.pieces
        self._paragraphs: list[Written] = []
        survey = shared.survey(strand.root)
        self._looks = shared.looks_in(strand.part)
        self._plain = {} if self._looks else survey.plain
        self._trimmed, self._settled = survey.trimmed, survey.settled
        self._node = Written(UNTOUCHED, strand.element, UNSETTLED, PLAIN, 0)
        self._table = PLAIN
        self._control: str | None = None
        self._code = 0
        self._stacks: tuple[list[bool], list[bool]] = ([], [])
        self._results: list[int | None] = []
        self._from, self._to = Ranges(), Ranges()
        self._characters = 0

    def through(self, history: History = UNTOUCHED) -> Strand:
        """Walk; all of the story has this history, which an inserted text box has."""
        self.strand.nodes = self._blocks(self.strand.element, history)
        self.strand.plain = all(node.plain for node in self._paragraphs)
        if not self.strand.plain:
            self.strand.neither = _neither(self._pieces)
        self._shared.read[self.strand.part] += self._characters
        return self.strand

    def _blocks(self, parent: etree._Element, history: History) -> list[Node]:
        nodes: list[Node] = []
        self._gather(parent, history, nodes)
        return nodes

    def _gather(self, parent: etree._Element, history: History, nodes: list[Node]) -> None:
        """Paragraphs and tables, those inside content controls and other wrappers included."""
        for child in parent:
            tag = child.tag
            if tag == P:
                nodes.append(self._paragraph(child, history))
            elif tag == TBL:
                nodes.append(self._read_table(child, history))
            elif tag == SDT:
                self._control = _tag(child) or self._control
                for content in child.iterchildren(SDT_CONTENT):
                    self._gather(content, history, nodes)
            elif tag == ALTERNATE:
                self._gather(chosen(child), history, nodes)
            elif tag in _ELSEWHERE:
                self._shared.tally["chunks"] += 1
            else:
                self._marker(child)
                if isinstance(tag, str) and len(child) and tag not in _NO_BLOCKS:
                    self._gather(child, self._inner(child, history), nodes)

    def _inner(self, element: etree._Element, history: History) -> History:
        """The history of what an element holds."""
        tag = element.tag
        if tag not in ARRIVED and tag not in LEFT:
            return history
        name = self._from.name if tag == MOVE_FROM else self._to.name if tag == MOVE_TO else None
        return self._hands.marked(history, element, name)

    def _paragraph(self, element: etree._Element, history: History) -> Written:
        texts = self._plain.get(element)
        settings = UNSETTLED if texts is not None and element not in self._settled else settings_of(element)
        style = self._shared.styles.paragraph(settings.style)
        node = self._node = Written(history, element, settings, style, len(self._pieces))
        self._paragraphs.append(node)
        control, self._control = self._control, None
        if texts is None:
            history = self._through(element, settings.mark, history)
        else:
            text = "".join(texts)
            self._characters += len(text) + self._trimmed.get(element, 0)
            if text:
                self._pieces.append(Piece(TEXT, element, text, history))
        node.last = len(self._pieces)
        if history is not UNTOUCHED:
            node.plain = False
        self._pieces.append(Piece(MARK, element, "\n", history))
        if control:
            node.identity = f"control:{control}"
        elif node.identity is None:
            identity = element.get(PARA_ID)
            node.identity = f"para:{identity}" if identity else None
        return node

    def _through(self, element: etree._Element, mark: etree._Element | None, history: History) -> History:
        """Take in a paragraph of any kind; the history of its mark."""
        self._code = 0
        self._stacks = ([], [])
        before = self._from.name, self._to.name
        self._from.opened = self._to.opened = None
        self._inline(element, history)
        return history if mark is None else self._mark(mark, history, before)

    def _mark(
        self, properties: etree._Element, history: History, before: tuple[str | None, str | None]
    ) -> History:
        for child in properties:
            tag = child.tag
            if tag == MOVE_FROM:
                name = before[0] or self._from.opened or self._from.name
                history = self._hands.marked(history, child, name)
            elif tag == MOVE_TO:
                history = self._hands.marked(history, child, before[1] or self._to.opened or self._to.name)
            elif tag in (INS, DEL):
                history = self._hands.marked(history, child)
        return history

    def _read_table(self, element: etree._Element, history: History) -> WrittenTable:
        table = WrittenTable(history, element)
        outer, self._table = self._table, self._table_style(element)
        self._rows(element, history, table)
        self._table = outer
        return table

    def _table_style(self, element: etree._Element) -> Style:
        found = element.find(f"{w('tblPr')}/{w('tblStyle')}") if self._looks else None
        return PLAIN if found is None else self._shared.styles.style(found.get(VAL))

    def _rows(self, parent: etree._Element, history: History, table: WrittenTable) -> None:
        for child in parent:
            tag = child.tag
            if tag == TR:
                row = WrittenRow(self._changed(child.find(_ROW_PROPERTIES), history, (INS, DEL)), child)
                table.rows.append(row)
                self._cells(child, row.history, row)
            elif tag == ALTERNATE:
                self._rows(chosen(child), history, table)
            else:
                self._marker(child)
                if isinstance(tag, str) and len(child) and tag not in _NO_ROWS:
                    self._rows(child, self._inner(child, history), table)

    def _cells(self, parent: etree._Element, history: History, row: WrittenRow) -> None:
        for child in parent:
            tag = child.tag
            if tag == TC:
                properties = child[0] if len(child) and child[0].tag == _CELL_PROPERTIES else None
                cell = WrittenCell(self._changed(properties, history, (CELL_IN, CELL_OUT)), child)
                row.cells.append(cell)
                cell.nodes = self._blocks(child, cell.history)
            elif tag == ALTERNATE:
                self._cells(chosen(child), history, row)
            else:
                self._marker(child)
                if isinstance(tag, str) and len(child) and tag not in _NO_ROWS:
                    self._cells(child, self._inner(child, history), row)

    def _changed(
        self, properties: etree._Element | None, history: History, wanted: tuple[str, str]
    ) -> History:
        """The history of a row or a cell by its properties."""
        for child in () if properties is None else properties:
            if child.tag in wanted:
                history = self._hands.marked(history, child)
        return history

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
                self._marker(child)
                if len(child) and isinstance(tag, str):
                    self._inline(child, history)

    def _run(self, run: etree._Element, history: History, direct: Direct = ()) -> None:
        for child in run:
            tag = child.tag
            if tag == T:
                self._text(child, history, direct)
            elif tag == RPR:
                if self._looks:
                    direct = written(child)
            else:
                act = self.IN_RUNS.get(tag)
                if act is not None:
                    act(self, child, history, direct)

    def _text(self, element: etree._Element, history: History, direct: Direct) -> None:
        raw = element.text
        if not raw:
            return
        self._characters += len(raw)
        if raw[0] in BLANK or raw[-1] in BLANK:
            raw = trimmed(element, raw)
        if raw:
            self._add(element, raw, history, direct)

    def _add(self, element: etree._Element, raw: str, history: History, direct: Direct) -> None:
        if self._code:
            known = self._beside_code(history)
            if known is None:
                return
            history = known
        if history is not UNTOUCHED:
            self._node.plain = False
        if not self._looks:
            self._pieces.append(Piece(TEXT, element, raw, history))
            return
        look = self._shared.styles.look(self._table, self._node.style, direct)
        if look.hidden:
            self._shared.tally["hidden"] += 1
            return
        if look.odd:
            self._node.plain = False
        self._pieces.append(Piece(TEXT, element, raw, history, look if look.odd else None))

    def _beside_code(self, history: History) -> History | None:
        """The history of what stands where at least one of the two texts has the code of a field; None if both."""
        if self._code == _ACCEPTED | _ORIGINAL:
            return None
        if self._code == _ACCEPTED:
            return self._hands.one(history._replace(deleted=history.deleted or self._hands.last))
        return self._hands.one(history._replace(inserted=history.inserted or self._hands.last))

    def _deleted_text(self, element: etree._Element, history: History, direct: Direct) -> None:
        if history.deleted is None:
            history = self._hands.one(history._replace(deleted=NOBODY))
        self._text(element, history, direct)

    def _break(self, element: etree._Element, history: History, direct: Direct) -> None:
        if self._code:
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
        accepted, original = self._stacks
        if history.deleted is None:
            _turn(accepted, kind)
        if history.inserted is None:
            _turn(original, kind)
        self._code = (_ACCEPTED if True in accepted else 0) | (_ORIGINAL if True in original else 0)
        if kind == "begin":
            self._results.append(None)
        elif kind == "separate" and self._results:
            self._results[-1] = len(self._pieces)
        elif kind == "end" and self._results:
            begun = self._results.pop()
            if begun is not None:
                self._computed(begun)

    def _computed(self, begun: int) -> None:
        for at in range(begun, len(self._pieces)):
            piece = self._pieces[at]
            self._pieces[at] = piece._replace(history=self._hands.one(piece.history._replace(computed=True)))
        for node in reversed(self._paragraphs):
            node.plain = False
            if node.first <= begun:
                break

    def _simple_field(self, element: etree._Element, history: History) -> None:
        begun = len(self._pieces)
        self._inline(element, history)
        self._computed(begun)

    def _drawing(self, element: etree._Element, history: History, direct: Direct) -> None:
        self.boxes.extend((box, history) for box in boxes(element) if len(box))
        self._shared.tally["drawings"] += 1

    def _object(self, element: etree._Element, history: History, direct: Direct) -> None:
        self._shared.tally["objects"] += 1
        self._drawing(element, history, direct)

    def _ruby(self, element: etree._Element, history: History, direct: Direct) -> None:
        self._inline(element, history)

    def _choose_in_run(self, element: etree._Element, history: History, direct: Direct) -> None:
        self._run(chosen(element), history, direct)

    def _choose(self, element: etree._Element, history: History) -> None:
        self._inline(chosen(element), history)

    def _wrapped(self, element: etree._Element, history: History) -> None:
        self._inline(element, self._inner(element, history))

    def _maths(self, element: etree._Element, history: History) -> None:
        if element.text:
            self._characters += len(element.text)
            self._add(element, element.text, history, ())

    def _aside(self, element: etree._Element, history: History) -> None:
        """Seen and left out: the reading aid over words."""
        self._characters += sum(len(text.text or "") for text in element.iter(T, DELETED_TEXT))

    def _bookmark(self, element: etree._Element, history: History) -> None:
        name = element.get(w("name"), "")
        if name and not name.startswith("_") and self._node.identity is None and history.deleted is None:
            self._node.identity = f"bookmark:{name}"

    def _embedded(self, element: etree._Element, history: History) -> None:
        self._shared.tally["chunks"] += 1

    def _nothing(self, element: etree._Element, history: History) -> None:
        """Settings: nothing that a reader sees."""

    def _marker(self, element: etree._Element) -> None:
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
        self._from.start(element)

    def _moved_away(self, element: etree._Element) -> None:
        self._from.end(element)

    def _moves_here(self, element: etree._Element) -> None:
        self._to.start(element)

    def _moved_here(self, element: etree._Element) -> None:
        self._to.end(element)

    MARKERS: ClassVar[dict[str, Callable[[Walk, etree._Element], None]]] = {
        w("commentRangeStart"): _comment_start,
        w("commentRangeEnd"): _comment_end,
        w("moveFromRangeStart"): _moves_away,
        w("moveFromRangeEnd"): _moved_away,
        w("moveToRangeStart"): _moves_here,
        w("moveToRangeEnd"): _moved_here,
    }
    BESIDE_RUNS: ClassVar[dict[str, Callable[[Walk, etree._Element, History], None]]] = {
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
    IN_RUNS: ClassVar[dict[str, Callable[[Walk, etree._Element, History, Direct], None]]] = {
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


SPECIAL = tuple({*Walk.MARKERS, *Walk.BESIDE_RUNS, *Walk.IN_RUNS, w("txbxContent")} - {PPR, RPR})
"""What a paragraph must not hold to be read the short way."""


def _neither(pieces: list[Piece]) -> frozenset[int]:
    return frozenset(
        at
        for at, piece in enumerate(pieces)
        if piece.history is not UNTOUCHED and None not in (piece.history.inserted, piece.history.deleted)
    )


def _turn(fields: list[bool], kind: str | None) -> None:
    """Between begin and separate (or end, for a field without a result) stands code, which nobody sees."""
    if kind == "begin":
        fields.append(True)
    elif kind == "separate" and fields:
        fields[-1] = False
    elif kind == "end" and fields:
        fields.pop()


def _tag(control: etree._Element) -> str | None:
    found = control.find(f"{SDT_PROPERTIES}/{w('tag')}")
    return None if found is None else found.get(VAL)
