"""How the text is set: size, alignment, indents, spacing.

What is told is told once for the whole text with how many paragraphs it concerns; headings, tables, quotations and
lines in the middle of the page are not looked at.
Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.e.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from thammuu_core.formats.looks import number
from thammuu_core.formats.mends import Letters, Lines, Setting
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.nodes import Node
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot
from thammuu_core.papers import Form, LineRule

_LONG = 90
"""Letters of a paragraph that surely runs over more than one line."""
_INDENTS = (10.0, 12.7)
_SLACK = 0.7
_GAP = 6.0
_LINES = (1.0, 1.5)
_SINGLE = 1.15
"""Height of a line of Times New Roman, in parts of its size."""
_FEW = 3
_SHARE = 0.2


@rule("TT-151")
def text_look(checked: Checked) -> Iterator[Hit]:
    """13 to 14, upright, justified."""
    prose = _prose(checked)
    odd = [
        (spot, wrong) for spot in prose if (wrong := [size for size in spot.sizes if not 13 <= size <= 14])
    ]
    if odd:
        sizes = ", ".join(number(size) for size in sorted({size for _, wrong in odd for size in wrong}))
        yield Hit(
            f"{_count(odd, prose)} đang cỡ {sizes}; phải cỡ 13 - 14.",
            odd[0][0],
            mend=Letters(tuple(spot for spot, _ in odd), (13, 14)),
        )
    ragged = [spot for spot in prose if spot.paragraph.align != "both"]
    if _many(ragged, prose):
        yield Hit(
            f"{_count(ragged, prose)} chưa canh đều hai lề.",
            ragged[0],
            mend=Lines(tuple(ragged), Setting.JUSTIFIED),
        )
    slanted = [spot for spot in prose if spot.runs and all(run.italic for run in spot.runs)]
    if len(slanted) * 2 > len(prose):
        yield Hit(
            f"{_count(slanted, prose)} đang nghiêng; phải kiểu chữ đứng.",
            slanted[0],
            mend=Letters(tuple(slanted), italic=False),
        )


@rule("TT-152")
def first_line(checked: Checked) -> Iterator[Hit]:
    """1 cm or 1.27 cm, the same throughout; where a tab begins the line nothing is measured."""
    measured = [
        (spot, form.left + form.first)
        for spot, form in _formed(checked)
        if not spot.paragraph.text.startswith("\t")
    ]
    if not measured:
        return
    wrong = [
        (spot, indent)
        for spot, indent in measured
        if not any(abs(indent - one) <= _SLACK for one in _INDENTS)
    ]
    if _many(wrong, measured):
        usual = Counter(_cm(indent) for _, indent in wrong).most_common(1)[0][0]
        yield Hit(
            f"{_count(wrong, measured)} lùi đầu dòng {usual} cm; phải lùi 1 cm hoặc 1,27 cm.",
            wrong[0][0],
            mend=Lines(tuple(spot for spot, _ in wrong), Setting.INDENTED),
        )
    each = [[spot for spot, indent in measured if abs(indent - one) <= _SLACK] for one in _INDENTS]
    fewer = min(each, key=len)
    if _many(fewer, measured):
        yield Hit(
            "Đầu dòng lúc lùi 1 cm, lúc lùi 1,27 cm; chọn một cách cho cả văn bản.",
            fewer[0],
            mend=Lines(tuple(spot for spot, _ in measured), Setting.INDENTED),
        )


@rule("TT-153")
def paragraph_spacing(checked: Checked) -> Iterator[Hit]:
    """At least 6 pt between paragraphs of the text that follow one another."""
    formed = list(_formed(checked))
    pairs = [(one, other) for one, other in pairwise(formed) if other[0].index == one[0].index + 1]
    close = [below for above, below in pairs if above[1].after + below[1].before < _GAP - 0.1]
    if _many(close, pairs):
        least = min(above[1].after + below[1].before for above, below in pairs)
        yield Hit(
            f"{_count(close, pairs)} cách đoạn trước dưới 6 pt (ít nhất {number(least)} pt); phải cách tối thiểu 6 pt.",
            close[0][0],
            mend=Lines(tuple(spot for spot, _ in close), Setting.SPACED),
        )


@rule("TT-154")
def line_spacing(checked: Checked) -> Iterator[Hit]:
    """From single to one and a half; points are compared with what the letters need."""
    formed = list(_formed(checked))
    wrong = [(spot, form) for spot, form in formed if not _is_spaced(spot, form)]
    if _many(wrong, formed):
        usual = Counter(_spacing(form) for _, form in wrong).most_common(1)[0][0]
        yield Hit(
            f"{_count(wrong, formed)} giãn dòng {usual}; phải từ dòng đơn đến 1,5 dòng.",
            wrong[0][0],
            mend=Lines(tuple(spot for spot, _ in wrong), Setting.SINGLE),
        )


def _prose(checked: Checked) -> list[Spot]:
    """Paragraphs of the main text that run over several lines: no titles, no grounds, nothing in tables."""
    grounds = {spot.index for spot in checked.elements.bases}
    return [
        node.spot.tight
        for node in checked.trees[0].nodes
        if _is_prose(node) and node.spot.index not in grounds
    ]


def _is_prose(node: Node) -> bool:
    return (
        len(node.spot.text) >= _LONG
        and node.provision.heading is None
        and node.spot.paragraph.align not in ("center", "right")
    )


def _formed(checked: Checked) -> Iterator[tuple[Spot, Form]]:
    for spot in _prose(checked):
        if spot.paragraph.form is not None:
            yield spot, spot.paragraph.form


def _is_spaced(spot: Spot, form: Form) -> bool:
    if form.line_rule is LineRule.MULTIPLE:
        return _LINES[0] - 0.03 <= form.line <= _LINES[1] + 0.03
    size = max(spot.sizes, default=14.0)
    low = 0.0 if form.line_rule is LineRule.AT_LEAST else size
    return low <= form.line <= size * _SINGLE * _LINES[1] + 1


def _spacing(form: Form) -> str:
    """How a reader of the dialogue says it."""
    if form.line_rule is LineRule.MULTIPLE:
        return f"{number(round(form.line, 2))} dòng"
    return f"{'đúng' if form.line_rule is LineRule.EXACT else 'ít nhất'} {number(form.line)} pt"


def _many(some: Sequence[object], of: Sequence[object]) -> bool:
    """More than a slip: a few paragraphs, and a good part of the text."""
    return len(some) >= min(_FEW, max(len(of), 1)) and len(some) >= len(of) * _SHARE


def _count(some: Sequence[object], of: Sequence[object]) -> str:
    return f"{len(some)}/{len(of)} đoạn"


def _cm(millimetres: float) -> str:
    return number(round(millimetres / 10, 2))
