"""Bản sao: what stands under a document that an agency has copied.

Legal source: Nghị định 30/2020/NĐ-CP, Điều 25, Phụ lục I, phần II.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thammuu_core.formats.looks import Look, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot, columns, spots
from thammuu_core.outline import in_capitals
from thammuu_core.text import fold_keep

_KINDS = {"sao y": "SY", "sao luc": "SL", "trich sao": "TrS"}
_NAMED = re.compile(r"(?:ban )?(?P<kind>sao y|sao luc|trich sao|sao)(?P<more>\s+(?:ban chinh|tu ban chinh))?")
_NUMBER = re.compile(r"\W*số\s*:?\s*(?P<value>\d*)[\s….]*/\s*(?P<symbol>[^\s,;]+)", re.IGNORECASE)
_NEAR = 12
"""Lines among which the number of the copy stands."""
_LOOK = Look((13, 14), bold=True, italic=False, capitals=True)


@rule("SA-01")
def copy_kind(checked: Checked) -> Iterator[Hit]:
    """SAO Y, SAO LỤC or TRÍCH SAO, and no other words."""
    for _, spot in _copies(_lines(checked)):
        found = _NAMED.fullmatch(fold_keep(spot.text))
        if found and (found["more"] or found["kind"] == "sao" or found.start("kind")):
            kind = "SAO Y" if found["kind"] == "sao" else found["kind"].upper()
            yield Hit(f"Hình thức sao ghi {quoted(spot)}; phải ghi “{_WRITTEN.get(kind, kind)}”.", spot)
        elif checked.shows_looks:
            yield from looks([spot], _LOOK, "Hình thức sao")


@rule("SA-02")
def copy_symbol(checked: Checked) -> Iterator[Hit]:
    """ "05/SY-UBND": the abbreviation of the kind, then the agency."""
    lines = _lines(checked)
    for at, spot in _copies(lines):
        found = _NAMED.fullmatch(fold_keep(spot.text))
        code = _KINDS.get(found["kind"]) if found else None
        near = [_NUMBER.match(line.text) for line in lines[max(0, at - _NEAR) : at + _NEAR]]
        symbols = [number["symbol"] for number in near if number]
        if code and symbols and not any(symbol.startswith(f"{code}-") for symbol in symbols):
            yield Hit(
                f"Số, ký hiệu bản sao {quoted(spot)} phải ghi “…/{code}-” và chữ viết tắt tên cơ quan sao.",
                spot,
            )


_WRITTEN = {"SAO LUC": "SAO LỤC", "TRICH SAO": "TRÍCH SAO"}


def _lines(checked: Checked) -> Sequence[Spot]:
    """Stretches after the text of the document, where alone a copy says what it is."""
    start = checked.elements.parts.back
    return [
        part
        for spot in spots(checked.paper.body)
        if spot.block >= start
        for part in columns(spot)
        if part.filled
    ]


def _copies(lines: Sequence[Spot]) -> Iterator[tuple[int, Spot]]:
    for at, spot in enumerate(lines):
        if in_capitals(spot.shown) and _NAMED.fullmatch(fold_keep(spot.text)):
            yield at, spot
