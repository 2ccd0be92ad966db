"""The last day on which an assignment is in time."""

from __future__ import annotations

from datetime import date

from thammuu.apps.dossiers.reckoning.timing import last_day
from thammuu_core.calendars import YearUnknown, official_calendar


def last_day_of(starts_on: date | None, ends_on: date | None, *, strict: bool) -> date | None:
    """A month or quarter that ends on a day off ends before it; a single day is kept until the next working day."""
    if starts_on is None or ends_on is None or strict:
        return last_day(ends_on, strict=strict)
    try:
        return official_calendar().on_or_before(ends_on)
    except YearUnknown:
        return ends_on
