"""The bar that shows how far a dossier is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thammuu.web.components.gantt import TaskState, percent

_TOLD_APART = 20
"""So many steps are still seen as one segment each; of more, each state is one."""
_GAP = 1.2
_ORDER = (TaskState.DONE, TaskState.LATE, TaskState.DOING, TaskState.PLANNED)


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the bar in percent of its width."""

    state: TaskState
    x: str
    width: str


def segments(states: Iterable[TaskState]) -> list[Segment]:
    """One segment a step, or one a state where steps are too many to tell apart."""
    states = list(states)
    single = len(states) <= _TOLD_APART
    parts = [(state, 1) for state in states] if single else _counted(states)
    drawn, before = [], 0
    for state, count in parts:
        x, width = (100 * places / len(states) for places in (before, count))
        drawn.append(Segment(state, percent(x), percent(width - _GAP if single else width)))
        before += count
    return drawn


def _counted(states: list[TaskState]) -> list[tuple[TaskState, int]]:
    return [(state, states.count(state)) for state in _ORDER if state in states]
