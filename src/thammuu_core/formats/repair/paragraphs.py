"""How paragraphs of the text are set; and the head of a table."""

from __future__ import annotations

from collections.abc import Callable

from lxml import etree

from thammuu_core.formats.mends import Lines, Setting, TableHead
from thammuu_core.formats.repair.places import paragraph_of
from thammuu_core.wordml.archive import Archive
from thammuu_core.wordml.names import TBL, TR, w
from thammuu_core.wordml.order import drop, of_paragraph, put

_INDENT = "720"
"""Twips: 1.27 cm."""
_GAP = "120"
"""Twips: 6 pt."""


def mend_lines(archive: Archive, mend: Lines) -> None:
    """Set the paragraphs as they must be."""
    for spot in mend.spots:
        paragraph = paragraph_of(archive, spot)
        if paragraph is not None:
            _SET[mend.setting](of_paragraph(paragraph))


def mend_table_head(archive: Archive, mend: TableHead) -> None:
    """The first row of the table comes again on each page."""
    paragraph = paragraph_of(archive, mend.spot)
    table = None if paragraph is None else next(paragraph.iterancestors(TBL), None)
    row = None if table is None else table.find(TR)
    if row is None:
        return
    properties = row.find(w("trPr"))
    if properties is None:
        properties = etree.Element(w("trPr"))
        row.insert(sum(child.tag == w("tblPrEx") for child in row), properties)
    put(properties, "tblHeader")


def _justify(properties: etree._Element) -> None:
    put(properties, "jc", "both")


def _indent(properties: etree._Element) -> None:
    """From the left edge of the text, whatever the list or the style says."""
    indent = put(properties, "ind")
    drop(indent, "start", "hanging", "firstLineChars", "hangingChars", "leftChars", "startChars")
    indent.set(w("left"), "0")
    indent.set(w("firstLine"), _INDENT)


def _space(properties: etree._Element) -> None:
    spacing = put(properties, "spacing")
    drop(spacing, "beforeAutospacing", "beforeLines")
    spacing.set(w("before"), _GAP)
    put(properties, "contextualSpacing", "0")


def _single(properties: etree._Element) -> None:
    spacing = put(properties, "spacing")
    spacing.set(w("line"), "240")
    spacing.set(w("lineRule"), "auto")


_SET: dict[Setting, Callable[[etree._Element], None]] = {
    Setting.JUSTIFIED: _justify,
    Setting.INDENTED: _indent,
    Setting.SPACED: _space,
    Setting.SINGLE: _single,
}
