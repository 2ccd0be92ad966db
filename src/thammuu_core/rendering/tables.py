"""Tables of Word files: bare ones that place the head and the signature, lined ones with a repeated head."""

from __future__ import annotations

from docx.document import Document as File
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.table import Table as Grid
from docx.table import _Row
from docx.text.paragraph import Paragraph as Line

from thammuu_core.rendering.model import Align, Table
from thammuu_core.rendering.styles import element

CELL_PADDING = 1.2
"""Millimetres between a line of the table and the words beside it."""
_ALIGN = {
    Align.LEFT: WD_ALIGN_PARAGRAPH.LEFT,
    Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
    Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
}


def bare_grid(file: File, widths: tuple[float, ...], rows: int) -> Grid:
    """A table without lines, its columns so many millimetres wide, its rows never parted."""
    grid: Grid = file.add_table(rows=rows, cols=len(widths))
    grid.style = "Normal Table"
    _fix(grid, widths)
    _pad(grid, 0)
    for row in grid.rows:
        _flag(row, "w:cantSplit")
    return grid


def lined_table(file: File, block: Table, width: float) -> Grid:
    """A table with lines over `width` millimetres; its first row is repeated on each page."""
    total = sum(column.share for column in block.columns)
    table: Grid = file.add_table(rows=1 + len(block.rows), cols=len(block.columns))
    table.style = "Table Grid"
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _fix(table, tuple(width * column.share / total for column in block.columns))
    _pad(table, CELL_PADDING)
    for row in table.rows:
        _flag(row, "w:cantSplit")
    _flag(table.rows[0], "w:tblHeader")
    return table


def set_cell(line: Line, align: Align) -> None:
    """Set a cell's line as its column is set."""
    line.alignment = _ALIGN[align]


def _fix(grid: Grid, widths: tuple[float, ...]) -> None:
    """Widths as given, whatever stands in the cells: Word and LibreOffice each look at another place for them."""
    grid.autofit = False
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)
    for row in grid.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _pad(grid: Grid, millimetres: float) -> None:
    """The same padding left and right in every cell."""
    margins = element("w:tblCellMar")
    for side in ("w:left", "w:right"):
        padding = element(side)
        padding.set(qn("w:w"), str(Mm(millimetres).twips))
        padding.set(qn("w:type"), "dxa")
        margins.append(padding)
    grid._tbl.tblPr.insert_element_before(margins, "w:tblLook", "w:tblCaption")  # noqa: SLF001


def _flag(row: _Row, name: str) -> None:
    row._tr.get_or_add_trPr().append(element(name))  # noqa: SLF001  python-docx has no words for it
