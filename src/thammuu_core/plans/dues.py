"""The last working day on which a step's time is kept: what schedules and doubts both count from."""

from __future__ import annotations

from datetime import date

from thammuu_core.calendars import WorkingCalendar
from thammuu_core.plans.model import ActivityKind, Step, When, WhenKind

WITHOUT_END = frozenset({WhenKind.RECURRING, WhenKind.ONGOING, WhenKind.CONDITIONAL})
"""Times that are never over on one day."""
_WAITS = frozenset({ActivityKind.CONSULTATION, ActivityKind.OPINION_OF_LEADER, ActivityKind.VERIFICATION})


def due(when: When, calendar: WorkingCalendar, *, literal: bool = True) -> date | None:
    """The last working day that keeps the time; a month or quarter that ends on a day off ends before it.

    `literal` reads "trước ngày X" as the working day before X. Raises YearUnknown for a year without a calendar.
    """
    if when.end is None or when.kind in WITHOUT_END:
        return None
    if when.kind is WhenKind.PERIOD and not when.strict:
        return calendar.on_or_before(when.end)
    return calendar.due(when.end, strict=when.strict and literal)


def waits_for_others(step: Step) -> bool:
    """Papers go out and answers come back: the day of sending does not count for those who must answer (LV-01)."""
    return any(activity.kind in _WAITS for activity in step.activities)
