"""A citation held against a register of documents: known, unknown, differing, not in force on the day.

Numbers are not unique in the country: without a year of their own they begin again every year, at every body. So a
document is found by its symbol, its issuer and its year together; a law cited by name by that and its year.
Legal source: Nghị định 30/2020/NĐ-CP, Điều 15; Phụ lục I, phần I, mục II, khoản 3, 6; Luật 64/2025/QH15 (hiệu lực).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher
from enum import StrEnum

from thammuu_core.citations.model import Citation
from thammuu_core.citations.vocabulary import issuer_implied
from thammuu_core.kinds import expand_body_name, normal_symbol, parse_symbol
from thammuu_core.text import fold

LAWS = frozenset({"hien phap", "bo luat", "luat", "phap lenh"})
"""Kinds, folded, whose documents bear a name."""
MOST_NEAR = 3
_NEAR = 0.7
"""Share of letters that two numbers, and what follows them, have in common when one may be meant by the other."""
_ALIKE = 0.75
"""Share of the shorter subject's syllables that stand in the other in order; people cut subjects short."""
_LOOKED_AT = 80
_LEAD = re.compile(r"^(?:ve viec|v v|ve)\s+")
_MINISTER = re.compile(r"^bo truong (?=bo )")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_YEAR_AT_END = re.compile(r"\s+(?:nam\s+)?((?:19|20)\d\d)$")


class State(StrEnum):
    """What the register says of a citation on a day."""

    KNOWN = "known"
    UNKNOWN = "unknown"
    DIFFERS = "differs"
    NOT_YET = "not_yet"
    """Not yet in force."""
    EXPIRED = "expired"
    """No longer in force."""


@dataclass(frozen=True, slots=True)
class Registered:
    """A document as the register has it; what it does not know is empty or None."""

    id: str
    kind: str
    symbol: str
    issued_on: date | None
    issuer: str
    subject: str
    """Trích yếu; of a law its name without the word before it: "Lưu trữ"."""
    in_force_from: date | None = None
    in_force_to: date | None = None
    """The last day in force."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that the citation says otherwise: symbol, date, issuer or subject."""

    field: str
    cited: str | date
    kept: str | date


@dataclass(frozen=True, slots=True)
class Verdict:
    """What holds of one citation; a document that is not in force can differ as well."""

    state: State
    found: Registered | None = None
    differing: tuple[Difference, ...] = ()
    near: tuple[Registered, ...] = ()
    """What may be meant, nearest first, where nothing was found."""


def symbol_key(symbol: str) -> str:
    """Under which a symbol is looked up, however it was spaced or cased; "" for none."""
    return fold(normal_symbol(symbol)) if symbol else ""


def name_key(kind: str, subject: str) -> str:
    """Under which a document that bears a name is looked up, its year aside; "" for every other kind."""
    if fold(kind) not in LAWS:
        return ""
    whole = fold(subject if fold(subject).startswith(fold(kind)) else f"{kind} {subject}")
    return _YEAR_AT_END.sub("", whole)


def cited_name_key(citation: Citation) -> str:
    """The same of a document that a text calls by its name: "Luật Đầu tư công năm 2019"."""
    return _YEAR_AT_END.sub("", fold(citation.name or ""))


def issuer_key(issuer: str) -> str:
    """Under which an issuer is compared: UBND and Ủy ban nhân dân are the same words."""
    return fold(expand_body_name(issuer)) if issuer else ""


def judge(citation: Citation, registered: Sequence[Registered], on: date) -> Verdict:
    """What `registered`, all that may be meant, say of the citation on that day.

    >>> decree = Registered("a", "Nghị định", "30/2020/NĐ-CP", date(2020, 3, 5), "Chính phủ", "Về công tác văn thư")
    >>> cited = Citation(0, 9, "Nghị định", "30/2020/NĐ-CP", None, date(2020, 3, 15), "Chính phủ", None)
    >>> verdict = judge(cited, [decree], date(2021, 4, 1))
    >>> verdict.state.value, [one.field for one in verdict.differing]
    ('differs', ['date'])
    """
    found = _found(citation, registered, on) or _written_otherwise(citation, registered)
    if found is None:
        return Verdict(State.UNKNOWN, near=near(citation, registered))
    differing = tuple(_differences(citation, found))
    state = State.DIFFERS if differing else State.KNOWN
    begins = found.in_force_from or found.issued_on
    if begins and on < begins:
        state = State.NOT_YET
    elif found.in_force_to and on > found.in_force_to:
        state = State.EXPIRED
    return Verdict(state, found, differing)


def near(citation: Citation, registered: Iterable[Registered]) -> tuple[Registered, ...]:
    """What may be meant: a symbol that looks like the one cited, or a law of that name from another year."""
    key, name = symbol_key(citation.symbol or ""), cited_name_key(citation)

    def rank(one: Registered) -> float:
        if not key:
            return float(name_key(one.kind, one.subject) == name)
        return _likeness(key, symbol_key(one.symbol))

    ranked = sorted(((rank(one), one) for one in registered), key=lambda pair: (-pair[0], pair[1].id))
    return tuple(one for share, one in ranked if share >= _NEAR)[:MOST_NEAR]


def _likeness(one: str, other: str) -> float:
    """Number against number and the rest against the rest: a long common tail does not make 2 like 1322."""
    (number, _, tail), (number_there, _, tail_there) = one.partition(" "), other.partition(" ")
    numbers = SequenceMatcher(None, number, number_there).ratio()
    return min(numbers, SequenceMatcher(None, tail, tail_there).ratio())


def same_subject(one: str, other: str) -> bool:
    """Whether two subjects are one, cut short or worded a little otherwise; other years are another subject.

    >>> same_subject("Về công tác văn thư", "công tác văn thư"), same_subject("giai đoạn 2021-2025", "giai đoạn 2021-2030")
    (True, False)
    """
    first, second = (_LEAD.sub("", fold(words)) for words in (one, other))
    years = [set(_YEAR.findall(words)) for words in (first, second)]
    if all(years) and not (years[0] <= years[1] or years[1] <= years[0]):
        return False
    short, long = sorted((first.split()[:_LOOKED_AT], second.split()[:_LOOKED_AT]), key=len)
    blocks = SequenceMatcher(None, short, long, autojunk=False).get_matching_blocks()
    return bool(short) and sum(block.size for block in blocks) / len(short) >= _ALIKE


def same_issuer(one: str, other: str) -> bool:
    """Whether two names may name one body: "UBND tỉnh" does not say which and contradicts none; a minister is his ministry."""
    first, second = (_MINISTER.sub("", issuer_key(name)) for name in (one, other))
    return first.startswith(second) or second.startswith(first)


def _found(citation: Citation, registered: Sequence[Registered], on: date) -> Registered | None:
    if citation.symbol:
        key = symbol_key(citation.symbol)
        same = [one for one in registered if symbol_key(one.symbol) == key and _is_meant(citation, one)]
        return min(same, key=lambda one: (len(tuple(_differences(citation, one))), one.id), default=None)
    return _law(citation, registered, on)


def _law(citation: Citation, registered: Sequence[Registered], on: date) -> Registered | None:
    """By its name and, where that is said, its year; else the one in force that day, or the last before."""
    name = cited_name_key(citation)
    year = _YEAR_AT_END.search(fold(citation.name or ""))
    same = [one for one in registered if name and name_key(one.kind, one.subject) == name]
    if year:
        of_year = [one for one in same if one.issued_on and one.issued_on.year == int(year[1])]
        same = of_year or [one for one in same if one.issued_on is None]
    return max(
        same,
        key=lambda one: (_holds(one, on), _begun(one, on), one.issued_on or date.min, one.id),
        default=None,
    )


def _holds(one: Registered, on: date) -> bool:
    return _begun(one, on) and (one.in_force_to is None or on <= one.in_force_to)


def _begun(one: Registered, on: date) -> bool:
    begins = one.in_force_from or one.issued_on
    return begins is None or begins <= on


def _is_meant(citation: Citation, one: Registered) -> bool:
    """Whether the symbol, which is the same, means this document, a slip in its year or issuer allowed."""
    parts = parse_symbol(one.symbol)
    numbered = bool(parts and parts.year)
    years_apart = bool(
        not numbered and citation.date and one.issued_on and citation.date.year != one.issued_on.year
    )
    bodies_apart = bool(citation.issuer and one.issuer and not same_issuer(citation.issuer, one.issuer))
    if not years_apart and not bodies_apart:
        return True
    if citation.subject and one.subject:
        return same_subject(citation.subject, one.subject)
    if bodies_apart and not issuer_implied(one.symbol):
        return False
    return bool(citation.date and one.issued_on and _same_day_of_year(citation.date, one.issued_on))


def _same_day_of_year(one: date, other: date) -> bool:
    return (one.day, one.month) == (other.day, other.month)


def _written_otherwise(citation: Citation, registered: Sequence[Registered]) -> Registered | None:
    """The document of that day, body and subject whose symbol was mistyped."""
    if not (citation.symbol and citation.date and citation.issuer and citation.subject):
        return None
    return next(
        (
            one
            for one in registered
            if one.issued_on == citation.date
            and one.subject
            and one.issuer
            and same_issuer(citation.issuer, one.issuer)
            and same_subject(citation.subject, one.subject)
        ),
        None,
    )


def _differences(citation: Citation, one: Registered) -> Iterator[Difference]:
    """Only what both say can differ."""
    if citation.symbol and one.symbol and symbol_key(citation.symbol) != symbol_key(one.symbol):
        yield Difference("symbol", citation.symbol, one.symbol)
    if citation.date and one.issued_on and citation.date != one.issued_on:
        yield Difference("date", citation.date, one.issued_on)
    if citation.issuer and one.issuer and not same_issuer(citation.issuer, one.issuer):
        yield Difference("issuer", citation.issuer, one.issuer)
    if citation.subject and one.subject and not same_subject(citation.subject, one.subject):
        yield Difference("subject", citation.subject, one.subject)
    name = name_key(one.kind, one.subject)
    if name and citation.symbol and citation.name and cited_name_key(citation) != name:
        yield Difference("subject", citation.name, f"{one.kind} {one.subject}")
