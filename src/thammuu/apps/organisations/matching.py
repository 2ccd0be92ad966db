"""Names of units as plans write them, against the register. Pure: rows in, matches out.

Rules, the first that gives exactly one answer holds: the same words; the same abbreviation; the register's name at
the start of what is written ("Chi cục A chủ trì" keeps A); what is written inside the register's name, for names of
at least two syllables. Several answers are no answer: a person decides, the machine does not guess.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from thammuu_core.kinds import expand_body_name
from thammuu_core.text import fold

_COLLECTIVE = re.compile(r"^(cac|nhung|toan the|tat ca)\b")


@dataclass(frozen=True, slots=True)
class Named:
    """A row of the register with its names."""

    id: int
    name: str
    abbreviation: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """A name as written and what it means: a unit, an agency, or nothing that is known."""

    as_written: str
    unit_id: int | None = None
    agency_id: int | None = None


def match_names(
    names: tuple[str, ...], *, units: tuple[Named, ...], agencies: tuple[Named, ...], own_agency: int
) -> tuple[Match, ...]:
    """A match for each name, in order; the agency's own units are tried before the agencies of the register."""
    return tuple(_match(name, units, agencies, own_agency) for name in names)


def _match(name: str, units: tuple[Named, ...], agencies: tuple[Named, ...], own_agency: int) -> Match:
    written = _key(name)
    if not written or _COLLECTIVE.match(written):
        return Match(name)
    for rule in _RULES:
        if (unit := _only(units, written, rule)) is not None:
            return Match(name, unit_id=unit)
        if (agency := _only(agencies, written, rule)) is not None:
            return Match(name, agency_id=agency)
    return Match(name, agency_id=own_agency) if written in ("so", "co quan") else Match(name)


def _only(rows: tuple[Named, ...], written: str, rule: Callable[[str, Named], bool]) -> int | None:
    found = {row.id for row in rows if rule(written, row)}
    return found.pop() if len(found) == 1 else None


@lru_cache(4096)
def _key(name: str) -> str:
    """What is compared: abbreviations written out ("UBND", "Sở KH&CN"), no marks, no case, no punctuation."""
    return fold(expand_body_name(name))


def _same(written: str, row: Named) -> bool:
    return _key(row.name) == written


def _same_abbreviation(written: str, row: Named) -> bool:
    return bool(row.abbreviation) and _key(row.abbreviation) == written


def _begins(written: str, row: Named) -> bool:
    return written.startswith(_key(row.name) + " ")


def _beginning(written: str, row: Named) -> bool:
    return " " in written and _key(row.name).startswith(written + " ")


def _inside(written: str, row: Named) -> bool:
    return " " in written and f" {written} " in f" {_key(row.name)} "


_RULES = (_same, _same_abbreviation, _begins, _beginning, _inside)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A row of the register that a name may mean."""

    row: Named
    score: int
    """0 to 100; 100 is the same words."""


_SCORES = (100, 95, 90, 80, 70)
"""Of a row found by each of `_RULES`."""
_ALIKE_AT_MOST, _ALIKE_AT_LEAST = 65, 40
"""Names that only share words rank below all that a rule finds; below the least they are chance."""


def rank_names(name: str, rows: tuple[Named, ...]) -> tuple[Ranked, ...]:
    """Rows that the name may mean, the likeliest first, each row once under the name that fits best.

    A row that no rule finds is ranked by the syllables it shares with what is written.
    """
    written = _key(name)
    if not written:
        return ()
    best: dict[int, Ranked] = {}
    for row in rows:
        score = _score(written, row)
        if score and (row.id not in best or best[row.id].score < score):
            best[row.id] = Ranked(row, score)
    return tuple(sorted(best.values(), key=lambda found: (-found.score, len(found.row.name), found.row.id)))


def _score(written: str, row: Named) -> int:
    for rule, score in zip(_RULES, _SCORES, strict=True):
        if rule(written, row):
            return score
    return _alike(written, _key(row.name))


def _alike(one: str, other: str) -> int:
    """Shared syllables against all of both (Dice), scaled below the rules."""
    left, right = set(one.split()), set(other.split())
    score = round(_ALIKE_AT_MOST * 2 * len(left & right) / (len(left) + len(right) or 1))
    return score if score >= _ALIKE_AT_LEAST else 0
