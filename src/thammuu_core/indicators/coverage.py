"""What mandates ask for, held against a draft: which provision answers which demand, and whether its number is enough.

A proposal is a claim of the machine: a person confirms it, chooses another provision, or says why the demand is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thammuu_core.indicators.model import Kind, Stated, Target
from thammuu_core.indicators.wordings import Weights, Wordings
from thammuu_core.indicators.yearly import Yearly
from thammuu_core.text import fold

ENOUGH = 0.34
"""Likeness from which a provision is proposed; measured on the plans of the tests."""
PROPOSED = 5
"""Provisions that are offered for one demand."""


class State(StrEnum):
    """How a demand stands in a draft."""

    COVERED = "covered"
    SOFTER = "softer"
    """Answered by a lower number, by a weaker word, or without the number that was asked for."""
    UNLIKE = "unlike"
    """Answered by a number that says nothing against the one asked for: a province's share of a count of the whole
    country, or a growth from another baseline. A person compares."""
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Demand:
    """One thing that a mandate asks for; `target` None for a duty or a rule on money."""

    id: str
    words: str
    target: Target | None = None
    whole_country: bool = False
    """The mandate speaks to the whole country, so that what it counts is no province's number."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A provision that may answer, with the targets stated in it."""

    id: str
    where: str
    words: str
    targets: tuple[Stated, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """A clause for a demand, its likeness, how it stands, and in words what is weaker."""

    clause: Clause
    likeness: float
    state: State
    weaker: str = ""


def propose(demands: Sequence[Demand], clauses: Sequence[Clause]) -> dict[str, tuple[Proposal, ...]]:
    """For each demand the clauses most alike, the best first; only those alike enough, so none where none answers."""
    wordings = Wordings.of([*(demand.words for demand in demands), *(clause.words for clause in clauses)])
    weighed = [(clause, wordings.weighed(clause.words)) for clause in clauses]
    return {demand.id: _best(demand, weighed, wordings) for demand in demands}


def answer(demand: Demand, clause: Clause) -> tuple[State, str]:
    """How the clause answers the demand, and in words what is weaker: the number, its sign, or that it has none."""
    if demand.target is None or not demand.target.values:
        return State.COVERED, ""
    told = [stated.target for stated in clause.targets if stated.target.values]
    same = [target for target in told if _same_unit(target, demand.target)]
    alike = [target for target in same if _same_baseline(target, demand.target)]
    compared = [pair for target in alike for pair in _pairs(target, demand.target)]
    if not compared:
        return _not_compared(demand.target, told, same)
    weak = next(((own, asked) for own, asked in compared if softer(own, asked)), None)
    if weak is None:
        return State.COVERED, ""
    own, asked = weak
    if demand.whole_country and _counts(demand.target):
        return (
            State.UNLIKE,
            f"Văn bản giao tính cho cả nước: {asked.amount} ({asked.years}); dự thảo ghi phần của địa phương: {own.amount} "
            f"({own.years}). Hãy tự xem có tương xứng không.",
        )
    return (
        State.SOFTER,
        f"Dự thảo ghi {own.amount} ({own.years}), văn bản giao {asked.amount} ({asked.years}).",
    )


def _not_compared(asked: Target, told: Sequence[Target], same: Sequence[Target]) -> tuple[State, str]:
    other = next((target for target in same if not _same_baseline(target, asked)), None)
    if other is not None:
        return (
            State.UNLIKE,
            f"Dự thảo so với “{other.baseline}”, văn bản giao so với “{asked.baseline}”; hãy tự so hai số.",
        )
    if same:
        return State.SOFTER, "Điều khoản không nêu số cho các năm mà văn bản giao quy định."
    if told:
        return (
            State.SOFTER,
            f"Dự thảo tính theo “{told[0].unit}”, văn bản giao theo “{asked.unit}”; hãy tự so hai số.",
        )
    return State.SOFTER, "Điều khoản không nêu số cho chỉ tiêu này."


def _counts(target: Target) -> bool:
    """It counts things, so that a part of the country has a part of the number; a share or a growth it has as well."""
    return target.kind in (Kind.CUMULATIVE, Kind.EACH_YEAR) or _unit(target.unit) in _COUNTED


def _same_baseline(one: Target, other: Target) -> bool:
    """A growth against one time says nothing of the growth against another; a baseline left out is the usual one."""
    if Kind.PERIOD_GROWTH not in (one.kind, other.kind) or not (one.baseline and other.baseline):
        return True
    return fold(one.baseline) == fold(other.baseline)


def softer(own: Yearly, asked: Yearly) -> bool:
    """Whether a value asks less than another: a lower number, or the same number with a weaker sign."""
    if asked.sign in ("≤", "<"):
        most, limit = own.most or own.least, asked.most or asked.least
        return most > limit or (most == limit and asked.sign == "<" and own.sign != "<")
    if own.least != asked.least:
        return own.least < asked.least
    return _STRICT[own.sign] < _STRICT[asked.sign]


_STRICT = {"<": 0, "≤": 0, "≈": 1, "=": 2, "≥": 2, ">": 3}


def _best(
    demand: Demand, weighed: Iterable[tuple[Clause, Weights]], wordings: Wordings
) -> tuple[Proposal, ...]:
    asked = wordings.weighed(demand.words)
    found = []
    for clause, told in weighed:
        alike = (wordings.likeness(asked, told) + wordings.within(asked, told)) / 2
        if alike >= _LEAST:
            state, weaker = answer(demand, clause)
            found.append(
                Proposal(clause, round(alike + _for_number(demand, clause, state), 3), state, weaker)
            )
    best = sorted(found, key=lambda one: -_rank(demand, one))[:PROPOSED]
    return tuple(one for one in best if one.likeness >= ENOUGH)


def _rank(demand: Demand, one: Proposal) -> float:
    """A sufficient number weighs more in choosing between clauses than in deciding whether any is alike enough."""
    numbered = demand.target is not None and bool(demand.target.values)
    return one.likeness + (0.15 if numbered and one.state is State.COVERED else 0.0)


def _for_number(demand: Demand, clause: Clause, state: State) -> float:
    """What it adds to likeness that the clause has a number where one is asked for, and one that is enough."""
    if demand.target is None or not demand.target.values or not clause.targets:
        return 0.0
    if state is State.COVERED:
        return 0.2
    return 0.1 if any(_same_unit(stated.target, demand.target) for stated in clause.targets) else 0.05


_LEAST = 0.2
"""Likeness of words below which no number helps."""


def _pairs(own: Target, asked: Target) -> list[tuple[Yearly, Yearly]]:
    return [(mine, theirs) for theirs in asked.values for mine in own.values if mine.shares_years(theirs)]


def _same_unit(one: Target, other: Target) -> bool:
    return _unit(one.unit) == _unit(other.unit)


def _unit(words: str) -> str:
    """ "người, cộng dồn" counts people as "chuyên gia" does; "%/năm" stays apart from "%"."""
    bare = fold(words.split(",")[0].replace("/năm", " mỗi năm").replace("%", " phần trăm "))
    return next((group for group, units in _COUNTED.items() if bare in units), bare)


_COUNTED = {
    "people": frozenset({"nguoi", "chuyen gia", "can bo", "hoc vien"}),
    "enterprises": frozenset({"doanh nghiep", "doanh nghiep nho va vua", "mo hinh"}),
}
