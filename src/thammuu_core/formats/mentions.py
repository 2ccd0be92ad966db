"""Other documents as the text cites them: in full the first time, by kind and symbol later.

Practice breaks both constantly, so they are notes. A document named in the grounds has been cited.
Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.6.b.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core import citations
from thammuu_core.citations import Citation
from thammuu_core.formats.model import Checked, Hit
from thammuu_core.formats.nodes import Node
from thammuu_core.formats.registry import rule
from thammuu_core.text import fold_keep


@rule("TT-204")
def first_citation(checked: Checked) -> Iterator[Hit]:
    """Day, issuer and subject of each document where it first comes; a law is cited by its name."""
    for first, node, cited in _mentions(checked):
        text = node.spot.text
        before, after = text[max(0, cited.start - _NEAR) : cited.start], text[cited.end : cited.end + _NEAR]
        issuer = _BODY.search(text, 0, cited.start) if first else None
        missing = _missing(cited, before, after, issued=bool(cited.issuer or issuer)) if first else []
        if missing:
            yield Hit(
                f"Viện dẫn lần đầu {cited.kind} {cited.symbol} chưa ghi {', '.join(missing)}.",
                node.spot.cut(cited.start, cited.end),
                node.where,
            )


@rule("TT-205")
def later_citation(checked: Checked) -> Iterator[Hit]:
    """Kind and symbol are enough the second time."""
    told = set()
    for first, node, cited in _mentions(checked):
        if not first and cited.date and cited.subject and cited.symbol not in told:
            told.add(cited.symbol)
            yield Hit(
                f"{cited.kind} {cited.symbol} đã viện dẫn ở trên; lần sau chỉ ghi tên loại và số, ký hiệu.",
                node.spot.cut(cited.start, cited.end),
                node.where,
            )


def _mentions(checked: Checked) -> Iterator[tuple[bool, Node, Citation]]:
    """Documents cited in the main text by symbol, each with whether it is the first time."""
    seen: set[str | None] = set()
    for spot in (*checked.elements.subject, *checked.elements.bases):
        seen.update(cited.symbol for cited in citations.find(spot.text))
    grounds = {spot.index for spot in checked.elements.bases}
    for node in checked.trees[0].nodes:
        if node.spot.index in grounds:
            continue
        for cited in citations.find(node.spot.text):
            if cited.symbol and _is_document(cited, node.spot.text):
                yield cited.symbol not in seen, node, cited
                seen.add(cited.symbol)


_OTHERWISE = frozenset(
    {
        "Luật",
        "Bộ luật",
        "Pháp lệnh",
        "Hiến pháp",
        "Giấy chứng nhận",
        "Giấy phép",
        "Giấy xác nhận",
        "Hợp đồng",
        "Văn bản",
    }
)
"""Laws are cited by name; papers given to somebody are not cited but named."""
_BODY = re.compile(
    r"\b(?:UBND|HĐND|Ủy ban|Uỷ ban|Hội đồng|Sở|Bộ|Chính phủ|Thủ tướng|Tỉnh ủy|Cục|Công ty|Hiệp hội|Chi cục|Ban|Giám đốc|Chủ tịch|ban hành)\b"
)
_DAY = re.compile(r"(?:^|\W)[Nn]gày [^.;]{4,60}$")
_STOP = re.compile(r"[.,;:)/]\W*$")
_NEAR = 160
_SAID_OTHERWISE = 12
"""Letters after a citation that may say in other words what it does not."""


def _is_document(cited: Citation, text: str) -> bool:
    """Whether the words before the number name a kind of document: "Giấy chứng nhận thẩm duyệt số 44/TD-PCCC" is none."""
    kind = cited.kind or ""
    written = fold_keep(text[cited.start : cited.end]).strip()
    return kind not in _OTHERWISE and bool(kind) and written.startswith(fold_keep(kind))


def _missing(cited: Citation, before: str, rest: str, *, issued: bool) -> list[str]:
    """What is not said; who issued it and when may be said before: "Ngày …, UBND tỉnh đã ban hành Quyết định số …".

    A line that a converter has cut says nothing of what follows.
    """
    if not rest.strip() or (len(rest) < _SAID_OTHERWISE and not _STOP.search(rest)):
        return []
    said = len(rest.strip(" .,;)")) > _SAID_OTHERWISE
    parts = (
        (cited.date_as_written or _DAY.search(before), "thời gian ban hành"),
        (issued, "cơ quan ban hành"),
        (cited.subject or said, "trích yếu"),
    )
    return [words for there, words in parts if not there]
