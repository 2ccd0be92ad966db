"""Quốc hiệu and Tiêu ngữ: their words and looks.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.errors import Severity
from thammuu_core.formats.looks import Look, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.text import plain

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_WRITTEN_SO = frozenset({NATION, NATION.replace("HÒA", "HOÀ")})
"""The decree itself prints both."""


@rule("TT-101")
def nation_words(checked: Checked) -> Iterator[Hit]:
    """The words, whatever their case and the place of the tone."""
    spot = checked.elements.nation
    if spot and " ".join(plain(spot.text).upper().split()) not in _WRITTEN_SO:
        yield Hit(f"Quốc hiệu ghi {quoted(spot)}; phải là “{NATION}”.", spot)


@rule("TT-102")
def nation_look(checked: Checked) -> Iterator[Hit]:
    """Capitals, 12 to 13, bold, on the right of the agency."""
    if spot := checked.elements.nation:
        agency = checked.elements.issuer[:1]
        if agency and spot.cell and agency[0].cell[:1] == spot.cell[:1] and spot.column < agency[0].column:
            yield Hit("Quốc hiệu đang ở bên trái; phải ở bên phải, ngang hàng với tên cơ quan.", spot)
        yield from looks([spot], Look((12, 13), bold=True, italic=False, capitals=True), "Quốc hiệu")


@rule("TT-103")
def motto_words(checked: Checked) -> Iterator[Hit]:
    """The words with hyphens between; a longer dash is what Word makes of them."""
    spot = checked.elements.motto
    if spot is None:
        return
    written = " ".join(spot.text.split())
    if written == MOTTO:
        return
    told = f"Tiêu ngữ ghi “{written}”; phải là “{MOTTO}”"
    if re.sub(r"\s*-\s*", " - ", plain(written)) == MOTTO:
        yield Hit(f"{told}: gạch nối ngắn, cách chữ hai bên.", spot, at_most=Severity.WARNING)
    else:
        yield Hit(f"{told}.", spot)


@rule("TT-104")
def motto_look(checked: Checked) -> Iterator[Hit]:
    """Small letters, 13 to 14, bold, under the nation."""
    if spot := checked.elements.motto:
        nation = checked.elements.nation
        if nation and nation.story == spot.story and spot.index < nation.index:
            yield Hit("Tiêu ngữ đang đứng trên Quốc hiệu; phải ở ngay dưới.", spot)
        yield from looks([spot], Look((13, 14), bold=True, italic=False, capitals=False), "Tiêu ngữ")
