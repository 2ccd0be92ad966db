"""Kính gửi.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.formats.looks import Look, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot
from thammuu_core.text import fold_keep

_DASH = ("-", "–", "+", "•")


@rule("TT-181")
def addressed(checked: Checked) -> Iterator[Hit]:
    """A submission and a letter address somebody."""
    found = checked.elements
    wanted = (found.kind is not None and found.kind.code == "TTr") or bool(found.letter_subject)
    if wanted and found.addressed is None:
        yield Hit("Chưa có “Kính gửi: …”; tờ trình và công văn ghi rõ nơi gửi đến.")


@rule("TT-182")
def addressed_look(checked: Checked) -> Iterator[Hit]:
    """A colon; two or more each on its line with dash, semicolon, and a stop at the end; 13 to 14, upright."""
    label, names = checked.elements.addressed, checked.elements.addressees
    if label is None:
        return
    if not re.match(r"\W*kinh\s*gui\s*:", fold_keep(label.text)):
        yield Hit(f"Dòng {quoted(label)} thiếu dấu hai chấm sau “Kính gửi”.", label)
    yield from _marks(_items(names))
    if checked.shows_looks:
        yield from looks(
            [label, *names], Look((13, 14), bold=False, italic=False, capitals=False), "Kính gửi"
        )


def _items(names: tuple[Spot, ...]) -> list[list[Spot]]:
    """Lines by addressee: a line without a dash goes on with the one above."""
    items: list[list[Spot]] = []
    for spot in names:
        if items and not _dashed(spot):
            items[-1].append(spot)
        else:
            items.append([spot])
    return items


def _dashed(spot: Spot) -> bool:
    return spot.text.startswith(_DASH) or spot.paragraph.label in _DASH


def _marks(items: list[list[Spot]]) -> Iterator[Hit]:
    if len(items) < 2:
        return
    for item in items[:-1]:
        if not item[-1].text.endswith(";"):
            yield Hit(f"Cuối {quoted(item[-1])} phải là dấu chấm phẩy.", item[-1])
    if not items[-1][-1].text.endswith("."):
        yield Hit(f"Cuối dòng nơi gửi sau cùng {quoted(items[-1][-1])} phải là dấu chấm.", items[-1][-1])
