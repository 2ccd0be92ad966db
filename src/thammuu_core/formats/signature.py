"""The looks of a signature block, the office and the name in it.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.formats.backs import without_rank
from thammuu_core.formats.looks import Look, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.plans.header.signer import RANK
from thammuu_core.text import fold_keep

_UNDEFINED = re.compile(r"\bpho\b.*\b(?:thuong truc|phu trach|dieu hanh)\b")
"""Deputies of a sort that the State does not define."""
_EXEMPT = re.compile(
    r"\b(?:truong|hoc vien|vien|benh vien|trung tam y te|y te|giao duc|khoa hoc|cong an|quan su|quan khu|bo doi|bien phong|bo chi huy)\b"
)
"""Armed forces, and units of education, health and science, whose heads of sector rule otherwise."""


@rule("TT-161")
def office_look(checked: Checked) -> Iterator[Hit]:
    """Capitals, 13 to 14, upright, bold."""
    look = Look((13, 14), bold=True, italic=False, capitals=True)
    for signature in checked.elements.signatures:
        yield from looks(signature.lines, look, "Quyền hạn, chức vụ người ký")


@rule("TT-162")
def office(checked: Checked) -> Iterator[Hit]:
    """An office that the State defines."""
    for signature in checked.elements.signatures:
        for spot in signature.lines:
            if _UNDEFINED.search(fold_keep(spot.text)):
                yield Hit(
                    f"Chức vụ ghi {quoted(spot)}; chỉ ghi chức vụ được quy định, không ghi “thường trực”, “phụ trách”, “điều hành”.",
                    spot,
                )


@rule("TT-163")
def name_look(checked: Checked) -> Iterator[Hit]:
    """Small letters, 13 to 14, upright, bold."""
    look = Look((13, 14), bold=True, italic=False, capitals=False)
    yield from looks([one.name for one in checked.elements.signatures if one.name], look, "Họ tên người ký")


@rule("TT-164")
def name_titles(checked: Checked) -> Iterator[Hit]:
    """No degree or rank before it."""
    agency = " ".join(spot.text for spot in (*checked.elements.parent, *checked.elements.issuer))
    if not agency or _EXEMPT.search(fold_keep(agency)):
        return
    for signature in checked.elements.signatures:
        spot = signature.name
        ranked = RANK.match(fold_keep(spot.text)) if spot else None
        if spot and ranked:
            yield Hit(
                f"Trước họ tên người ký ghi “{spot.text[: ranked.end()].strip()}”; chỉ ghi họ tên: “{without_rank(spot.text)}”.",
                spot,
            )


@rule("TT-165")
def name(checked: Checked) -> Iterator[Hit]:
    """There is one under each office."""
    for signature in checked.elements.signatures:
        if signature.name is None:
            yield Hit(f"Dưới {quoted(signature.lines[-1])} chưa thấy họ tên người ký.", signature.lines[-1])
