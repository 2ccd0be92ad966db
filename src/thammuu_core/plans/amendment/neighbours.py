"""Steps written anew in their old place: those left over between the same two neighbours that share something firm.

The place of a step is its label, never where it was given in a sequence.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Callable, Iterator, Sequence

from thammuu_core.plans.amendment.duty import place
from thammuu_core.plans.model import Step
from thammuu_core.text import fold

Pair = tuple[Step, Step]
Gap = tuple[str | None, str | None]
"""The ids, on the old side, of the paired steps around a place; None beyond the first and the last."""


def pairs_in_place(old: Sequence[Step], new: Sequence[Step], found: Sequence[Pair]) -> list[Pair]:
    """More pairs, of steps that no pair holds yet: the same day first, then the same condition, then a common activity.

    A place without a paired neighbour tells nothing: of two plans that share no step none is paired here.
    """
    made = list(found)
    for shares in (_same_day, _same_condition, _common_activity):
        made += _round(old, new, made, shares)
    return made[len(found) :]


def _round(
    old: Sequence[Step], new: Sequence[Step], found: Sequence[Pair], shares: Callable[[Step, Step], bool]
) -> Iterator[Pair]:
    """In the order of both plans: behind a pair the next one is looked for behind both of its steps."""
    before = _by_gap(old, {early.id: early.id for early, _ in found})
    after = _by_gap(new, {late.id: early.id for early, late in found})
    for gap, left in before.items():
        waiting = after.get(gap, []) if gap != (None, None) else []
        for early in left:
            at = next((at for at, late in enumerate(waiting) if shares(early, late)), None)
            if at is not None:
                yield early, waiting[at]
                waiting = waiting[at + 1 :]


def _by_gap(steps: Sequence[Step], known: dict[str, str]) -> dict[Gap, list[Step]]:
    """Steps without a pair, in order, by the paired steps around them."""
    ordered = sorted(steps, key=place)
    fixed = [(at, known[step.id]) for at, step in enumerate(ordered) if step.id in known]
    gaps: dict[Gap, list[Step]] = {}
    for at, step in enumerate(ordered):
        if step.id not in known:
            behind = bisect(fixed, (at, ""))
            last = fixed[behind - 1][1] if behind else None
            following = fixed[behind][1] if behind < len(fixed) else None
            gaps.setdefault((last, following), []).append(step)
    return gaps


def _same_day(early: Step, late: Step) -> bool:
    return early.when.end is not None and early.when.end == late.when.end


def _same_condition(early: Step, late: Step) -> bool:
    return bool(early.condition) and fold(early.condition or "") == fold(late.condition or "")


def _common_activity(early: Step, late: Step) -> bool:
    """Of two steps that have a day both or neither: what has to be done by a day is no step "khi có yêu cầu"."""
    dated = (early.when.end is None) == (late.when.end is None)
    return dated and bool({one.kind for one in early.activities} & {one.kind for one in late.activities})
