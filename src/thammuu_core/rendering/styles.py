"""The named styles of our Word files, their language and fonts, and the few things python-docx has no words for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.document import Document as File
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph as Line

FONT = "Times New Roman"
LANGUAGE = "vi-VN"
_FACES = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")
_THEMES = ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme")
_JUSTIFY, _CENTER, _LEFT = WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.LEFT


@dataclass(frozen=True, slots=True)
class _Style:
    """A style by the measure its letters have; `before` and `after` in points, `indent` in millimetres."""

    name: str
    size: str
    align: WD_ALIGN_PARAGRAPH = _CENTER
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    first: float = 0
    left: float = 0
    with_next: bool = False


def add_styles(file: File, measures: dict[str, float]) -> None:
    """Set up every style that `docx` names, built-in ones where Word has one for the purpose."""
    gap, indent, cell = measures["paragraph_gap"], measures["indent"], measures["cell_gap"]
    _plain_letters(file)
    _set(file, _Style("Normal", "body", _LEFT), measures)
    for style in (
        _Style("Body Text", "body", _JUSTIFY, after=gap, first=indent),
        _Style("Heading 1", "body", _JUSTIFY, bold=True, before=gap, after=gap, left=indent, with_next=True),
        _Style("Heading 2", "body", _JUSTIFY, bold=True, before=gap, after=gap, left=indent, with_next=True),
        _Style("Title", "kind", bold=True, before=12, with_next=True),
        _Style("Subtitle", "subject", bold=True, with_next=True),
        _Style("Quốc hiệu", "nation", bold=True),
        _Style("Tiêu ngữ", "motto", bold=True),
        _Style("Cơ quan chủ quản", "agency"),
        _Style("Cơ quan ban hành", "agency", bold=True),
        _Style("Số, ký hiệu", "number", before=gap),
        _Style("Trích yếu công văn", "letter_subject", before=gap),
        _Style("Địa danh, thời gian", "place_date", italic=True, before=gap),
        _Style("Kính gửi", "body", _LEFT, after=gap, left=2 * indent),
        _Style("Đầu cột", "table", bold=True, before=cell, after=cell, with_next=True),
        _Style("Ô bảng", "table", _LEFT, before=cell, after=cell),
        _Style("Dòng nhóm", "table", _LEFT, bold=True, before=cell, after=cell, with_next=True),
        _Style("Người ký", "signer", bold=True),
        _Style("Nhãn nơi nhận", "recipients_label", _LEFT, bold=True, italic=True),
        _Style("Nơi nhận", "recipients", _LEFT),
        _Style("Số trang", "page_number"),
    ):
        _set(file, style, measures)
    _set(file, _Style("Đường kẻ", "thin", after=gap), measures | {"thin": 2})


def _plain_letters(file: File) -> None:
    """Document defaults: one font for every script instead of the theme's, the language vi-VN."""
    defaults = file.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    fonts = defaults.find(qn("w:rFonts"))
    _one_font(fonts)
    language = defaults.find(qn("w:lang"))
    for name in ("w:val", "w:eastAsia", "w:bidi"):
        language.set(qn(name), LANGUAGE)


def _one_font(fonts: Any) -> None:
    for theme in _THEMES:
        fonts.attrib.pop(qn(theme), None)
    for face in _FACES:
        fonts.set(qn(face), FONT)


def _set(file: File, wanted: _Style, measures: dict[str, float]) -> None:
    style = _style(file, wanted.name)
    font, form = style.font, style.paragraph_format
    font.name, font.size = FONT, Pt(measures[wanted.size])
    font.bold, font.italic, font.color.rgb = wanted.bold, wanted.italic, RGBColor(0, 0, 0)
    _one_font(style.element.rPr.rFonts)
    form.alignment, form.line_spacing = wanted.align, 1.0
    form.space_before, form.space_after = Pt(wanted.before), Pt(wanted.after)
    form.first_line_indent, form.left_indent = Mm(wanted.first), Mm(wanted.left)
    form.keep_with_next, form.widow_control = wanted.with_next, True


def _style(file: File, name: str) -> ParagraphStyle:
    """The style of that name, bare: a built-in one keeps only its level in the outline."""
    if name not in file.styles:
        added: ParagraphStyle = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        added.base_style = file.styles["Normal"]
        added.quick_style = True
        return added
    style: Any = file.styles[name]
    for form in [*style.element.findall(qn("w:pPr")), *style.element.findall(qn("w:rPr"))]:
        for said in [said for said in form if said.tag != qn("w:outlineLvl")]:
            form.remove(said)
    return style  # type: ignore[no-any-return]


def dress(line: Line, name: str) -> None:
    """Give a line one of our styles by its id, which is its name without spaces.

    Not `line.style = name`: python-docx looks through all styles each time, most of the time of a long table.
    """
    line._p.style = name.replace(" ", "")  # noqa: SLF001


def element(name: str) -> Any:
    """A new XML element, for what python-docx has no words for."""
    return OxmlElement(name)


def rule_below(line: Line, length: float, width: float) -> None:
    """A continuous line of `length`, centred in `width` millimetres: the lower border of an indented empty line."""
    side = Mm(max(0.0, (width - length) / 2))
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = side
    border = element("w:bottom")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        border.set(qn(f"w:{name}"), value)
    borders = element("w:pBdr")
    borders.append(border)
    line._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001  python-docx knows no borders
        borders, "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def page_number(line: Line) -> None:
    """The field that Word fills with the page's number."""
    line.style = "Số trang"
    for kind, text in (("begin", ""), ("", "PAGE"), ("separate", ""), ("end", "")):
        run = line.add_run()
        if kind:
            mark = element("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = element("w:instrText")
            mark.text = text
        run._r.append(mark)  # noqa: SLF001  nor fields
