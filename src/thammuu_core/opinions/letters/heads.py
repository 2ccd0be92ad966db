"""Who writes a letter, its number and date, and which letter it answers."""

from __future__ import annotations

import re
from collections.abc import Iterable

from thammuu_core.citations import Citation, find
from thammuu_core.opinions.model import Reference
from thammuu_core.opinions.prose.phrases import small
from thammuu_core.outline import outline
from thammuu_core.papers import Paper
from thammuu_core.plans.header.elements import read_header
from thammuu_core.plans.model import Header

_ANSWERED = re.compile(r"\b(?:phúc đáp|trả lời|thực hiện|theo|nhận được|căn cứ|xét|tiếp nhận)\b")
_FOR_OPINIONS = re.compile(
    r"\b(?:lấy ý kiến|xin ý kiến|tham gia ý kiến|góp ý|tham gia góp ý|đóng góp ý kiến|cho ý kiến)\b"
)
_OPENING = 8
"""Sentences at the head of the body in which the letter answered is named."""


def head(paper: Paper) -> Header:
    """The formal elements, as everywhere else in the product."""
    return read_header(outline(paper))


def agency(header: Header, paper: Paper) -> str:
    """The issuing body as a sentence writes it, without the parent above it; empty when no header states one.

    Capitals do not tell how a name is written: where the letter itself writes it out, as it does there.
    """
    name = (header.issuer.name or "") if header.issuer.stated else ""
    text = paper.body.text
    written = [found[0] for found in re.finditer(re.escape(name), text, re.IGNORECASE)] if name else []
    return next((each for each in written if not each.isupper()), name)


def reference(header: Header, front: Iterable[str], sentences: Iterable[str]) -> Reference:
    """Number, date, and the letter answered, which the first sentences name, or a line of the header."""
    number, day = header.number, header.date.iso if header.date else None
    symbol = f"{number.value}/{number.symbol}" if number and number.value and number.symbol else ""
    return Reference(
        symbol, day.isoformat() if day else "", _answered([*list(sentences)[:_OPENING], *front], symbol)
    )


def _answered(sentences: list[str], own: str) -> str:
    """The symbol of the letter that asked for opinions; else of the first one that the opening goes back to."""
    cited = [
        (sentence, citation)
        for sentence in sentences
        if _ANSWERED.search(small(sentence))
        for citation in find(sentence)
    ]
    fitting = [citation for sentence, citation in cited if _fits(citation, own)]
    asked = [
        citation for sentence, citation in cited if _fits(citation, own) and _for_opinions(sentence, citation)
    ]
    return next((citation.symbol or "" for citation in (*asked, *fitting)), "")


def _fits(citation: Citation, own: str) -> bool:
    return (
        bool(citation.symbol)
        and citation.symbol != own
        and citation.kind in (None, "Công văn", "Văn bản", "Tờ trình", "Giấy mời", "Thông báo")
    )


def _for_opinions(sentence: str, citation: Citation) -> bool:
    return bool(_FOR_OPINIONS.search(small(citation.subject or sentence[citation.start :])))
