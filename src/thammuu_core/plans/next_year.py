"""The times of a plan a year later: the same month and day, moved to a working day; spans stay spans."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from thammuu_core.calendars import WorkingCalendar, YearUnknown
from thammuu_core.calendars.words import said_day
from thammuu_core.plans.model import When, WhenKind

_YEAR = re.compile(r"(?<![\d-])20\d\d(?![\d-])")
"""A year by itself or at the end of a date; "2021-2025" is the name of a period."""
_UNTIL = re.compile(r"(?<=UNTIL=)\d{4}")


def a_year_on(when: When, calendar: WorkingCalendar, years: int = 1) -> When:
    """The time so many years later, its words written anew.

    A first day off moves to the working day after it, a last day off to the one before; whole months stay whole, a
    29 February becomes the 28th. In a year without a calendar the days stay as they fall.
    """
    start, end = _later(when.start, years), _later(when.end, years)
    if _whole_months(when) and end is not None:
        end = end.replace(day=monthrange(end.year, end.month)[1])
    else:
        start, end = _worked(start, calendar, later=True), _worked(end, calendar, later=False)
        if start and end and start > end:
            start = end
    recurrence = when.recurrence and _UNTIL.sub(lambda year: str(int(year[0]) + years), when.recurrence)
    moved = replace(when, start=start, end=end, recurrence=recurrence)
    return replace(moved, as_written=_words(moved, years))


def years_on(text: str, years: int = 1) -> str:
    """The text with the years it names moved on; "giai đoạn 2021-2025" is a name and stays.

    >>> years_on("Kế hoạch công tác năm 2021")
    'Kế hoạch công tác năm 2022'
    """
    return _YEAR.sub(lambda year: str(int(year[0]) + years), text)


def _later(day: date | None, years: int) -> date | None:
    if day is None:
        return None
    year = day.year + years
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _worked(day: date | None, calendar: WorkingCalendar, *, later: bool) -> date | None:
    if day is None:
        return None
    try:
        return calendar.on_or_after(day) if later else calendar.on_or_before(day)
    except YearUnknown:
        return day


def _whole_months(when: When) -> bool:
    start, end = when.start, when.end
    return bool(start and end and start.day == 1 and end.day == monthrange(end.year, end.month)[1])


def _words(when: When, years: int) -> str:
    """The time as a plan would write it; what names no day keeps its words, with its years moved on."""
    if when.kind in (WhenKind.DEADLINE, WhenKind.POINT) and when.end:
        return f"{_BEFORE[when.kind, when.strict]} {said_day(when.end)}"
    if when.kind is WhenKind.PERIOD and when.start and when.end:
        if _whole_months(when):
            return _months(when.start, when.end)
        return f"Từ ngày {said_day(when.start)} đến ngày {said_day(when.end)}"
    return years_on(when.as_written, years)


_BEFORE = {
    (WhenKind.DEADLINE, True): "Trước ngày",
    (WhenKind.DEADLINE, False): "Đến hết ngày",
    (WhenKind.POINT, True): "Ngày",
    (WhenKind.POINT, False): "Ngày",
}


def _months(start: date, end: date) -> str:
    if (start.year, start.month) == (end.year, end.month):
        return f"Tháng {start.month}/{start.year}"
    if start.year == end.year:
        return f"Tháng {start.month}-{end.month}/{end.year}"
    return f"Từ tháng {start.month}/{start.year} đến tháng {end.month}/{end.year}"
