"""How a person wishes to be told, and when a mail may therefore leave. Pure."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from thammuu_core.calendars import YearUnknown, official_calendar

DAYS_BEFORE = (5, 3, 1)
"""Working days before the last day on which a reminder can be wished for."""
LONGEST_REST = 15
"""No run of days off is longer; a calendar that says so is not followed further."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Wishes:
    """One officer's wishes; the defaults hold for those who said nothing."""

    page_only: frozenset[str] = frozenset()
    """Values of Kind that come without mail."""
    days_before: frozenset[int] | None = None
    """Working days before the last day; None leaves it to the agency's parameter `reminder.before_days`."""
    bundled: bool = True
    bundle_at: time = time(7, 30)
    quiet_days_off: bool = True


def mail_moment(wishes: Wishes, told_at: datetime) -> datetime:
    """From when a mail about something told at `told_at` (local time) may leave."""
    moment = told_at
    if wishes.bundled:
        moment = _at(told_at.date(), wishes.bundle_at, told_at)
        if moment < told_at:
            moment += timedelta(days=1)
    if not wishes.quiet_days_off:
        return moment
    return _first_working(moment, wishes.bundle_at)


def _first_working(moment: datetime, bundle_at: time) -> datetime:
    day = moment.date()
    if is_working(day):
        return moment
    for ahead in range(1, LONGEST_REST):
        if is_working(later := day + timedelta(days=ahead)):
            return _at(later, bundle_at, moment)
    return moment


def is_working(day: date, ask: Callable[[date], bool] | None = None) -> bool:
    """A working day by the official calendar; in a year without one, Monday to Friday."""
    try:
        return (ask or official_calendar().is_working_day)(day)
    except YearUnknown:
        return day.weekday() < _SATURDAY


def _at(day: date, hour: time, like: datetime) -> datetime:
    return datetime.combine(day, hour, tzinfo=like.tzinfo)
