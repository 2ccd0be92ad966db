"""The official Vietnamese working-day calendar, and all counting of days."""

from __future__ import annotations

from thammuu_core.calendars.days import DayKind, SpecialDay, YearStatus, statutory_days
from thammuu_core.calendars.lunar import LunarDate, hung_kings_day, new_year, to_lunar, to_solar
from thammuu_core.calendars.plausible import plausible
from thammuu_core.calendars.working import WorkingCalendar, YearUnknown, official_calendar

__all__ = [
    "DayKind",
    "LunarDate",
    "SpecialDay",
    "WorkingCalendar",
    "YearStatus",
    "YearUnknown",
    "hung_kings_day",
    "new_year",
    "official_calendar",
    "plausible",
    "statutory_days",
    "to_lunar",
    "to_solar",
]
