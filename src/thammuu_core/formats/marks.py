"""Urgency, secrecy, circulation, the typist's sign, the address at the foot.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.2–4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.formats.looks import Look, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot, spots
from thammuu_core.text import fold_keep

_SECRET = frozenset({"tuyet mat", "toi mat", "mat"})
_URGENT = frozenset({"hoa toc", "thuong khan", "khan"})
_CIRCULATION = frozenset({"xem xong tra lai", "luu hanh noi bo"})
_TYPIST = re.compile(r"[A-ZĐ]{1,6}\.? ?\(\d{1,4}\)")
_ADDRESS = re.compile(r"\W*(?:dia chi|tru so)\s*:")


def _said(spot: Spot) -> str:
    return fold_keep(spot.text).strip(" .*:[]|")


@rule("TT-311")
def secrecy(checked: Checked) -> Iterator[Hit]:
    """Nothing secret may be here at all."""
    for spot in checked.elements.marks:
        if _said(spot) in _SECRET:
            yield Hit(
                f"Có dấu {quoted(spot)}: văn bản mật không được đưa vào hệ thống này; gỡ tệp ra ngay.", spot
            )


@rule("TT-312")
def urgency(checked: Checked) -> Iterator[Hit]:
    """One of three levels, once."""
    urgent = [spot for spot in checked.elements.marks if _said(spot) not in _SECRET | _CIRCULATION]
    for spot in urgent:
        if _said(spot) not in _URGENT:
            yield Hit(f"Mức độ khẩn ghi {quoted(spot)}; chỉ có HỎA TỐC, THƯỢNG KHẨN, KHẨN.", spot)
    if len({_said(spot) for spot in urgent}) > 1:
        yield Hit("Văn bản ghi nhiều mức độ khẩn; chỉ giữ một mức do người ký quyết định.", urgent[1])


@rule("TT-313")
def urgency_look(checked: Checked) -> Iterator[Hit]:
    """Capitals, 13 to 14, bold."""
    lines = [spot for spot in checked.elements.marks if _said(spot) in _URGENT]
    yield from looks(lines, Look((13, 14), bold=True, italic=False, capitals=True), "Mức độ khẩn")


@rule("TT-314")
def circulation_look(checked: Checked) -> Iterator[Hit]:
    """Capitals, 13 to 14, upright, bold."""
    lines = [spot for spot in checked.elements.marks if _said(spot) in _CIRCULATION]
    yield from looks(
        lines, Look((13, 14), bold=True, italic=False, capitals=True), "Chỉ dẫn phạm vi lưu hành"
    )


@rule("TT-315")
def typist(checked: Checked) -> Iterator[Hit]:
    """ "PL.(300)" in size 11."""
    lines = [spot for spot in checked.elements.back if _TYPIST.fullmatch(spot.text)]
    yield from looks(lines, Look((11, 11), italic=False, capitals=True), "Ký hiệu người soạn thảo")


@rule("TT-316")
def address(checked: Checked) -> Iterator[Hit]:
    """At the foot, 11 to 12, upright."""
    feet = [story for story in checked.paper.stories if story.name.startswith("footer")]
    lines = [spot for story in feet for spot in spots(story) if _ADDRESS.match(fold_keep(spot.text))]
    yield from looks(lines, Look((11, 12), italic=False, capitals=False), "Địa chỉ cơ quan")
