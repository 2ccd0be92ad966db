"""Paper, margins, letters, page numbers.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục I.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TypeVar

from thammuu_core.errors import Severity
from thammuu_core.formats.annexes import appendices
from thammuu_core.formats.elements import AnnexHead
from thammuu_core.formats.looks import number
from thammuu_core.formats.mends import Black, Margin, PageNumber, Typeface
from thammuu_core.formats.mends import Paper as A4Paper
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot, spots
from thammuu_core.papers import PageField, SectionForm, Table

_A4 = (210.0, 297.0)
_SLACK = 0.6
"""Millimetres: Word keeps twips, and 20 mm are written 1133, 1134 or 1138 of them."""
_CUT_SLACK = 1.5
"""Paper sizes are rounded more roughly."""
_LATIN = "Times New Roman"
"""Also of the names under which some systems keep its cuts: "Times New Roman Bold"."""
_OLD = re.compile(r"(?:\.vn|vni[- ]|vntime)", re.IGNORECASE)
_PICTURES = re.compile(
    r"symbol|wingdings|webdings|cambria math|segoe ui (?:symbol|emoji)|ms gothic", re.IGNORECASE
)
_ADDRESS = re.compile(r"@|https?:|www\.|\.vn\b|\.com\b")
_DARK = 0x40
"""A channel of colour up to which letters print black."""
_LONG = 6000
"""Letters that surely fill more than one page."""
Measure = TypeVar("Measure")
_SIDES = {"left": "lề trái", "right": "lề phải"}


@rule("TT-001")
def paper_size(checked: Checked) -> Iterator[Hit]:
    """A4; tables on larger paper are met in practice."""
    for at, size in _different(checked, lambda form: (form.width, form.height)):
        if all(size) and any(
            abs(one - other) > _CUT_SLACK for one, other in zip(sorted(size), _A4, strict=True)
        ):
            yield Hit(
                f"Khổ giấy {_mm(size[0])} x {_mm(size[1])} mm; phải là A4 (210 x 297 mm).",
                at,
                mend=A4Paper(),
                at_most=Severity.WARNING if at and at.block else None,
            )


@rule("TT-002")
def orientation(checked: Checked) -> Iterator[Hit]:
    """Landscape where there is a table to lay across; one that sets out header or signature is none."""
    blocks, parts = checked.paper.body.blocks, checked.elements.parts
    laid_out = {*range(parts.body), *range(parts.back, parts.stop)}
    tables = {at for at, block in enumerate(blocks) if isinstance(block, Table)} - laid_out
    for form, stop in _stretches(checked):
        if form.landscape and not tables & {*range(form.first_block, stop)}:
            yield Hit("Trang ngang mà không có bảng; đặt lại trang dọc.", _first(checked, form))


def _margin(side: str, name: str, low: float, high: float) -> Callable[[Checked], Iterator[Hit]]:
    """The rule of one margin; what lies across has its margins turned with it, and nothing is said of them."""

    def margin(checked: Checked) -> Iterator[Hit]:
        for at, width in _different(checked, lambda form: None if form.landscape else getattr(form, side)):
            if width and not low - _SLACK <= width <= high + _SLACK:
                yield Hit(
                    f"{name} {_mm(width)} mm; phải từ {_mm(low)} đến {_mm(high)} mm. Đặt lại trong Layout, Margins.",
                    at,
                    mend=Margin(side, low, high),
                    at_most=Severity.WARNING if at and at.block else None,
                )

    margin.__doc__ = f"{name}: {low:g} to {high:g} mm."
    return margin


margin_top = rule("TT-003")(_margin("top", "Lề trên", 20, 25))
margin_bottom = rule("TT-004")(_margin("bottom", "Lề dưới", 20, 25))
margin_left = rule("TT-005")(_margin("left", "Lề trái", 30, 35))
margin_right = rule("TT-006")(_margin("right", "Lề phải", 15, 20))


@rule("TT-007")
def font(checked: Checked) -> Iterator[Hit]:
    """Each other font once, at its first letters; symbol fonts draw no letters."""
    found: dict[str, list[Spot]] = {}
    for spot in _everywhere(checked):
        for run in spot.runs:
            if run.font and not run.font.startswith(_LATIN) and not _PICTURES.search(run.font):
                found.setdefault(run.font, []).append(spot)
    for name, places in found.items():
        code = ", không theo bộ mã Unicode" if _OLD.match(name) else ""
        yield Hit(
            f"Phông {name}{code}, ở {_paragraphs(places)}; phải là Times New Roman.",
            places[0],
            mend=None if code else Typeface(name),
        )


@rule("TT-008")
def colour(checked: Checked) -> Iterator[Hit]:
    """Each other colour once; stamps of urgency are red by the decree, addresses of the net blue of themselves."""
    found: dict[str, list[Spot]] = {}
    stamps = {(spot.story, spot.index) for spot in checked.elements.marks}
    for spot in _everywhere(checked):
        if (spot.story, spot.index) in stamps:
            continue
        for run in spot.runs:
            words = spot.paragraph.text[run.start : run.end]
            if run.colour and not _is_black(run.colour) and not _ADDRESS.search(words):
                found.setdefault(run.colour, []).append(spot)
    for name, places in found.items():
        yield Hit(
            f"Chữ màu {_colour(name)} ở {_paragraphs(places)}; phải là màu đen.", places[0], mend=Black(name)
        )


@rule("TT-009")
def page_number(checked: Checked) -> Iterator[Hit]:
    """In the middle of the top margin, 13 to 14, upright, Arabic, not on the first page."""
    sections = checked.paper.sections
    shown = [field for form in sections for field in form.page_fields]
    if not shown:
        if len(checked.paper.body.text) > _LONG:
            yield Hit(
                "Văn bản nhiều trang mà không đánh số trang; đánh số ở giữa lề trên, trừ trang thứ nhất."
            )
        return
    faults = dict.fromkeys(fault for field in shown for fault in _faults(field))
    if any(
        form.number_form not in (None, "decimal", "numberInDash") for form in sections if form.page_fields
    ):
        faults["không phải chữ số Ả Rập"] = None
    if any(
        field.kind == ("first" if sections[0].title_page else "default") for field in sections[0].page_fields
    ):
        faults["hiện cả ở trang thứ nhất"] = None
    if faults:
        yield Hit(
            f"Số trang {', '.join(faults)}; phải canh giữa ở lề trên, cỡ 13 - 14, đứng, không hiện ở trang thứ nhất.",
            mend=PageNumber(),
        )


@rule("TT-010")
def annex_page_number(checked: Checked) -> Iterator[Hit]:
    """Each Phụ lục counts its pages from 1, for which it needs a section of its own."""
    sections = checked.paper.sections
    if not any(form.page_fields for form in sections):
        return
    going_on = [annex for annex in appendices(checked) if not _begins_anew(annex, sections)]
    if going_on:
        yield Hit(
            f"{', '.join(annex.label for annex in going_on)} đánh số trang tiếp theo phần trước; "
            "mỗi phụ lục đánh số trang riêng từ 1 (ngắt Section, Start at: 1).",
            going_on[0].head[0] if going_on[0].head else None,
        )


@rule("UN-01")
def composed(checked: Checked) -> Iterator[Hit]:
    """Letters and their marks are one character each."""
    if any(problem.code == "wordml.not_composed" for problem in checked.paper.problems):
        yield Hit(
            "Chữ tiếng Việt trong tệp gõ bằng Unicode tổ hợp (dấu rời); nên chuyển sang Unicode dựng sẵn để tìm kiếm được."
        )


def _begins_anew(annex: AnnexHead, sections: tuple[SectionForm, ...]) -> bool:
    near = (form for form in sections if annex.start - 2 <= form.first_block <= annex.start)
    return any(form.first_page == 1 for form in near)


def _faults(field: PageField) -> Iterator[str]:
    if field.where == "footer":
        yield "ở lề dưới"
    if field.align not in (None, "center"):
        yield f"ở {_SIDES.get(field.align, field.align)}"
    if field.size is not None and not 13 <= field.size <= 14:
        yield f"cỡ {number(field.size)}"
    if field.italic:
        yield "nghiêng"


def _different(
    checked: Checked, measure: Callable[[SectionForm], Measure | None]
) -> Iterator[tuple[Spot | None, Measure]]:
    """Each measure where it first comes, with the paragraph there; the first stretch has none to point at."""
    told = set()
    for form in checked.paper.sections:
        found = measure(form)
        if found is not None and found not in told:
            told.add(found)
            yield (_first(checked, form) if form.first_block else None), found


def _stretches(checked: Checked) -> Iterator[tuple[SectionForm, int]]:
    sections = checked.paper.sections
    stops = [*(form.first_block for form in sections[1:]), len(checked.paper.body.blocks)]
    yield from zip(sections, stops, strict=True)


def _first(checked: Checked, form: SectionForm) -> Spot | None:
    places = (spot for spot in spots(checked.paper.body) if spot.block >= form.first_block and spot.filled)
    return next(places, None)


def _everywhere(checked: Checked) -> Iterator[Spot]:
    for story in checked.paper.stories:
        yield from spots(story)


def _paragraphs(places: list[Spot]) -> str:
    count = sum(1 for _ in groupby(places, key=lambda spot: (spot.story, spot.index)))
    return f"{count} đoạn"


def _is_black(colour: str) -> bool:
    channels = re.findall("[0-9A-F]{2}", colour)
    return len(channels) != 3 or all(int(channel, 16) <= _DARK for channel in channels)


def _colour(written: str) -> str:
    """The colour in a word where one channel stands out, else as Word writes it."""
    red, green, blue = (int(written[at : at + 2], 16) for at in (0, 2, 4))
    if red > 2 * max(green, blue):
        return "đỏ"
    if blue > max(red, green) and red < 0x60:
        return "xanh"
    return "xanh lá" if green > 2 * max(red, blue) else f"#{written}"


def _mm(length: float) -> str:
    return f"{length:.1f}".rstrip("0").rstrip(".").replace(".", ",")
