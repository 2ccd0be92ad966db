"""The mark "./." that ends the text.

Legal source: the forms of Nghị định 30/2020/NĐ-CP, Phụ lục III.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.formats.looks import quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule

_MARK = re.compile(r"\./\.?\s*$")
_TWICE = re.compile(r"\./\s*\.\s*/|\./\.\s*\.|\.\./\.")
_LAST = 8
"""Paragraphs at the end among which it is looked for: remarks on what is enclosed may follow it."""


@rule("TT-155")
def end_mark(checked: Checked) -> Iterator[Hit]:
    """Once, after the last sentence."""
    end = checked.elements.end
    if end is None:
        return
    last = [spot for spot in checked.elements.body if spot.filled][-_LAST:]
    for spot in last:
        if _TWICE.search(spot.text):
            yield Hit(f"Dấu kết thúc bị lặp ở cuối {quoted(spot)}; chỉ ghi “./.” một lần.", spot)
    if not any("./" in spot.text for spot in last):
        yield Hit("Cuối văn bản chưa có dấu kết thúc “./.”.", end)
