"""Citations of a document with the part they play: its legal basis, its mandate, itself, or mere reference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from thammuu_core.citations import Citation, find
from thammuu_core.plans.model import Header, PlacedCitation
from thammuu_core.provisions import Outline, Place, Provision
from thammuu_core.text import fold_keep

_BASIS = re.compile(r"\s*(?:[-+•]\s*)?can\s+cu\b")
_MANDATE = re.compile(r"\b(?:thuc\s+hien|trien\s+khai|thi\s+hanh|cu\s+the\s+hoa)\b[^.;]*$")

_NEAR = 120
"""Characters looked at: folding the whole paragraph for each of its citations would take the square of its length."""


def placed_citations(outline: Outline, header: Header, where: Mapping[str, str]) -> Iterator[PlacedCitation]:
    """Every mention of a document, in the order of the text."""
    front = {node.id for top in outline.front for node in top.walk()}
    for node in outline.walk():
        if not node.text or node.id in front:
            continue
        for citation in find(node.text):
            role = _role(citation, node, header)
            place = Place(node.id, citation.start, citation.end)
            quote = node.text[citation.start : citation.end]
            yield PlacedCitation(citation, role, where.get(node.id, ""), place, quote)


def _role(citation: Citation, node: Provision, header: Header) -> str:
    if _is_self(citation, header):
        return "self"
    if not node.label and _BASIS.match(fold_keep(node.text[:_NEAR])):
        return "basis"
    before = fold_keep(node.text[max(0, citation.start - _NEAR) : citation.start])
    return "mandate" if _MANDATE.search(before) else "reference"


def _is_self(citation: Citation, header: Header) -> bool:
    number = header.number
    return bool(
        number and number.value and number.symbol and citation.symbol == f"{number.value}/{number.symbol}"
    )
