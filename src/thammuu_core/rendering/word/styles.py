"""The named styles of our Word files: built-in ones where Word has one for the purpose, else Vietnamese names.

A style's id is its name without spaces. Direct formatting is left for what differs from place to place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thammuu_core.rendering.columns import TWIPS
from thammuu_core.rendering.model import Level
from thammuu_core.rendering.normal import BELOW
from thammuu_core.rendering.word.names import (
    BREAK,
    CELL,
    END_TABLE,
    FONT,
    GAP,
    HEAD_TABLE,
    LANGUAGE,
    LINE,
    LINED_TABLE,
    PROVISION,
    RULE,
    URGENCY,
    heading,
    style_id,
)
from thammuu_core.rendering.word.numbering import List, list_of
from thammuu_core.rendering.word.xml import element, root, value


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style by the measure its letters have; `before` and `after` in points, the rest in millimetres."""

    name: str
    size: str
    align: str = "center"
    bold: bool = False
    italic: bool = False
    before: float = 0
    after: float = 0
    first: float = 0
    left: float = 0
    right: float = 0
    with_next: bool = False
    exact: float = 0
    """Points from line to line; single spacing where 0."""
    outline: int | None = None
    """Level in the navigation pane, 0 the outermost."""
    list: List | None = None
    at: int = 0
    """Level in the list."""
    box: bool = False
    """A red frame, as a stamp has."""


def styles(titles: Iterable[Level], measures: dict[str, float]) -> bytes:
    """The part `styles.xml`; `titles` are the kinds of provisions that are titles, outermost first."""
    own = [*_frame(measures), *_body(measures), *_headings(titles, measures)]
    return root(
        "styles", _defaults(measures), *(_paragraph(style, measures) for style in own), *_tables(measures)
    )


def _frame(m: dict[str, float]) -> Iterator[Style]:
    gap = m["paragraph_gap"]
    yield Style("Title", "kind", bold=True, before=m["title_gap"], with_next=True)
    yield Style("Subtitle", "subject", bold=True, with_next=True)
    yield Style("Quốc hiệu", "nation", bold=True)
    yield Style("Tiêu ngữ", "motto", bold=True)
    yield Style("Cơ quan chủ quản", "agency")
    yield Style("Cơ quan ban hành", "agency", bold=True)
    yield Style("Số, ký hiệu", "number")
    yield Style("Trích yếu công văn", "letter_subject", before=m["letter_gap"])
    yield Style("Địa danh, thời gian", "place_date", italic=True)
    yield Style("Kính gửi", "body", "left", before=gap, after=gap, left=2 * m["indent"])
    yield Style("Nơi gửi", "body", "left", after=gap, left=2 * m["indent"] + m["addressees_left"])
    yield Style("Phụ lục", "annex", bold=True, with_next=True, outline=0)
    yield Style("Kèm theo", "guidance", italic=True, with_next=True)
    yield Style("Người ký", "signer", bold=True, with_next=True)
    yield Style("Họ tên người ký", "signer", bold=True, before=m["signature_space"])
    yield Style("Nhãn nơi nhận", "recipients_label", "left", bold=True, italic=True)
    yield Style("Nơi nhận", "recipients", "left")
    yield Style("header", "page_number")
    yield Style(RULE, "thin", after=gap, exact=4)
    yield Style(GAP, "thin", after=gap, exact=1)
    yield Style(BREAK, "thin", exact=1)
    for name, wide in URGENCY.values():
        side = max(0.0, (m["head_left_width"] - m[wide]) / 2)
        yield Style(name, "urgency", bold=True, before=gap, left=side, right=side, exact=20, box=True)


def _body(m: dict[str, float]) -> Iterator[Style]:
    gap, indent, cell = m["paragraph_gap"], m["indent"], m["cell_gap"]
    for align, name in LINE.items():
        yield Style(name, "body", align or "both", after=gap, first=0 if align else indent)
    yield Style("Căn cứ", "body", "both", italic=True, after=gap, first=indent)
    yield Style("Lời ban hành", "body", bold=True, before=2 * gap, after=2 * gap, with_next=True)
    for level, name in PROVISION.items():
        list_, at = list_of(level, in_articles=level is Level.ARTICLE)
        yield Style(name, "body", "both", after=gap, first=indent, list=list_, at=at)
    yield Style("Đầu cột", "table", bold=True, before=cell, after=cell, with_next=True)
    for align, name in CELL.items():
        yield Style(name, "table", align, before=cell, after=cell)
    yield Style("Dòng nhóm", "table", "left", bold=True, before=cell, after=cell, with_next=True)


def _headings(titles: Iterable[Level], m: dict[str, float]) -> Iterator[Style]:
    gap = m["paragraph_gap"]
    for place, level in enumerate(titles):
        below = level in BELOW
        yield Style(
            heading(place + 1), "body", "center" if below else "both", bold=True, after=gap,
            first=0 if below else m["indent"], with_next=True, outline=place,
        )  # fmt: skip


def _defaults(measures: dict[str, float]) -> str:
    letters = element("rPrDefault", element("rPr", _fonts(), *_size(measures["body"]), _language()))
    normal = element(
        "style", value("name", "Normal"), "<w:qFormat/>", element("pPr", "<w:widowControl/>"),
        type="paragraph", default="1", styleId="Normal",
    )  # fmt: skip
    letter = element(
        "style", value("name", "Default Paragraph Font"), value("uiPriority", 1), "<w:semiHidden/>",
        type="character", default="1", styleId="DefaultParagraphFont",
    )  # fmt: skip
    return element("docDefaults", letters, element("pPrDefault", "<w:pPr/>")) + normal + letter


def _paragraph(style: Style, measures: dict[str, float]) -> str:
    return element(
        "style", value("name", style.name.lower() if style.name.startswith("Heading") else style.name),
        value("basedOn", "Normal"), "<w:qFormat/>", element("pPr", *_form(style)), element("rPr", *_face(style, measures)),
        type="paragraph", styleId=style_id(style.name), **({} if _built_in(style.name) else {"customStyle": "1"}),
    )  # fmt: skip


def _built_in(name: str) -> bool:
    return name.isascii()


def _form(style: Style) -> Iterator[str]:
    """In the order of the schema."""
    if style.with_next:
        yield "<w:keepNext/>"
    if style.list:
        yield element("numPr", value("ilvl", style.at), value("numId", style.list.value))
    if style.box:
        edges = ("top", "left", "bottom", "right")
        yield element("pBdr", *(element(edge, val="single", sz=8, space=1, color="FF0000") for edge in edges))
    rule = (
        {"line": round(style.exact * 20), "lineRule": "exact"}
        if style.exact
        else {"line": 240, "lineRule": "auto"}
    )
    yield element("spacing", before=round(style.before * 20), after=round(style.after * 20), **rule)
    yield indents(left=style.left, right=style.right, first=style.first)
    yield value("jc", style.align)
    if style.outline is not None:
        yield value("outlineLvl", style.outline)


def indents(*, left: float = 0, right: float = 0, first: float = 0) -> str:
    """From millimetres."""
    sides = {"left": left, "right": right, "firstLine": first}
    return element("ind", **{name: round(side * TWIPS) for name, side in sides.items()})


def _face(style: Style, measures: dict[str, float]) -> Iterator[str]:
    yield _fonts()
    for mark, meant in (("b", style.bold), ("i", style.italic)):
        yield f"<w:{mark}/>" if meant else value(mark, 0)
    yield value("color", "FF0000" if style.box else "000000")
    yield from _size(measures[style.size])


def _fonts() -> str:
    return element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)


def _size(points: float) -> tuple[str, str]:
    return value("sz", round(points * 2)), value("szCs", round(points * 2))


def _language() -> str:
    return element("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi=LANGUAGE)


def _tables(measures: dict[str, float]) -> Iterator[str]:
    yield _table("Normal Table", 0, default=True)
    yield _table(HEAD_TABLE, 0)
    yield _table(END_TABLE, 0)
    yield _table(LINED_TABLE, measures["cell_padding"], lines=True)


def _table(name: str, padding: float, *, lines: bool = False, default: bool = False) -> str:
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = element(
        "tblBorders", *(element(edge, val="single", sz=4, space=0, color="000000") for edge in edges)
    )
    margins = element(
        "tblCellMar", *(element(side, w=round(padding * TWIPS), type="dxa") for side in ("left", "right"))
    )
    said = {"default": "1"} if default else {} if name.isascii() else {"customStyle": "1"}
    return element(
        "style", value("name", name), "" if default else value("basedOn", "NormalTable"),
        element("tblPr", element("tblInd", w=0, type="dxa"), borders if lines else "", margins),
        type="table", styleId=style_id(name), **said,
    )  # fmt: skip
