"""Căn cứ ban hành văn bản.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thammuu_core import citations
from thammuu_core.citations import Citation
from thammuu_core.errors import Severity
from thammuu_core.formats.looks import Look, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot
from thammuu_core.text import fold_keep

_WITH_GROUNDS = frozenset({"QĐ", "NQ"})
_SAID_OTHERWISE = 12
_LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh", "Hiến pháp"})


@rule("TT-201")
def grounds(checked: Checked) -> Iterator[Hit]:
    """A decision and a resolution state theirs."""
    found = checked.elements
    if (
        found.kind_line
        and found.kind
        and found.kind.code in _WITH_GROUNDS
        and not found.bases
        and checked.shows_looks
    ):
        yield Hit(
            f"{found.kind.name} chưa nêu căn cứ ban hành; ghi mỗi căn cứ một dòng, cuối dòng dấu chấm phẩy."
        )


@rule("TT-202")
def ground_citation(checked: Checked) -> Iterator[Hit]:
    """Number, issuer, day and subject of what is cited first on the line; of a law its name alone."""
    for spot in checked.elements.bases:
        cited = citations.find(spot.text)
        if not fold_keep(spot.text).startswith("can cu") or not cited:
            continue
        first = cited[0]
        if first.kind in _LAWS:
            if first.symbol:
                yield Hit(
                    f"Căn cứ {quoted(spot)} ghi số của {first.kind}; theo Nghị định 30/2020/NĐ-CP chỉ ghi tên.",
                    spot,
                    at_most=Severity.NOTE,
                )
        elif missing := _missing(first, spot.text[first.end :]):
            yield Hit(f"Căn cứ {quoted(spot)} thiếu {', '.join(missing)}.", spot)


def _issues(checked: Checked) -> bool:
    found = checked.elements
    return bool(found.kind_line and found.kind and found.kind.code in _WITH_GROUNDS)


def _missing(cited: Citation, rest: str) -> list[str]:
    """What is not said; words that go on after the citation may say it in a way that was not understood."""
    said = len(rest.strip(" .,;")) > _SAID_OTHERWISE
    return [
        words
        for there, words in (
            (cited.date_as_written, "ngày tháng năm ban hành"),
            (cited.issuer or said, "cơ quan ban hành"),
            (cited.subject or said, "trích yếu"),
        )
        if not there
    ]


@rule("TT-203")
def ground_look(checked: Checked) -> Iterator[Hit]:
    """Small letters, italic, 13 to 14; a semicolon after each, a stop after the last.

    In plans and letters many print the grounds upright, as part of the text: a warning there.
    """
    lines = checked.elements.bases
    lighter = None if _issues(checked) else Severity.WARNING
    for hit in looks(lines, Look((13, 14), italic=True, capitals=False), "Căn cứ"):
        yield replace(hit, at_most=lighter)
    yield from _marks(lines)


def _marks(lines: Sequence[Spot]) -> Iterator[Hit]:
    for spot in lines[:-1]:
        if not spot.text.endswith(";"):
            yield Hit(f"Cuối {quoted(spot)} phải là dấu chấm phẩy.", spot, at_most=Severity.WARNING)
    if lines and not lines[-1].text.endswith((".", ":")):
        yield Hit(
            f"Cuối căn cứ sau cùng {quoted(lines[-1])} phải là dấu chấm.",
            lines[-1],
            at_most=Severity.WARNING,
        )
