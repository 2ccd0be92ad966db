"""Phụ lục: cited in the text, numbered, named, with the line that says to what they belong.

Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục III.1. Documents that a decision issues are no Phụ lục.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.errors import Severity
from thammuu_core.formats.elements import AnnexHead
from thammuu_core.formats.looks import Look, looks, quoted
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.registry import rule
from thammuu_core.formats.spots import Spot, spots
from thammuu_core.text import fold_keep, read_roman

_LABEL = re.compile(
    r"phụ lục(?:\s+(?:số\s*:?\s*)?(?P<number>[IVXLC]+|\d+|[A-Za-zĐđ]))?[\s.:]*", re.IGNORECASE
)
_CITED = re.compile(
    r"\b(?:phu luc|kem theo|bieu (?:mau|so|\d)|mau (?:so|\d)|danh (?:muc|sach) dinh kem|dinh kem|duoi day)\b"
)
_WITH = re.compile(r"\W*(?:ban hanh |dinh )?kem theo\b")
_FILLED = re.compile(r"so\s*:?\s*\d+\s*/.*ngay\s*\d+\s*(?:thang|[/.-])")
_LABEL_LOOK = Look((14, 14), bold=True, italic=False, capitals=False, centred=True)
_TITLE_LOOK = Look((13, 14), bold=True, italic=False, capitals=True, centred=True)
_GUIDANCE_LOOK = Look((13, 14), bold=False, italic=True, centred=True)


@rule("TT-301")
def annex_cited(checked: Checked) -> Iterator[Hit]:
    """The text before a Phụ lục leads to it; words that lead to all of them lead to each."""
    annexes = appendices(checked)
    if not annexes:
        return
    before = [spot for spot in spots(checked.paper.body) if spot.block < annexes[0].start]
    if not any(_CITED.search(fold_keep(spot.text)) for spot in before):
        names = ", ".join(annex.label for annex in annexes)
        yield Hit(
            f"Trong văn bản không có chỉ dẫn đến {names}; thêm, chẳng hạn “(có phụ lục kèm theo)”.",
            annexes[0].head[0],
        )


@rule("TT-302")
def annex_numbers(checked: Checked) -> Iterator[Hit]:
    """From two on, Roman and in order."""
    annexes = appendices(checked)
    if len(annexes) < 2:
        return
    last = 0
    for annex in annexes:
        number = _number(annex.head[0])
        value = read_roman(number or "")
        if number is None:
            yield Hit(
                f"Có {len(annexes)} phụ lục mà {quoted(annex.head[0])} chưa đánh số; đánh số La Mã: Phụ lục I, II …",
                annex.head[0],
            )
        elif value is None:
            yield Hit(f"{annex.label}: đánh số thứ tự phụ lục bằng chữ số La Mã.", annex.head[0])
        elif value != last + 1:
            yield Hit(f"{annex.label} không đúng thứ tự; đánh lại từ Phụ lục I.", annex.head[0])
        last = value or last + 1


@rule("TT-303")
def annex_label(checked: Checked) -> Iterator[Hit]:
    """A line of its own: in the middle, 14, bold, small letters."""
    for annex in appendices(checked):
        label = annex.head[0]
        if not _LABEL.fullmatch(label.text):
            yield Hit(f"{quoted(label)}: dòng “{annex.label}” phải đứng riêng, tiêu đề ở dòng dưới.", label)
            continue
        yield from looks([label], _LABEL_LOOK, f"Dòng {quoted(label)}")


@rule("TT-304")
def annex_title(checked: Checked) -> Iterator[Hit]:
    """In the middle, capitals, bold."""
    for annex in appendices(checked):
        yield from looks(_title(annex), _TITLE_LOOK, f"Tiêu đề {annex.label}")


@rule("TT-305")
def annex_guidance(checked: Checked) -> Iterator[Hit]:
    """“(Kèm theo …)” under the title: in the middle, italic."""
    for annex in appendices(checked):
        guidance = _guidance(annex)
        if guidance is None:
            yield Hit(
                f"{annex.label} chưa có dòng “(Kèm theo văn bản số … ngày … tháng … năm … của …)” dưới tiêu đề.",
                annex.head[0],
            )
        else:
            yield from looks([guidance], _GUIDANCE_LOOK, f"Dòng “Kèm theo” của {annex.label}")


@rule("TT-306")
def annex_electronic(checked: Checked) -> Iterator[Hit]:
    """Of an electronic document the agency's signature says number and day; a paper one has them written in."""
    filled = [
        (annex, guidance)
        for annex in appendices(checked)
        if (guidance := _guidance(annex)) and _FILLED.search(fold_keep(guidance.text))
    ]
    if filled:
        names = ", ".join(annex.label for annex, _ in filled)
        yield Hit(
            f"{names}: nếu là văn bản điện tử thì để trống số, ký hiệu, thời gian ở dòng “Kèm theo”.",
            filled[0][1],
            at_most=Severity.NOTE,
        )


def appendices(checked: Checked) -> list[AnnexHead]:
    """Attachments that call themselves Phụ lục on their first line."""
    return [annex for annex in checked.elements.annexes if annex.head and _LABEL.match(annex.head[0].text)]


def _number(label: Spot) -> str | None:
    found = _LABEL.match(label.text)
    return found["number"] if found else None


def _title(annex: AnnexHead) -> list[Spot]:
    """Lines between label and guidance."""
    guidance = _guidance(annex)
    return [
        spot
        for spot in annex.head[1:]
        if (guidance is None or spot.index < guidance.index) and not spot.text.startswith("(")
    ]


def _guidance(annex: AnnexHead) -> Spot | None:
    """The line, or the line in which a title goes on with it after a break."""
    lines = [*annex.head[1:], *[spot.tight for spot in annex.body[:3] if spot.filled]]
    return next((spot for spot in lines if _WITH.match(fold_keep(spot.text))), None)
