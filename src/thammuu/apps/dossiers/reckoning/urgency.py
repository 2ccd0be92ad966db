"""Lights as SQL: the same rule as `timing`, over columns, so that ten thousand rows are sorted by the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, IntegerField, Q, Value, When

from thammuu.apps.dossiers.models import OVER, DossierState, StepState
from thammuu.apps.dossiers.reckoning.timing import soon_until

RED, AMBER, GREEN, NONE, DONE, CLOSED = range(6)
LIGHTS = {RED: "red", AMBER: "amber", GREEN: "green", NONE: "none", DONE: "green", CLOSED: "none"}
"""Rank, the most urgent first → light."""
LIGHT_WORDS = {
    "red": "Chậm tiến độ",
    "amber": "Cần chú ý",
    "green": "Đúng tiến độ",
    "none": "Chưa có thời hạn",
}


@dataclass(frozen=True, slots=True)
class Days:
    """Today and the last day that is soon, by the official calendar: reckoned once for all rows."""

    today: date
    soon: date
    soon_days: int

    @classmethod
    def of(cls, today: date, soon: int) -> Days:
        """The days of a look at the list; `soon` in working days, as the agency has set it."""
        return cls(today, soon_until(today, soon), soon)


def rank_of_dossier(days: Days) -> Case:
    """The rank of a dossier, from its derived columns."""
    return _ranked(
        (Q(state=DossierState.CLOSED), CLOSED),
        (Q(steps_open=0), DONE),
        (Q(next_due_on__lt=days.today), RED),
        (Q(next_due_on__lte=days.soon) | Q(waits_since__lt=days.today), AMBER),
        (Q(next_due_on__isnull=False), GREEN),
    )


def rank_of_step(days: Days) -> Case:
    """The rank of an unfinished step."""
    waits = Q(state=StepState.NOT_STARTED, starts_on__lt=days.today, due_on__isnull=False)
    return _ranked(
        (Q(state__in=OVER), DONE),
        (Q(due_on__lt=days.today), RED),
        (Q(due_on__lte=days.soon) | waits, AMBER),
        (Q(due_on__isnull=False), GREEN),
    )


def ranks_with(light: str) -> list[int]:
    """The ranks that show this light."""
    return [rank for rank, shown in LIGHTS.items() if shown == light]


def _ranked(*rules: tuple[Q, int]) -> Case:
    whens = (When(rule, then=Value(rank)) for rule, rank in rules)
    return Case(*whens, default=Value(NONE), output_field=IntegerField())
