"""Which step of the old plan is which of the new: by what they say, their label, their time, their owners, their neighbours.

The order in which the steps are given plays no part, so that a plan whose sections were moved is still the same plan;
where a step stands is in its label.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from thammuu_core.plans.amendment.duty import meaning, named, place, said, words
from thammuu_core.plans.amendment.neighbours import pairs_in_place
from thammuu_core.plans.model import Step

Pair = tuple[Step, Step]
ALIKE = 0.55
"""Share of common words from which two duties may be one."""
ALIKE_UNDER_ONE_LABEL = 0.35
"""The same for two that carry the same label."""
_SAME_LABEL, _SAME_TIME, _SAME_LEAD = 0.15, 0.1, 0.05


def pairs(old: Sequence[Step], new: Sequence[Step]) -> tuple[tuple[Pair, ...], tuple[Step, ...]]:
    """The pairs (old, new), and the old steps without a successor in their given order."""
    same = _unchanged(old, new)
    left = [step for step in old if step.id not in {before.id for before, _ in same}]
    right = [step for step in new if step.id not in {after.id for _, after in same}]
    found = [*same, *_best(left, right)]
    found += pairs_in_place(old, new, found)
    kept = {before.id for before, _ in found}
    return tuple(found), tuple(step for step in old if step.id not in kept)


def _unchanged(old: Sequence[Step], new: Sequence[Step]) -> list[Pair]:
    """Steps that say exactly the same come first: they must not be drawn into a likeness with another."""
    waiting: dict[tuple[object, ...], list[Step]] = defaultdict(list)
    for step in new:
        waiting[said(step)].append(step)
    return [(step, waiting[said(step)].pop(0)) for step in old if waiting.get(said(step))]


def _best(old: Sequence[Step], new: Sequence[Step]) -> Iterator[Pair]:
    """The most alike first; each step once."""
    ranked = sorted(
        (
            (-score, place(before), place(after), before, after)
            for score, before, after in _candidates(old, new)
        ),
        key=lambda row: row[:3],
    )
    taken: set[tuple[bool, str]] = set()
    for *_, before, after in ranked:
        if (False, before.id) not in taken and (True, after.id) not in taken:
            taken |= {(False, before.id), (True, after.id)}
            yield before, after


def _candidates(old: Sequence[Step], new: Sequence[Step]) -> Iterator[tuple[float, Step, Step]]:
    told = [(step, words(step)) for step in new]
    for before in old:
        said_before = words(before)
        for after, said_after in told:
            alike, label = _alike(said_before, said_after), before.where == after.where
            if alike >= (ALIKE_UNDER_ONE_LABEL if label else ALIKE):
                yield alike + _beside(before, after), before, after


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    """Dice's share of common words; two steps without words are alike."""
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 1.0


def _beside(before: Step, after: Step) -> float:
    """What speaks for a pair besides its words."""
    return (
        _SAME_LABEL * (before.where == after.where)
        + _SAME_TIME * (meaning(before.when) == meaning(after.when))
        + _SAME_LEAD * (named(before.lead) == named(after.lead))
    )
