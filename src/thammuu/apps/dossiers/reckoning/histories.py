"""Where a step stands after all that was recorded of it. Pure: facts in the order of recording in, columns out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from thammuu.apps.dossiers.models import Act, StepState
from thammuu.apps.dossiers.transitions import following


class Recorded(Protocol):
    """What is asked of a fact; a row of `StepEvent` is one."""

    act: str
    done_on: date
    holder_unit_id: int | None
    holder_officer_id: int | None
    holder_words: str


@dataclass(frozen=True, slots=True)
class Stand:
    """The columns of a step that come from its facts, under their names in `Step`."""

    state: StepState
    started_on: date | None
    finished_on: date | None
    holder_unit_id: int | None
    holder_officer_id: int | None
    holder_words: str
    held_since: date | None


def stand_after(facts: Sequence[Recorded]) -> Stand:
    """The stand of a step. Raises NoSuchTransition when the facts leave the table.

    What may follow what is decided in the order of recording; who has it, by the days: a handing over that is
    recorded late does not take the step away from the one who got it after.
    """
    state, started, finished = StepState.NOT_STARTED, None, None
    for fact in facts:
        state = following(state, Act(fact.act))
        if fact.act == Act.START:
            started = fact.done_on
        elif fact.act == Act.FINISH:
            finished = fact.done_on
        elif fact.act == Act.REOPEN:
            finished = None
            started = started if state == StepState.STARTED else None
    holder, since = _holding(sorted(facts, key=lambda fact: fact.done_on))
    if holder is None:
        return Stand(state, started, finished, None, None, "", None)
    return Stand(
        state,
        started,
        finished,
        holder.holder_unit_id,
        holder.holder_officer_id,
        holder.holder_words,
        since,
    )


def _holding(facts: Sequence[Recorded]) -> tuple[Recorded | None, date | None]:
    """The fact that gave the step to the one who has it, and since when it lies there: a reopened step comes back."""
    holder, since = None, None
    for fact in facts:
        if fact.holder_words:
            holder, since = fact, fact.done_on
        elif fact.act == Act.REOPEN and holder is not None:
            since = fact.done_on
    return holder, since
