"""Blocks of the body as paragraphs and tables of a Word file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thammuu_core.rendering.model import Basis, Block, Enacting, Level, Paragraph, Provision, Row, Run, Table
from thammuu_core.rendering.normal import BELOW, END
from thammuu_core.rendering.word.names import (
    BREAK,
    CELL,
    GAP,
    LINE,
    LINED_TABLE,
    PROVISION,
    heading,
    style_id,
)
from thammuu_core.rendering.word.numbering import Numbering
from thammuu_core.rendering.word.xml import element, run, text, value


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: what follows it, and what must be put after its words."""

    last_basis: bool = False
    ends: bool = False
    """Its words end the text: "./." follows."""
    with_next: bool = False
    """The signature follows and must not stand alone on a page."""
    section: str = ""
    """The properties of the section of which it is the last paragraph."""


class Body:
    """Writes blocks one after the other; the numbers of lists and bookmarks go on from each to the next."""

    def __init__(self, numbering: Numbering, titles: Mapping[Level, int]) -> None:
        self._numbering = numbering
        self._titles = titles
        """The place of each kind of title among the headings, 1 the outermost."""
        self._bookmarks = 0

    def block(self, block: Block, place: Place) -> str:
        """The block as XML."""
        match block:
            case Paragraph(runs, align):
                return paragraph(LINE[align], _runs(runs, place), place)
            case Basis(words):
                return paragraph("Căn cứ", run(words + ("." if place.last_basis else ";")), place)
            case Enacting(words):
                return paragraph("Lời ban hành", run(words), place)
            case Provision():
                return self._provision(block, place)
            case Table():
                return _table(block, with_next=place.with_next) + (
                    paragraph(BREAK, "", place) if place.section else paragraph(GAP, "", place)
                )
        raise TypeError(block)

    def _provision(self, block: Provision, place: Place) -> str:
        number, at = self._numbering.next(block.level)
        style = heading(self._titles[block.level]) if block.title else PROVISION[block.level]
        shown = _runs(block.runs, place)
        if block.level in BELOW and shown:
            shown = "<w:r><w:br/></w:r>" + shown
        if block.id:
            self._bookmarks += 1
            begun = element("bookmarkStart", id=self._bookmarks, name=f"tm-{block.id}")
            shown = f"{begun}{shown}{element('bookmarkEnd', id=self._bookmarks)}"
        return paragraph(style, shown, place, element("numPr", value("ilvl", at), value("numId", number)))


PLAIN = Place()


def paragraph(style: str, inner: str, place: Place = PLAIN, numbers: str = "", rest: str = "") -> str:
    """A paragraph of that style; `rest` is direct formatting that comes after the number in the schema."""
    kept = "<w:keepNext/>" if place.with_next else ""
    form = f'<w:pStyle w:val="{style_id(style)}"/>{kept}{numbers}{rest}{place.section}'
    return f"<w:p><w:pPr>{form}</w:pPr>{inner}</w:p>"


def _runs(runs: tuple[Run, ...], place: Place) -> str:
    shown = "".join(run(one.text, bold=one.bold, italic=one.italic) for one in runs)
    return shown + run(END) if place.ends else shown


def _table(block: Table, *, with_next: bool) -> str:
    widths = [int(column.share) for column in block.columns]
    styles = [style_id(CELL[column.align]) for column in block.columns]
    head = "".join(
        cell(width, paragraph("Đầu cột", run(column.head)), middle=True)
        for width, column in zip(widths, block.columns, strict=True)
    )
    rows = [f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>"]
    for place, row in enumerate(block.rows, 1):
        rows.append(_row(row, widths, styles, with_next=with_next and place == len(block.rows)))
    return table(LINED_TABLE, widths, *rows)


def _row(row: Row, widths: list[int], styles: list[str], *, with_next: bool) -> str:
    if row.band:
        shown = cell(sum(widths), paragraph("Dòng nhóm", run(row.cells[0])), span=len(widths))
    else:
        kept = "<w:keepNext/>" if with_next else ""
        face = "<w:rPr><w:b/></w:rPr>" if row.bold else ""
        shown = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}</w:pPr>'
            f"{f'<w:r>{face}{text(words)}</w:r>' if words else ''}</w:p></w:tc>"
            for width, style, words in zip(widths, styles, row.cells, strict=True)
        )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{shown}</w:tr>"


def table(style: str, widths: list[int], *rows: str) -> str:
    """A table with fixed columns, as wide as the line: Word and LibreOffice each look at another place for widths."""
    properties = element(
        "tblPr",
        value("tblStyle", style_id(style)),
        element("tblW", w=sum(widths), type="dxa"),
        element("tblLayout", type="fixed"),
        element(
            "tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0, noHBand=1, noVBand=1
        ),
    )
    grid = element("tblGrid", *(element("gridCol", w=width) for width in widths))
    return f"<w:tbl>{properties}{grid}{''.join(rows)}</w:tbl>"


def cell(width: int, inner: str, *, span: int = 1, middle: bool = False) -> str:
    """A cell so many twips wide, over `span` columns."""
    form = (
        element("tcW", w=width, type="dxa"),
        value("gridSpan", span) if span > 1 else "",
        value("vAlign", "center") if middle else "",
    )
    return f"<w:tc>{element('tcPr', *form)}{inner}</w:tc>"
