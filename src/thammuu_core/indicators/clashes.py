"""Where documents set different values of one measure for the same years: a fact of the documents, not of the plan.

Which of them a plan follows is for a person to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from thammuu_core.indicators.model import Target
from thammuu_core.indicators.yearly import Yearly
from thammuu_core.text import fold


@dataclass(frozen=True, slots=True)
class Clash:
    """The places, in what was given, of the targets that differ from at least one other."""

    measure: str
    unit: str
    places: tuple[int, ...]


def clashes(targets: Iterable[Target]) -> tuple[Clash, ...]:
    """Measures to which two mandates give different values for years they share; `Target.mandate` tells them apart."""
    given = tuple(targets)
    by_measure: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, target in enumerate(given):
        if target.values:
            by_measure[fold(target.measure), fold(target.unit)].append(place)
    found = (_clash(given, places) for places in by_measure.values())
    return tuple(clash for clash in found if clash)


def _clash(given: Sequence[Target], places: Sequence[int]) -> Clash | None:
    pairs = [pair for pair in combinations(places, 2) if _differ(given[pair[0]], given[pair[1]])]
    concerned = tuple(sorted({place for pair in pairs for place in pair}))
    first = given[places[0]]
    return Clash(first.measure, first.unit, concerned) if concerned else None


def _differ(one: Target, other: Target) -> bool:
    if one.mandate == other.mandate:
        return False
    return any(_values_differ(first, second) for first in one.values for second in other.values)


def _values_differ(one: Yearly, other: Yearly) -> bool:
    return one.shares_years(other) and (one.sign, one.least, one.most) != (
        other.sign,
        other.least,
        other.most,
    )
