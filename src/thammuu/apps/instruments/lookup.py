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
    name_key,
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


def meant(citation: Citation, among: Sequence[Registered]) -> list[Registered]:
    """Those of `among` that have the symbol or the name of the citation."""
    if citation.symbol:
        key = symbol_key(citation.symbol)
        return [one for one in among if symbol_key(one.symbol) == key]
    key = cited_name_key(citation)
    return [one for one in among if key and name_key(one.kind, one.subject) == key]


def named(lines: Sequence[str]) -> list[Instrument]:
    """The documents that people call so, in their order. Raises NotRegistered, ManyOfThatSymbol."""
    asked = [(line, _cited(line)) for line in lines]
    rows = {str(one.uuid): one for one in candidates(citation for _, citation in asked)}
    among = [registered(one) for one in rows.values()]
    return [rows[_one(line, citation, among)] for line, citation in asked]


def _cited(line: str) -> Citation:
    """A line as a citation: in full, or a bare number."""
    found = find(line)
    if found:
        return found[0]
    return Citation(0, len(line), None, normal_symbol(line), None, None, None, None)


def _one(line: str, citation: Citation, among: list[Registered]) -> str:
    same = meant(citation, among)
    verdict = judge(citation, same, clock.today())
    if verdict.found is None or verdict.differing:
        like = [registered(one) for one in alike([citation])]
        found = near(citation, [*like, *same])
        raise NotRegistered(line, tuple(called(one.kind, one.symbol, one.subject) for one in found))
    fits = [one for one in same if not judge(citation, [one], clock.today()).differing]
    if citation.symbol and sum(judge(citation, [one], clock.today()).found is not None for one in fits) > 1:
        raise ManyOfThatSymbol(line)
    return verdict.found.id
