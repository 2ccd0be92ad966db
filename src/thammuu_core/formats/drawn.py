"""The lines drawn under motto, agency and subject: whether they are there, and about how long.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1, II.2, II.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thammuu_core.errors import Severity
from thammuu_core.formats.looks import number
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot, spots
from thammuu_core.text import fold_keep

_BELOW = 4
"""Paragraphs under an element among which its line is looked for: a shape hangs on any of them."""
_ROUGHLY = 0.2
"""How far an estimate may be off, as a share of the line of text."""
_WRAPS = 150
"""Millimetres of text from which Word breaks the line, nobody here knows where."""
_POINT = 25.4 / 72
_NARROW, _WIDE = "fijlt.,;:-/()'", "mw"
_EMS = {" ": 0.25, "I": 0.39, "M": 0.94, "W": 1.0}


@rule("TT-105")
def motto_line(checked: Checked) -> Iterator[Hit]:
    """As long as the motto."""
    if spot := checked.elements.motto:
        yield from _line_under(checked, [spot], "Tiêu ngữ", (1, 1))


@rule("TT-113")
def issuer_line(checked: Checked) -> Iterator[Hit]:
    """A third to a half of the name."""
    yield from _line_under(checked, checked.elements.issuer, "tên cơ quan ban hành", (1 / 3, 1 / 2))


@rule("TT-143")
def subject_line(checked: Checked) -> Iterator[Hit]:
    """A third to a half of the subject's line."""
    yield from _line_under(checked, checked.elements.subject, "trích yếu", (1 / 3, 1 / 2))


def _line_under(
    checked: Checked, lines: Sequence[Spot], name: str, share: tuple[float, float]
) -> Iterator[Hit]:
    if not lines or lines[-1].story != checked.paper.body.name:
        return
    last = lines[-1]
    length = _drawn(checked, last)
    if length is None:
        yield Hit(f"Không thấy đường kẻ dưới {name}; kẻ một đường nét liền dưới dòng chữ.", last)
        return
    text = max(map(width, lines))
    low, high = share
    if 0 < text < _WRAPS and not (low - _ROUGHLY) * text <= length <= (high + _ROUGHLY) * text:
        must = "bằng dòng chữ" if low == high else "bằng 1/3 - 1/2 dòng chữ"
        yield Hit(
            f"Đường kẻ dưới {name} dài {number(round(length))} mm, dòng chữ dài chừng {number(round(text))} mm; "
            f"đường kẻ phải dài {must}.",
            last,
            at_most=Severity.NOTE,
        )


def _drawn(checked: Checked, last: Spot) -> float | None:
    """Length of the first line drawn in or right under the element, in its column of the page, mm."""
    for spot in spots(checked.paper.body)[last.index :]:
        if spot.index > last.index + _BELOW and not (spot.cell and spot.cell[:1] == last.cell[:1]):
            return None
        form = spot.paragraph.form
        if (spot.cell[:1], spot.cell[2:]) != (last.cell[:1], last.cell[2:]) or form is None:
            continue
        length = form.drawn_line or form.border_below
        if length:
            return length
    return None


def width(spot: Spot) -> float:
    """About how long a line in Times New Roman bold is, mm; 0 when its size is not known."""
    size = max(spot.sizes, default=0.0)
    return sum(map(_ems, " ".join(spot.shown.split()))) * size * _POINT


def _ems(letter: str) -> float:
    base = fold_keep(letter)
    base = base.upper() if letter.isupper() else base
    if base in _EMS:
        return _EMS[base]
    if base.isupper():
        return 0.7
    return 0.31 if base in _NARROW else 0.78 if base in _WIDE else 0.5
