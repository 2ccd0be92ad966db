"""Who writes a letter, its number and date, and which letter it answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from thammuu_core.citations import Citation, find
from thammuu_core.kinds import same_body
from thammuu_core.opinions.model import Reference
from thammuu_core.opinions.prose.phrases import small, stamps
from thammuu_core.outline import outline
from thammuu_core.papers import BODY, Block, Paper, Paragraph, Story, Table
from thammuu_core.plans.header.elements import read_header
from thammuu_core.plans.model import Header
from thammuu_core.text.letters import CAPITALS

_ANSWERED = re.compile(r"\b(?:phúc đáp|trả lời|thực hiện|theo|nhận được|căn cứ|xét|tiếp nhận)\b")
_FOR_OPINIONS = re.compile(
    r"\b(?:lấy ý kiến|xin ý kiến|tham gia ý kiến|góp ý|tham gia góp ý|đóng góp ý kiến|cho ý kiến)\b"
)
_OPENING = 8
"""Sentences at the head of the body in which the letter answered is named."""
_BODY = (
    "Sở|Bộ|UBND|Ủy ban|Uỷ ban|Cục|Tổng cục|Chi cục|Ban|Trường|Văn phòng|Trung tâm|Công an|Phòng|Viện|Hội|Liên minh|Liên đoàn|"
    "Thanh tra|Tỉnh ủy|Thành ủy|Đảng ủy|HĐND|Hội đồng|Kho bạc|Thuế|Bệnh viện|Công ty|Tổng công ty|Tập đoàn|Bảo hiểm|Đài|Hiệp hội"
)
_OWN = re.compile(
    rf"(?:[Tt]rên đây là|[Ll]à) (?:toàn bộ )?(?:các )?(?:ý kiến|nội dung)(?: tham gia| góp ý| tham gia góp ý)* của (?P<name>(?:{_BODY}) [^,.;:]{{2,80}}?)"
    r"(?=[,.;:]|\s+(?:đề nghị|gửi|kính gửi|về|đối với|để|trân trọng)\b)"
    rf"|(?:^|[,;.] )(?P<writer>(?:{_BODY}) [{CAPITALS}][^,.;:]{{1,80}}?)\s+(?:có (?:một số )?ý kiến|tham gia|(?:cơ bản |hoàn toàn )?(?:nhất trí|thống nhất)|nhận được|không có ý kiến)\b",
    re.MULTILINE,
)
"""Where a letter without a header says whose opinions it gives."""


def head(paper: Paper) -> Header:
    """The formal elements, as everywhere else in the product; what a registry stamped on them is not looked at."""
    stories = (Story(BODY, _unstamped(paper.body.blocks)),)
    return read_header(outline(replace(paper, stories=stories)))


def agency(header: Header, paper: Paper) -> str:
    """The issuing body as a sentence writes it, without the parent above it; empty when the letter does not say.

    Capitals do not tell how a name is written: where the letter itself writes it out, as it does there.
    """
    text = paper.body.text
    name = _stated(header)
    if not name:
        found = _OWN.search(text)
        return " ".join((found["name"] or found["writer"]).split()) if found else ""
    written = [found[0] for found in re.finditer(re.escape(name), text, re.IGNORECASE)]
    return next((each for each in written if not each.isupper()), name)


def reference(header: Header, front: Iterable[str], sentences: Iterable[str]) -> Reference:
    """Number, date, and the letter answered, which the first sentences name, or a line of the header."""
    number, day = header.number, header.date.iso if header.date else None
    symbol = f"{number.value}/{number.symbol}" if number and number.value and number.symbol else ""
    answers = _answered([*list(sentences)[:_OPENING], *front], symbol)
    return Reference(symbol, day.isoformat() if day else "", answers)


def _stated(header: Header) -> str:
    """The name in the header; a stamp with the name of who received it may stand below that of who sent it."""
    issuer = header.issuer
    name = issuer.name or "" if issuer.stated else ""
    received = any(same_body(name, each.rstrip(".;")) for each in header.addressees) if name else False
    name = issuer.parent or name if received and issuer.parent else name
    return "" if re.search(r"\d|:", name) else name


def _unstamped(blocks: Iterable[Block]) -> tuple[Block, ...]:
    kept: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            rows = tuple(
                replace(row, cells=tuple(replace(cell, blocks=_unstamped(cell.blocks)) for cell in row.cells))
                for row in block.rows
            )
            kept.append(replace(block, rows=rows))
        elif not _stamped(block):
            kept.append(block)
    return tuple(kept)


def _stamped(paragraph: Paragraph) -> bool:
    return bool(paragraph.text.strip()) and stamps(paragraph.text)


def _answered(sentences: list[str], own: str) -> str:
    """The symbol of the letter that asked for opinions; else of the first one that the opening goes back to."""
    cited = [
        (sentence, citation)
        for sentence in sentences
        if _ANSWERED.search(small(sentence))
        for citation in find(sentence)
        if _fits(citation, own)
    ]
    asked = [citation for sentence, citation in cited if _for_opinions(sentence, citation)]
    return next((citation.symbol or "" for citation in (*asked, *(one for _, one in cited))), "")


def _fits(citation: Citation, own: str) -> bool:
    kinds = (None, "Công văn", "Văn bản", "Tờ trình", "Giấy mời", "Thông báo")
    return bool(citation.symbol) and citation.symbol != own and citation.kind in kinds


def _for_opinions(sentence: str, citation: Citation) -> bool:
    return bool(_FOR_OPINIONS.search(small(citation.subject or sentence[citation.start :])))
