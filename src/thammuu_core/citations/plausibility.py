"""What is wrong with a citation as far as words and dates show, without looking anything up.

Each rule is general: it compares what the citing document itself says. Legal source: Nghị định 30/2020/NĐ-CP,
Phụ lục I, phần I, mục II, khoản 3, 4, 6 (số, ký hiệu; thời gian ban hành; căn cứ, viện dẫn).
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from thammuu_core.citations.dates import is_no_day
from thammuu_core.citations.model import Citation
from thammuu_core.citations.subject_years import bindings
from thammuu_core.errors import Problem, Severity
from thammuu_core.kinds import (
    BodyKind,
    Form,
    bodies_by_code,
    normal_symbol,
    parse_symbol,
    same_body,
    symbol_problems,
)
from thammuu_core.text import fold

_CITING = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6"
_NUMBERING = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3"
_DATING = "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4"
_PARTY = "Hướng dẫn của Văn phòng Trung ương Đảng về thể thức văn bản của Đảng"
# Before the decree on how documents are numbered (101/1997/NĐ-CP) every agency wrote symbols in an order of its own.
_ONE_ORDER = date(1998, 1, 1)
_OF_SYMBOLS = {
    "kinds.symbol_year": "citations.year_mismatch",
    "kinds.symbol_word": "citations.kind_mismatch",
    "kinds.symbol_form": "citations.symbol_form",
    "kinds.symbol_issuer": "citations.symbol_form",
    "kinds.symbol_term": "citations.symbol_form",
    "kinds.issuer_then": "citations.symbol_form",
}


@dataclass(frozen=True, slots=True)
class Citing:
    """The document that cites: its date as far as it is filled in, and its own number."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    symbol: str | None = None

    @property
    def latest(self) -> date | None:
        """The last day on which it can have been made; None when not even the year is known."""
        if self.year is None:
            return None
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


def problems(cited: Iterable[tuple[str | None, Citation]], citing: Citing) -> tuple[Problem, ...]:
    """Everything doubtful about the citations of one document, each given with the id of its provision."""
    placed = tuple(cited)
    own = normal_symbol(citing.symbol) if citing.symbol else None
    others = tuple(
        (where, citation) for where, citation in placed if citation.symbol is None or citation.symbol != own
    )
    alone = (
        replace(problem, where=where)
        for where, citation in others
        for problem in _about_one(citation, citing)
    )
    return tuple(dict.fromkeys((*alone, *_two_dates(others))))


def _about_one(citation: Citation, citing: Citing) -> Iterator[Problem]:
    yield from _no_such_date(citation)
    yield from _after_citing(citation, citing)
    yield from _against_subject(citation)
    yield from _symbol(citation)


def _no_such_date(citation: Citation) -> Iterator[Problem]:
    if citation.date_as_written and is_no_day(citation.date_as_written):
        yield Problem(
            "citations.no_such_date",
            Severity.ERROR,
            f"{_called(citation)} ghi “{citation.date_as_written}”: lịch không có ngày này; tra lại bản gốc và sửa ngày.",
            basis=_DATING,
        )


def _after_citing(citation: Citation, citing: Citing) -> Iterator[Problem]:
    latest = citing.latest
    if latest and citation.date and citation.date > latest:
        yield Problem(
            "citations.date_after_citing",
            Severity.ERROR,
            f"{_called(citation)} ghi ngày {_day(citation.date)}, sau ngày của văn bản viện dẫn nó ({_when(citing)}); "
            "tra lại bản gốc, sửa ngày của văn bản được viện dẫn hoặc ngày của văn bản này.",
            basis=_CITING,
        )


def _against_subject(citation: Citation) -> Iterator[Problem]:
    if citation.date is None or not citation.subject:
        return
    refused = next((each for each in bindings(citation.subject) if not each.admits(citation.date.year)), None)
    if refused:
        yield Problem(
            "citations.date_implausible",
            Severity.WARNING,
            f"{_called(citation)} ghi ngày {_day(citation.date)} nhưng trích yếu nói về “{refused.words}”; "
            "năm của ngày ban hành có thể bị ghi nhầm, tra lại bản gốc trước khi trình.",
            basis=_CITING,
        )


def _symbol(citation: Citation) -> Iterator[Problem]:
    if citation.symbol is None:
        return
    if citation.date and citation.date < _ONE_ORDER:
        return
    for found in symbol_problems(citation.symbol, citation.kind, citation.date):
        if found.code == "kinds.symbol_word" and not _issuer_known(citation.symbol):
            continue  # a company's codes are its own
        yield Problem(
            _OF_SYMBOLS.get(found.code, "citations.symbol_form"),
            found.severity,
            found.message,
            basis=found.basis or _NUMBERING,
        )
    if proper := _party_form(citation.symbol):
        yield Problem(
            "citations.symbol_form",
            Severity.WARNING,
            f"{citation.symbol}: văn bản của Đảng ghi số rồi gạch nối, tên loại, gạch chéo, cơ quan; viết lại thành {proper}.",
            basis=_PARTY,
        )


def _issuer_known(symbol: str) -> bool:
    parts = parse_symbol(symbol)
    return parts is not None and any(bodies_by_code(code) for code in parts.issuers)


def _party_form(symbol: str) -> str | None:
    """How a Party document's number that was written as a state one ("27/NQ-TW") ought to be written."""
    parts = parse_symbol(symbol)
    if (
        parts is None
        or parts.form not in (Form.ADMINISTRATIVE, Form.QPPL)
        or not parts.issuers
        or not parts.number
    ):
        return None
    bodies = bodies_by_code(parts.issuers[0])
    if not bodies or any(body.kind is not BodyKind.PARTY for body in bodies):
        return None
    return f"{parts.number}-{parts.kind}/{parts.issuers[0]}"


_MENTIONS = 50
"""Different documents of one symbol that are remembered: each later mention is held against all of them."""


def _two_dates(cited: tuple[tuple[str | None, Citation], ...]) -> Iterator[Problem]:
    """One document cited with two dates; the later mention is reported against the first."""
    first: dict[str, list[Citation]] = {}
    for where, citation in cited:
        if citation.symbol is None or citation.date is None:
            continue
        seen = first.setdefault(citation.symbol, [])
        for earlier in seen:
            if earlier.date and earlier.date != citation.date and _one_document(earlier, citation):
                yield Problem(
                    "citations.two_dates",
                    Severity.WARNING,
                    f"{_called(citation)} được ghi hai ngày khác nhau: {_day(earlier.date)} và {_day(citation.date)}; "
                    "tra lại bản gốc và ghi thống nhất một ngày.",
                    where=where,
                    basis=_CITING,
                )
                break
        else:
            if len(seen) < _MENTIONS:
                seen.append(citation)


def _one_document(one: Citation, other: Citation) -> bool:
    """Whether two mentions of one symbol mean one document: numbers without a year begin again every year."""
    if one.issuer and other.issuer and not same_body(one.issuer, other.issuer):
        return False
    parts = parse_symbol(one.symbol or "")
    if parts and parts.year:
        return True
    same_year = one.date is not None and other.date is not None and one.date.year == other.date.year
    return same_year or bool(one.subject and other.subject and fold(one.subject) == fold(other.subject))


def _called(citation: Citation) -> str:
    return f"{citation.kind or 'Văn bản'} số {citation.symbol}" if citation.symbol else f"{citation.name}"


def _day(day: date) -> str:
    return (
        f"{day.day:02}/{day.month}/{day.year}" if day.month > 2 else f"{day.day:02}/{day.month:02}/{day.year}"
    )


def _when(citing: Citing) -> str:
    parts = (citing.day, citing.month, citing.year)
    return "/".join(f"{part:02}" if part and part < 10 else str(part) for part in parts if part)
