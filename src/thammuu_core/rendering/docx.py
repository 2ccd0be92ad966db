"""A document as a Word file: named styles, fields, a table for the head, as people who go on writing in Word expect.

The styles are built in `styles`; here the elements are put down in their order.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from io import BytesIO

import docx
from docx.document import Document as File
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.shared import Mm, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Line

from thammuu_core.rendering.letters import for_word
from thammuu_core.rendering.lines import (
    addressee_lines,
    date_line,
    letter_subject,
    number_line,
    recipient_lines,
)
from thammuu_core.rendering.measures import MOTTO, NATION, sizes, text_width
from thammuu_core.rendering.model import Block, Document, Heading, Paragraph, Table
from thammuu_core.rendering.styles import add_styles, dress, page_number, rule_below
from thammuu_core.rendering.tables import bare_grid, lined_table, set_cell

CAPITALS, SMALL = 0.72, 0.5
"""Mean width of a bold letter, in letter heights; Word has no measure of a line, and the rules need one."""


def to_docx(document: Document) -> bytes:
    """The document as a Word file (.docx)."""
    file = docx.Document()
    measures = sizes(small=document.small)
    add_styles(file, measures)
    file.core_properties.title = _text(f"{document.kind} {document.subject}".strip())
    file.core_properties.author = _text(document.head.agency)
    file.core_properties.language = "vi-VN"
    _set_page(file, measures, landscape=_first_is_landscape(document))
    _letterhead(file, document, measures)
    _title(file, document, measures)
    for line in addressee_lines(document):
        _put(file.add_paragraph(style="Kính gửi"), line)
    for index, section in enumerate(document.sections):
        if index:
            _turn(file, measures, landscape=section.landscape)
        width = text_width(measures, landscape=section.landscape)
        for block in section.blocks:
            _block(file, block, width)
    _closing(file, document, measures)
    buffer = BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def _letterhead(file: File, document: Document, measures: dict[str, float]) -> None:
    head = document.head
    width = text_width(measures, landscape=_first_is_landscape(document))
    left = width * measures["head_left"]
    grid = bare_grid(file, (left, width - left), rows=2)
    agencies, nation = grid.rows[0].cells
    number, day = grid.rows[1].cells
    if head.parent:
        _put(_line(agencies, "Cơ quan chủ quản"), head.parent.upper())
    agency = _put(_line(agencies, "Cơ quan ban hành"), head.agency.upper())
    longest = min(left, _width(agency.text, measures["agency"] * CAPITALS))
    rule_below(agencies.add_paragraph(style="Đường kẻ"), longest * measures["rule_part"], left)
    _put(_line(nation, "Quốc hiệu"), NATION)
    _put(_line(nation, "Tiêu ngữ"), MOTTO)
    rule_below(nation.add_paragraph(style="Đường kẻ"), _width(MOTTO, measures["motto"] * SMALL), width - left)
    _put(_line(number, "Số, ký hiệu"), number_line(head))
    if subject := letter_subject(document):
        _put(number.add_paragraph(style="Trích yếu công văn"), subject)
    _put(_line(day, "Địa danh, thời gian"), date_line(head))


def _title(file: File, document: Document, measures: dict[str, float]) -> None:
    if not document.kind:
        return
    width = text_width(measures, landscape=_first_is_landscape(document))
    _put(file.add_paragraph(style="Title"), document.kind.upper())
    subject = _put(file.add_paragraph(style="Subtitle"), document.subject)
    longest = max(_width(line, measures["subject"] * SMALL) for line in subject.text.split("\n"))
    rule_below(file.add_paragraph(style="Đường kẻ"), min(width, longest) * measures["rule_part"], width)


def _block(file: File, block: Block, width: float) -> None:
    match block:
        case Paragraph(runs):
            line = file.add_paragraph(style="Body Text")
            for run in runs:
                written = line.add_run(_text(run.text))
                written.bold, written.italic = run.bold or None, run.italic or None
        case Heading(text, level):
            _put(file.add_paragraph(style=f"Heading {level}"), text.upper() if level == 1 else text)
        case Table():
            _table(file, block, width)


def _table(file: File, block: Table, width: float) -> None:
    table = lined_table(file, block, width)
    heads = table.rows[0].cells
    for cell, column in zip(heads, block.columns, strict=True):
        _put(_line(cell, "Đầu cột"), column.head)
    for line, row in zip(list(table.rows)[1:], block.rows, strict=True):
        if row.band:
            merged = line.cells[0].merge(line.cells[-1])
            _put(_line(merged, "Dòng nhóm"), row.cells[0])
            continue
        for cell, column, words in zip(line.cells, block.columns, row.cells, strict=True):
            set_cell(_put(_line(cell, "Ô bảng"), words), column.align)
    file.add_paragraph(style="Đường kẻ")


def _closing(file: File, document: Document, measures: dict[str, float]) -> None:
    width = text_width(measures, landscape=bool(document.sections) and document.sections[-1].landscape)
    if file.paragraphs:
        file.paragraphs[-1].paragraph_format.keep_with_next = True
    grid = bare_grid(file, (width / 2, width / 2), rows=1)
    left, right = grid.rows[0].cells
    if lines := recipient_lines(document):
        _put(_line(left, "Nhãn nơi nhận"), "Nơi nhận:")
        for line in lines:
            _put(left.add_paragraph(style="Nơi nhận"), line)
    _fill(right, "Người ký", (line.upper() for line in document.signature.lines))
    name = right.add_paragraph(style="Người ký")
    name.paragraph_format.space_before = Pt(measures["signature_space"])
    _put(name, document.signature.name)


def _fill(cell: _Cell, style: str, lines: Iterable[str]) -> None:
    for index, words in enumerate(lines):
        _put(cell.add_paragraph(style=style) if index else _line(cell, style), words)


def _set_page(file: File, measures: dict[str, float], *, landscape: bool) -> None:
    section = file.sections[0]
    section.top_margin, section.bottom_margin = Mm(measures["margin_top"]), Mm(measures["margin_bottom"])
    section.left_margin, section.right_margin = Mm(measures["margin_left"]), Mm(measures["margin_right"])
    section.header_distance = section.footer_distance = Mm(measures["margin_top"] / 2)
    section.different_first_page_header_footer = True
    page_number(section.header.paragraphs[0])
    _lay(file, measures, landscape=landscape)


def _turn(file: File, measures: dict[str, float], *, landscape: bool) -> None:
    """A new section; the header goes on from the one before, page numbers too."""
    file.add_section(WD_SECTION.NEW_PAGE).different_first_page_header_footer = False
    _lay(file, measures, landscape=landscape)


def _lay(file: File, measures: dict[str, float], *, landscape: bool) -> None:
    section, sides = file.sections[-1], (Mm(measures["page_width"]), Mm(measures["page_height"]))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = reversed(sides) if landscape else sides


def _first_is_landscape(document: Document) -> bool:
    return bool(document.sections) and document.sections[0].landscape


def _line(cell: _Cell, style: str) -> Line:
    """The next empty line of a cell: every cell begins with one."""
    line: Line = cell.paragraphs[-1]
    if line.text or len(cell.paragraphs) > 1:
        line = cell.add_paragraph()
    dress(line, style)
    return line


def _put(line: Line, text: str) -> Line:
    line.add_run(_text(text))
    return line


def _text(text: str) -> str:
    return for_word(unicodedata.normalize("NFC", text))


def _width(text: str, per_letter: float) -> float:
    """About how wide a line is set, in millimetres, from the mean width of its letters in points."""
    return len(text) * per_letter * 25.4 / 72
