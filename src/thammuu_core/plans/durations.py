"""How many working days each kind of work needs, at least and usually; every agency may set its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache

from thammuu_core.plans.model import ActivityKind, Step
from thammuu_core.text import fold
from thammuu_core.text.tables import rows

# Whoever asks for opinions has a draft: its revision is part of the gathering, not a second drafting.
_INCLUDES = {
    ActivityKind.CONSULTATION: (ActivityKind.DRAFTING, ActivityKind.FINALISING),
    ActivityKind.FINALISING: (ActivityKind.DRAFTING,),
}
_OUTSIDE, _INSIDE = "consult.default_days", "consult.internal_days"
_OWN_UNITS = re.compile(
    r"^(?:lanh dao (?:so|bo|chi cuc|cuc)|cac phong|cac don vi|phong)\b|\bthuoc (?:so|bo|cuc|chi cuc|co quan)\b|\bnoi bo\b"
)


@dataclass(frozen=True, slots=True)
class Duration:
    """One piece of work with its days; `key` is what an agency overrides."""

    key: str
    activity: ActivityKind | None
    """The activity of a plan's step that implies it; None for work that only a template names."""
    title: str
    days: int
    """With fewer it cannot be done."""
    usual: int
    """With fewer it can be done, but a person should look."""
    source: str


def durations(own: Mapping[str, int] | None = None) -> tuple[Duration, ...]:
    """All pieces of work, with an agency's own days (by key) in place of both figures.

    Legal source: quy chế làm việc of the agency; NĐ 191/2026/NĐ-CP, Điều 12, 15, 16; NĐ 30/2020/NĐ-CP, Điều 18.
    """
    days = {key: max(0, count) for key, count in (own or {}).items()}
    return tuple(
        replace(one, days=days[one.key], usual=days[one.key]) if one.key in days else one for one in _table()
    )


def needed_for(step: Step, among: tuple[Duration, ...]) -> tuple[Duration, ...]:
    """The pieces of work that a plan's step is made of, every activity once; "other" when nothing else is known.

    One's own units answer sooner than other agencies.
    """
    named = {activity.kind for activity in step.activities} - {ActivityKind.OTHER} or {ActivityKind.OTHER}
    kinds = named - {part for kind in named for part in _INCLUDES.get(kind, ())}
    found = [one for one in among if one.activity in kinds]
    if ActivityKind.CONSULTATION in kinds and _asks_own_units(step):
        inside = next(one for one in among if one.key == _INSIDE)
        found = [inside if one.key == _OUTSIDE else one for one in found]
    return tuple(found)


def listed(work: Iterable[Duration], *, usual: bool = False) -> str:
    """The pieces of work with their days, for a message: "ký, trình 1; hoàn thiện dự thảo, hồ sơ 3"."""
    return "; ".join(
        f"{one.title[0].lower()}{one.title[1:]} {one.usual if usual else one.days}" for one in work
    )


def _asks_own_units(step: Step) -> bool:
    names = [name for activity in step.activities for name in activity.audience]
    return bool(names) and all(_OWN_UNITS.search(fold(name)) for name in names)


@cache
def _table() -> tuple[Duration, ...]:
    return tuple(
        Duration(
            row["key"],
            ActivityKind(row["activity"]) if row["activity"] else None,
            row["title"],
            int(row["days"]),
            int(row["usual"] or row["days"]),
            row["source"],
        )
        for row in rows("thammuu_core.plans", "durations.tsv")
    )
