"""What stands around the body: head, title, addressees, signature and recipients, the heads of annexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from thammuu_core.rendering.columns import TWIPS
from thammuu_core.rendering.lines import (
    URGENCY,
    addressee_lines,
    date_line,
    letter_subject,
    number_line,
    recipient_lines,
)
from thammuu_core.rendering.measures import MOTTO, NATION
from thammuu_core.rendering.model import Document, Signature
from thammuu_core.rendering.normal import capitals
from thammuu_core.rendering.widths import longest_line, width
from thammuu_core.rendering.word import names
from thammuu_core.rendering.word.blocks import Place, cell, paragraph, table
from thammuu_core.rendering.word.styles import indents
from thammuu_core.rendering.word.xml import run


def letterhead(document: Document, measures: dict[str, float], room: float) -> str:
    """The table of issuer and nation, number and date; `room` is the width between the margins in millimetres."""
    left = round(room * measures["head_left"] * TWIPS)
    widths = [left, round(room * TWIPS) - left]
    rows = [_row(widths, _issuer(document, measures, room), _nation(measures, room))]
    number, day = list(_number(document)), date_line(document.head)
    if number or day:
        rows.append(
            _row(widths, number or [_empty()], [line("Địa danh, thời gian", day)] if day else [_empty()])
        )
    return table(names.HEAD_TABLE, widths, *rows) + paragraph(names.BREAK, "")


def title(document: Document, measures: dict[str, float], room: float, kept: str = "") -> str:
    """Kind, subject, the line of guidance if it belongs to another document, and the rule; none for a công văn."""
    if not document.kind:
        return ""
    told = line("Kèm theo", kept) if kept else ""
    longest = longest_line(document.subject, room, measures["subject"], bold=True)
    under = rule(longest * measures["rule_part"], room)
    return line("Title", capitals(document.kind)) + line("Subtitle", document.subject) + told + under


def annex_title(label: str, words: str, kept: str, measures: dict[str, float], room: float) -> str:
    """Label and title of an annex in one paragraph, so that the navigation pane shows both; guidance and rule."""
    shown = paragraph("Phụ lục", run(label) + (f"<w:r><w:br/></w:r>{run(words)}" if words else ""))
    longest = longest_line(words or label, room, measures["annex_title"], bold=True)
    return shown + line("Kèm theo", kept) + rule(longest * measures["rule_part"], room)


def addressees(document: Document) -> str:
    """ "Kính gửi: …", several each on a line of its own."""
    first, *others = addressee_lines(document) or ("",)
    return (line("Kính gửi", first) if first else "") + "".join(line("Nơi gửi", words) for words in others)


def closing(document: Document, room: float) -> str:
    """Recipients and signature, or two signatures and the recipients below; empty when there is none of them."""
    half = round(room / 2 * TWIPS)
    widths = [half, round(room * TWIPS) - half]
    recipients, signed = list(_recipients(document)), list(_signature(document.signature))
    if document.second:
        second = list(_signature(document.second))
        rows = [_row(widths, second, signed or [_empty()])]
        if recipients:
            rows.append(_row(widths, [paragraph(names.GAP, ""), *recipients], [_empty()]))
        return _kept(table(names.END_TABLE, widths, *rows))
    if not recipients and not signed:
        return ""
    return _kept(table(names.END_TABLE, widths, _row(widths, recipients or [_empty()], signed or [_empty()])))


def rule(length: float, room: float) -> str:
    """A continuous line of `length`, centred in `room` millimetres: the lower border of an indented empty line."""
    side = max(0.0, (room - length) / 2)
    border = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
    return paragraph(names.RULE, "", rest=border + indents(left=side, right=side))


def line(style: str, words: str) -> str:
    """A paragraph in one face."""
    return paragraph(style, run(words))


def _issuer(document: Document, measures: dict[str, float], room: float) -> Iterator[str]:
    head, left = document.head, room * measures["head_left"]
    if head.parent:
        yield line("Cơ quan chủ quản", capitals(head.parent))
    agency = capitals(head.agency)
    yield line("Cơ quan ban hành", agency)
    yield rule(longest_line(agency, left, measures["agency"], bold=True) * measures["rule_part"], left)


def _nation(measures: dict[str, float], room: float) -> Iterator[str]:
    yield line("Quốc hiệu", NATION)
    yield line("Tiêu ngữ", MOTTO)
    yield rule(width(MOTTO, measures["motto"], bold=True), room * (1 - measures["head_left"]))


def _number(document: Document) -> Iterator[str]:
    if document.head.numbered:
        yield line("Số, ký hiệu", number_line(document.head))
    if subject := letter_subject(document):
        yield line("Trích yếu công văn", subject)
    if urgency := document.head.urgency:
        yield line(names.URGENCY[urgency][0], URGENCY[urgency])


def _recipients(document: Document) -> Iterator[str]:
    if lines := recipient_lines(document):
        yield line("Nhãn nơi nhận", "Nơi nhận:")
        yield from (line("Nơi nhận", words) for words in lines)


def _signature(signature: Signature) -> Iterator[str]:
    if signature.lines or signature.name:
        yield from (line("Người ký", words) for words in signature.lines)
        yield line("Họ tên người ký", signature.name)


def _row(widths: list[int], left: Iterable[str], right: Iterable[str]) -> str:
    cells = (cell(wide, "".join(inner)) for wide, inner in zip(widths, (left, right), strict=True))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _kept(closing: str) -> str:
    """With some room above, and on the page of what stands before it."""
    return paragraph(names.GAP, "", Place(with_next=True)) + closing


def _empty() -> str:
    return paragraph(names.BREAK, "")
