"""How many working days each kind of work needs at least; every agency may set its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from thammuu_core.plans.model import ActivityKind, Step
from thammuu_core.text.tables import rows

# Whoever asks for opinions has a draft: its revision is part of the gathering, not a second drafting.
_INCLUDES = {
    ActivityKind.CONSULTATION: (ActivityKind.DRAFTING, ActivityKind.FINALISING),
    ActivityKind.FINALISING: (ActivityKind.DRAFTING,),
}


@dataclass(frozen=True, slots=True)
class Duration:
    """One piece of work with its minimum; `key` is what an agency overrides."""

    key: str
    activity: ActivityKind | None
    """The activity of a plan's step that implies it; None for work that only a template names."""
    title: str
    days: int
    source: str


def durations(own: Mapping[str, int] | None = None) -> tuple[Duration, ...]:
    """All minimums, with an agency's own days (by key) in place of the usual ones.

    Legal source: quy chế làm việc of the agency; NĐ 191/2026/NĐ-CP, Điều 12, 15, 16; NĐ 30/2020/NĐ-CP, Điều 18.
    """
    days = own or {}
    return tuple(replace(usual, days=max(0, days.get(usual.key, usual.days))) for usual in _usual())


def needed_for(step: Step, among: tuple[Duration, ...]) -> tuple[Duration, ...]:
    """The pieces of work that a plan's step is made of, every activity once; "other" when nothing else is known."""
    named = {activity.kind for activity in step.activities} - {ActivityKind.OTHER} or {ActivityKind.OTHER}
    kinds = named - {part for kind in named for part in _INCLUDES.get(kind, ())}
    return tuple(duration for duration in among if duration.activity in kinds)


@cache
def _usual() -> tuple[Duration, ...]:
    return tuple(
        Duration(
            row["key"],
            ActivityKind(row["activity"]) if row["activity"] else None,
            row["title"],
            int(row["days"]),
            row["source"],
        )
        for row in rows("thammuu_core.schedules", "durations.tsv")
    )
