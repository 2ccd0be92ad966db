"""Documents of the register that citations may mean, in a number of queries that does not grow with either."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from django.db.models import Q

from thammuu.apps.instruments.models import Instrument, called
from thammuu.apps.instruments.refusals import ManyOfThatSymbol, NotRegistered
from thammuu.apps.instruments.rows import InstrumentRef
from thammuu.apps.organisations import clock
from thammuu_core.citations import Citation, find
from thammuu_core.citations.judging import (
    Registered,
    cited_name_key,
    judge,
    near,
    symbol_key,
)
from thammuu_core.kinds import normal_symbol

_MOST_NUMBERS = 60
"""Different numbers of one asking for which like ones are looked for."""
_MOST_LIKE = 500


def registered(one: Instrument) -> Registered:
    """The row for the core; its id is the uuid as text."""
    return Registered(
        str(one.uuid),
        one.kind,
        one.symbol,
        one.issued_on,
        one.issuer,
        one.subject,
        one.in_force_from,
        one.in_force_to,
    )


def ref_of(one: Instrument) -> InstrumentRef:
    """The row by name."""
    return InstrumentRef(one.uuid, called(one.kind, one.symbol, one.subject), one.subject)


def candidates(citations: Iterable[Citation]) -> list[Instrument]:
    """Documents with the symbol or the name of one of them."""
    cited = tuple(citations)
    symbols = {symbol_key(one.symbol) for one in cited if one.symbol}
    names = {cited_name_key(one) for one in cited if one.name and not one.symbol}
    if not symbols and not names:
        return []
    return list(Instrument.objects.filter(Q(symbol_key__in=symbols) | Q(name_key__in=names)))


def alike(citations: Iterable[Citation]) -> list[Instrument]:
    """Documents with the number, or of the day, of one of them: what a mistyped symbol may mean."""
    cited = tuple(one for one in citations if one.symbol)
    numbers = sorted({symbol_key(one.symbol or "").partition(" ")[0] for one in cited})[:_MOST_NUMBERS]
    begun = [Q(symbol_key__startswith=f"{number} ") for number in numbers if number]
    days = {one.date for one in cited if one.date}
    if not begun and not days:
        return []
    return list(Instrument.objects.filter(reduce(or_, begun, Q(issued_on__in=days)))[:_MOST_LIKE])


def key_of(citation: Citation) -> str:
    """Under which a citation is looked up: its symbol, or the name of the law."""
    return symbol_key(citation.symbol) if citation.symbol else cited_name_key(citation)


def named(lines: Sequence[str]) -> list[Instrument]:
    """The documents that people call so, in their order. Raises NotRegistered, ManyOfThatSymbol."""
    found = _fits(lines)
    return [_one(line, fits) for line, fits in zip(lines, found, strict=True)]


def known(lines: Sequence[str]) -> frozenset[str]:
    """Those of the lines that name one document of the register, in one query."""
    return frozenset(line for line, fits in zip(lines, _fits(lines), strict=True) if len(fits) == 1)


def symbol_named(line: str) -> str:
    """The key of the symbol in what people call a document, in full or by its number alone; "" for none."""
    return symbol_key(_cited(line).symbol or "")


def _fits(lines: Sequence[str]) -> list[list[Instrument]]:
    """For each line the documents it may mean; of laws of one name only the one that holds today."""
    asked = [_cited(line) for line in lines]
    by_key: dict[str, list[Instrument]] = {}
    for row in candidates(asked):
        for key in {row.symbol_key, row.name_key} - {""}:
            by_key.setdefault(key, []).append(row)
    return [_fit(one, by_key.get(key_of(one), [])) for one in asked]


def _fit(citation: Citation, rows: list[Instrument]) -> list[Instrument]:
    today = clock.today()
    if not citation.symbol:
        law = judge(citation, [registered(row) for row in rows], today).found
        return [row for row in rows if law and str(row.uuid) == law.id]
    verdicts = ((row, judge(citation, [registered(row)], today)) for row in rows)
    return [row for row, verdict in verdicts if verdict.found and not verdict.differing]


def _one(line: str, fits: list[Instrument]) -> Instrument:
    if not fits:
        citation = _cited(line)
        like = [registered(one) for one in (*alike([citation]), *candidates([citation]))]
        found = dict.fromkeys(near(citation, like))
        raise NotRegistered(line, tuple(called(one.kind, one.symbol, one.subject) for one in found))
    if len(fits) > 1:
        raise ManyOfThatSymbol(line)
    return fits[0]


def _cited(line: str) -> Citation:
    """A line as a citation: in full, or a bare number."""
    found = find(line)
    if found:
        return found[0]
    return Citation(0, len(line), None, normal_symbol(line), None, None, None, None)
