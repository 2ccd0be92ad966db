"""Days of a timetable in the words of a plan."""

from __future__ import annotations

from datetime import date

from thammuu_core.calendars import WorkingCalendar
from thammuu_core.calendars.words import said_day
from thammuu_core.plans.model import When, WhenKind


def deadline(last_day: date, calendar: WorkingCalendar, *, literal: bool = True) -> When:
    """The time that a plan writes for a step whose last working day is `last_day`: "Trước ngày 02/8/2021".

    The day named is the next working day, so that the literal reading ("trước ngày X" leaves X out) gives `last_day`;
    where it is not read literally, the day named is the last one itself.
    """
    named = calendar.next_working_day(last_day) if literal else last_day
    return When(f"Trước ngày {said_day(named)}", WhenKind.DEADLINE, None, named, strict=True)
