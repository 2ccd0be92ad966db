"""Nơi nhận.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thammuu_core.errors import Severity
from thammuu_core.formats.looks import Look, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot
from thammuu_core.text import fold_keep

_DASH = ("-", "–", "+", "•")
_ITEM = re.compile(r"^\W*")
_STOPPED = re.compile(r"\.(?:\s*[^\W\d_]{1,5}\.?(?:\s?\(\d{1,3}[a-z]?\))?)?\s*$")
"""A stop, after which only the typist's sign may stand: "… CN. H(4)"."""
_BY_ARTICLE = frozenset({"QĐ", "NQ"})


def items(lines: Sequence[Spot]) -> list[list[Spot]]:
    """Lines by recipient: where dashes part them, a line without one goes on with the line above."""
    dashed = any(map(_dashed, lines))
    found: list[list[Spot]] = []
    for spot in lines:
        if found and dashed and not _dashed(spot):
            found[-1].append(spot)
        else:
            found.append([spot])
    return found


def _dashed(spot: Spot) -> bool:
    return spot.text.startswith(_DASH) or spot.paragraph.label in _DASH


def _said(item: Sequence[Spot]) -> str:
    """The words of one recipient, folded, without dash."""
    return _ITEM.sub("", fold_keep(" ".join(spot.text for spot in item)))


def _name(spot: Spot) -> Spot:
    """Without who drafted it, in brackets at the end, which many print smaller."""
    end = spot.text.find("(")
    return spot.cut(0, end) if end > 0 else spot


@rule("TT-183")
def label_look(checked: Checked) -> Iterator[Hit]:
    """Size 12, italic, bold, with a colon."""
    spot = checked.elements.recipients_label
    if spot is None:
        return
    if not spot.text.rstrip().endswith(":"):
        yield Hit("Sau “Nơi nhận” thiếu dấu hai chấm.", spot)
    yield from looks([spot], Look((12, 12), bold=True, italic=True, capitals=False), "Chữ “Nơi nhận”")


@rule("TT-184")
def list_look(checked: Checked) -> Iterator[Hit]:
    """Size 11, upright; a dash before and a semicolon after each."""
    lines = checked.elements.recipients
    yield from looks(map(_name, lines), Look((11, 11), bold=False, italic=False), "Tên nơi nhận")
    listed = items(lines)
    if lines and not any(map(_dashed, lines)) and len(listed) > 1:
        yield Hit("Mỗi nơi nhận một dòng, có gạch đầu dòng.", lines[0])
    for item in listed[:-1]:
        if not item[-1].text.endswith(";"):
            yield Hit(
                f"Cuối {quoted(item[-1])} phải là dấu chấm phẩy.",
                item[-1],
                at_most=Severity.WARNING,
            )


@rule("TT-185")
def as_above(checked: Checked) -> Iterator[Hit]:
    """ "Như trên" where somebody is addressed, "Như Điều …" under decisions."""
    found = checked.elements
    listed = items(found.recipients)
    if not listed or _said(listed[0]).startswith("luu"):
        return
    first = _said(listed[0])
    if found.addressed and not first.startswith("nhu tren"):
        yield Hit(
            f"Nơi nhận đầu tiên ghi {quoted(listed[0][0])}; đã có Kính gửi thì ghi “- Như trên;”.",
            listed[0][0],
        )
    by_article = found.kind_line and found.kind and found.kind.code in _BY_ARTICLE
    if by_article and not re.match(r"nhu\b.*\bdieu\b|nhu tren", first):
        yield Hit(
            f"Nơi nhận đầu tiên ghi {quoted(listed[0][0])}; quyết định, nghị quyết ghi “- Như Điều …;”.",
            listed[0][0],
        )


@rule("TT-186")
def filed(checked: Checked) -> Iterator[Hit]:
    """The last is "Lưu: VT, …" with a stop."""
    label, listed = checked.elements.recipients_label, items(checked.elements.recipients)
    if label is None:
        return
    last = next((item for item in reversed(listed) if _said(item).startswith("luu")), None)
    if last is None:
        yield Hit("Nơi nhận chưa có dòng cuối “- Lưu: VT, đơn vị soạn thảo.”", label)
        return
    said, spot = _said(last), last[-1]
    if not re.match(r"luu\s*:", said):
        yield Hit(f"Dòng {quoted(last[0])} thiếu dấu hai chấm sau “Lưu”.", last[0], at_most=Severity.WARNING)
    if not re.search(r"\bvt|\bvan thu\b", said):
        yield Hit(
            f"Dòng {quoted(last[0])} chưa ghi “VT” (văn thư cơ quan).", last[0], at_most=Severity.WARNING
        )
    elif not re.search(r"\b(?:vt\w*|van thu)\b\W*[a-z0-9]", said):
        yield Hit(f"Dòng {quoted(last[0])} chưa ghi đơn vị soạn thảo.", last[0], at_most=Severity.WARNING)
    if not _STOPPED.search(spot.text):
        yield Hit(f"Cuối dòng {quoted(spot)} phải là dấu chấm.", spot, at_most=Severity.WARNING)
