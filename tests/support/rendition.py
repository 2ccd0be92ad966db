"""Type a plain text as an officer would in Word: header table, styles, automatic numbering, real tables.

Renditions let the reader be measured on the same words in both forms. `python -m support.rendition IN.txt OUT.docx`
writes one; the example plan of the project is made so.
"""

from __future__ import annotations

import io
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell

MOTTO = re.compile(r"CỘNG HÒA XÃ HỘI|Độc lập\s*-\s*Tự do", re.I)
NUMBER = re.compile(r"^Số\s*:|^Số\s+\d", re.I)
DATE = re.compile(r"^[^,|]{2,40},\s*ngày\b.*\btháng\b.*\bnăm\b", re.I)
RECIPIENTS = re.compile(r"^\**\s*Nơi nhận", re.I)
AUTHORITY = re.compile(r"^\**(TM\.|KT\.|TL\.|TUQ\.|Q\.|GIÁM ĐỐC|CHỦ TỊCH|PHÓ |HIỆU TRƯỞNG|CỤC TRƯỞNG)")
RULE = re.compile(r"^\|?[\s:|-]+\|?$")
LABEL = re.compile(
    r"^(?P<label>(?P<roman>[IVX]+)\.|(?P<arabic>\d{1,2})\.|(?P<letter>[a-zđ])\)|(?P<dash>[-–])) +(?=\S)"
)
ROMANS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
# Word's own lower-case letters have no đ: a list that reaches d must be typed by hand, as officers do.
LETTERS = ["a", "b", "c", "d"]
FORMATS = {
    "roman": ("upperRoman", "%1."),
    "arabic": ("decimal", "%1."),
    "letter": ("lowerLetter", "%1)"),
    "dash": ("bullet", "-"),
}
LEVELS = ["roman", "arabic", "letter", "dash"]


@dataclass
class Numbering:
    """Automatic lists of one document: a `num` a list, restarted when the typed number starts again at one."""

    document: Document
    current: dict[str, int] = field(default_factory=dict)
    reached: dict[str, int] = field(default_factory=dict)

    def number_for(self, kind: str, value: int) -> int | None:
        """The list whose next number is this one; None when no automatic list would show it."""
        if kind != "dash" and value != 1 and value != self.reached.get(kind, -1) + 1:
            self.reached.pop(kind, None)
            return None
        if kind == "dash" and kind in self.current:
            return self.current[kind]
        if value == 1 or kind == "dash":
            self.current[kind] = self._new_list(kind)
            for deeper in LEVELS[LEVELS.index(kind) + 1 :]:
                self.reached.pop(deeper, None)
        self.reached[kind] = value
        return self.current[kind]

    def _new_list(self, kind: str) -> int:
        root = self.document.part.numbering_part.element
        ident = len(root.findall(qn("w:abstractNum"))) + 1000
        shape, text = FORMATS[kind]
        abstract = _element("w:abstractNum", {"w:abstractNumId": ident})
        level = _element("w:lvl", {"w:ilvl": 0})
        for tag, value in (("w:start", 1), ("w:numFmt", shape), ("w:suff", "space"), ("w:lvlText", text)):
            level.append(_element(tag, {"w:val": value}))
        abstract.append(level)
        first = root.find(qn("w:num"))
        root.append(abstract) if first is None else first.addprevious(abstract)
        num = _element("w:num", {"w:numId": ident})
        num.append(_element("w:abstractNumId", {"w:val": ident}))
        root.append(num)
        return ident


def _element(tag: str, attributes: dict[str, object]) -> OxmlElement:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(name), str(value))
    return element


def render(text: str) -> bytes:
    """A .docx of the text in the layout of Nghị định 30/2020/NĐ-CP."""
    document = _blank()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    start = _header(document, lines)
    end = next((i for i, line in enumerate(lines) if i > start and RECIPIENTS.match(line)), len(lines))
    _body(document, lines[start:end])
    after = _back(document, lines[end:]) if end < len(lines) else len(lines)
    _body(document, lines[end + after :])
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _blank() -> Document:
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.top_margin = section.bottom_margin = Cm(2)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = "Times New Roman", Pt(14)
    normal.element.rPr.rFonts.set(qn("w:eastAsia"), "Times New Roman")
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    normal.paragraph_format.first_line_indent = Cm(1.27)
    for name in ("Chương mục", "Tên loại"):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style, style.font.bold = normal, True
    title = document.styles["Tên loại"].paragraph_format
    title.alignment, title.first_line_indent = WD_ALIGN_PARAGRAPH.CENTER, Cm(0)
    return document


def _header(document: Document, lines: list[str]) -> int:
    """Lay the header out in a table without borders; return the index of the first line after it."""
    dated = next((i for i, line in enumerate(lines[:14]) if DATE.match(_plain(line))), None)
    if dated is None:
        return 0
    head = [_plain(line) for line in lines[: dated + 1] if not RULE.match(line)]
    right = [line for line in head if MOTTO.search(line)]
    number = [line for line in head if NUMBER.match(line)]
    agency = [line for line in head[:-1] if line not in right and line not in number]
    if any("|" in line for line in head):
        return 0
    table = _layout(document, rows=2, widths=(6.8, 9.4))
    _fill(table.cell(0, 0), agency or [""], bold="last", size=12)
    _fill(table.cell(0, 1), right or [""], bold="all", size=12)
    _fill(table.cell(1, 0), number or [""], size=13)
    _fill(table.cell(1, 1), [head[-1]], italic=True, size=13)
    return dated + 1


def _layout(document: Document, *, rows: int, widths: tuple[float, float]) -> Table:
    """A table nobody sees: no borders, no cell margins, widths in centimetres."""
    table = document.add_table(rows=rows, cols=2)
    table.autofit = False
    margins = _element("w:tblCellMar", {})
    for side in ("w:left", "w:right"):
        margins.append(_element(side, {"w:w": 0, "w:type": "dxa"}))
    table._tbl.tblPr.append(margins)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    return table


def _fill(
    cell: _Cell,
    lines: list[str],
    *,
    bold: str = "",
    italic: bool = False,
    size: float = 14,
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.CENTER,
) -> None:
    for i, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if i == 0 else cell.add_paragraph()
        paragraph.alignment, paragraph.paragraph_format.space_after = align, Pt(0)
        paragraph.paragraph_format.first_line_indent = Cm(0)
        run = paragraph.add_run(line)
        run.bold = bold == "all" or (bold == "last" and i == len(lines) - 1)
        run.italic, run.font.size = italic, Pt(size)


def _body(document: Document, lines: list[str]) -> None:
    numbering, rows = Numbering(document), []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append(line)
            continue
        if rows:
            _table(document, rows)
            rows = []
        if line:
            _paragraph(document, numbering, line)


def _paragraph(document: Document, numbering: Numbering, line: str) -> None:
    found = LABEL.match(_plain(line))
    paragraph = document.add_paragraph()
    words = _plain(line) if found else line
    if found:
        kind, value = _value(found)
        number = numbering.number_for(kind, value) if value else None
        if number is not None:
            words = words[found.end() :]
            properties = paragraph._p.get_or_add_pPr()
            listed = _element("w:numPr", {})
            listed.append(_element("w:ilvl", {"w:val": 0}))
            listed.append(_element("w:numId", {"w:val": number}))
            properties.append(listed)
        if kind == "roman":
            paragraph.style = document.styles["Chương mục"]
    elif (words.isupper() and len(words) < 60) or _titled(document):
        paragraph.style = document.styles["Tên loại"]
    for i, piece in enumerate(words.split("**")):
        if piece:
            paragraph.add_run(piece.replace("*", "")).bold = True if i % 2 else None


def _titled(document: Document) -> bool:
    """The paragraph just added follows the name of the kind: it is the subject."""
    styles = [paragraph.style.name for paragraph in document.paragraphs[-3:-1]]
    return (
        styles[-1:] == ["Tên loại"]
        and document.paragraphs[-2].text.isupper()
        and "Tên loại" not in styles[:-1]
    )


def _value(found: re.Match[str]) -> tuple[str, int | None]:
    kind = next(name for name in FORMATS if found[name])
    table = {"roman": ROMANS, "letter": LETTERS}.get(kind)
    if kind == "arabic":
        return kind, int(found[kind])
    if kind == "dash":
        return kind, 1
    return kind, table.index(found[kind]) + 1 if table and found[kind] in table else None


def _table(document: Document, rows: list[str]) -> None:
    cells = [
        [_plain(cell.strip()) for cell in row.strip().strip("|").split("|")]
        for row in rows
        if not RULE.match(row)
    ]
    width = max(map(len, cells), default=0)
    if not width:
        return
    table = document.add_table(rows=len(cells), cols=width, style="Table Grid")
    for row, texts in zip(table.rows, cells, strict=True):
        for cell, words in zip(row.cells, texts, strict=False):
            cell.text = words
            cell.paragraphs[0].paragraph_format.first_line_indent = Cm(0)


def _back(document: Document, lines: list[str]) -> int:
    """Recipients on the left, signature on the right; return how many lines that took."""
    signature = next((i for i, line in enumerate(lines) if i and AUTHORITY.match(line)), None)
    if signature is None or signature > 40:
        return 0
    end = signature
    while (
        end < len(lines) and end < signature + 8 and not lines[end].startswith("|") and len(lines[end]) < 60
    ):
        end += 1
    table = _layout(document, rows=1, widths=(8.2, 8.2))
    _fill(
        table.cell(0, 0), [_plain(line) for line in lines[:signature]], size=11, align=WD_ALIGN_PARAGRAPH.LEFT
    )
    _fill(table.cell(0, 1), [_plain(line) for line in lines[signature:end]], bold="all")
    name = table.cell(0, 1).paragraphs[-1]
    name.paragraph_format.space_before = Pt(64)
    return end


def _plain(line: str) -> str:
    return line.replace("**", "").replace("*", "").strip()


if __name__ == "__main__":
    Path(sys.argv[2]).write_bytes(render(Path(sys.argv[1]).read_text(encoding="utf-8")))
