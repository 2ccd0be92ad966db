"""One walk over a story: every character of it becomes part of a piece, in the frame of paragraphs and tables.

The frame is that of both texts together; `views` tells them apart. `inside` takes in the paragraphs that are more than
runs with text.
"""

from __future__ import annotations

from lxml import etree

from thammuu_core.wordml.inline import chosen
from thammuu_core.wordml.names import (
    ALTERNATE,
    DEL,
    INS,
    PARA_ID,
    PPR,
    SDT,
    SDT_CONTENT,
    SDT_PROPERTIES,
    TBL,
    TC,
    TR,
    VAL,
    P,
    w,
)
from thammuu_core.wordml.revisions.hands import CELL_IN, CELL_OUT
from thammuu_core.wordml.revisions.inside import SPECIAL, Inside
from thammuu_core.wordml.revisions.model import TokenKind
from thammuu_core.wordml.revisions.pieces import (
    UNTOUCHED,
    History,
    Node,
    Piece,
    Strand,
    Written,
    WrittenCell,
    WrittenRow,
    WrittenTable,
)
from thammuu_core.wordml.revisions.shared import Shared
from thammuu_core.wordml.settings import Settings, settings_of
from thammuu_core.wordml.styles import PLAIN, Style

__all__ = ["Shared", "Walk"]

_ROW_PROPERTIES, _CELL_PROPERTIES = w("trPr"), w("tcPr")
_ELSEWHERE = frozenset((w("altChunk"), w("subDoc")))
_NO_BLOCKS = frozenset((SDT_PROPERTIES, w("sectPr")))
_NO_ROWS = frozenset(
    (P, TBL, PPR, SDT_PROPERTIES, w("tblPr"), w("tblGrid"), _ROW_PROPERTIES, w("tblPrEx"), _CELL_PROPERTIES)
)
_UNSETTLED = Settings()
"""Of a paragraph that has neither style nor list of its own."""
_TEXT, _MARK = TokenKind.TEXT, TokenKind.MARK


class Walk:
    """The walk over one story; `boxes` are the text boxes met, each with the history of its anchor."""

    def __init__(self, strand: Strand, shared: Shared) -> None:
        self.strand = strand
        self._shared = shared
        self._inside = Inside(strand, shared)
        self.boxes = self._inside.boxes
        self._changes = self._inside.changes
        self._pieces = strand.pieces
        survey = shared.survey(strand.root, SPECIAL)
        self._plain = {} if self._inside.looks else survey.plain
        self._trimmed, self._settled = survey.trimmed, survey.settled
        self._control: str | None = None

    def through(self, history: History = UNTOUCHED) -> Strand:
        """Walk; all of the story has this history, which an inserted text box has."""
        self.strand.nodes = self._blocks(self.strand.element, history)
        self.strand.plain = all(node.plain for node in self._inside.paragraphs)
        if not self.strand.plain:
            self.strand.neither = _neither(self._pieces)
        self._shared.read[self.strand.part] += self._inside.characters
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
                self._inside.marker(child)
                if isinstance(tag, str) and len(child) and tag not in _NO_BLOCKS:
                    self._gather(child, self._changes.inside(child, history), nodes)

    def _paragraph(self, element: etree._Element, history: History) -> Written:
        texts = self._plain.get(element)
        settings = _UNSETTLED if texts is not None and element not in self._settled else settings_of(element)
        style = self._shared.styles.paragraph(settings.style)
        node = Written(history, element, settings, style, len(self._pieces))
        self._inside.begin(node)
        control, self._control = self._control, None
        if texts is None:
            history = self._inside.through(node)
        else:
            self._short(node, "".join(texts))
        node.last = len(self._pieces)
        if history is not UNTOUCHED:
            node.plain = False
        self._pieces.append(Piece(_MARK, element, "\n", history))
        if control:
            node.identity = f"control:{control}"
        elif node.identity is None:
            identity = element.get(PARA_ID)
            node.identity = f"para:{identity}" if identity else None
        return node

    def _short(self, node: Written, text: str) -> None:
        """Take in a paragraph that is nothing but runs with text."""
        self._inside.characters += len(text) + self._trimmed.get(node.element, 0)
        if text:
            self._pieces.append(Piece(_TEXT, node.element, text, node.history))

    def _read_table(self, element: etree._Element, history: History) -> WrittenTable:
        table = WrittenTable(history, element)
        outer, self._inside.table = self._inside.table, self._table_style(element)
        self._rows(element, history, table)
        self._inside.table = outer
        return table

    def _table_style(self, element: etree._Element) -> Style:
        found = element.find(f"{w('tblPr')}/{w('tblStyle')}") if self._inside.looks else None
        return PLAIN if found is None else self._shared.styles.style(found.get(VAL))

    def _rows(self, parent: etree._Element, history: History, table: WrittenTable) -> None:
        for child in parent:
            tag = child.tag
            if tag == TR:
                row = WrittenRow(
                    self._changes.of_part(child.find(_ROW_PROPERTIES), history, (INS, DEL)), child
                )
                table.rows.append(row)
                self._cells(child, row.history, row)
            elif tag == ALTERNATE:
                self._rows(chosen(child), history, table)
            else:
                self._inside.marker(child)
                if isinstance(tag, str) and len(child) and tag not in _NO_ROWS:
                    self._rows(child, self._changes.inside(child, history), table)

    def _cells(self, parent: etree._Element, history: History, row: WrittenRow) -> None:
        for child in parent:
            tag = child.tag
            if tag == TC:
                properties = child[0] if len(child) and child[0].tag == _CELL_PROPERTIES else None
                cell = WrittenCell(self._changes.of_part(properties, history, (CELL_IN, CELL_OUT)), child)
                row.cells.append(cell)
                cell.nodes = self._blocks(child, cell.history)
            elif tag == ALTERNATE:
                self._cells(chosen(child), history, row)
            else:
                self._inside.marker(child)
                if isinstance(tag, str) and len(child) and tag not in _NO_ROWS:
                    self._cells(child, self._changes.inside(child, history), row)


def _neither(pieces: list[Piece]) -> frozenset[int]:
    return frozenset(
        at
        for at, piece in enumerate(pieces)
        if piece.history is not UNTOUCHED and None not in (piece.history.inserted, piece.history.deleted)
    )


def _tag(control: etree._Element) -> str | None:
    found = control.find(f"{SDT_PROPERTIES}/{w('tag')}")
    return None if found is None else found.get(VAL)
