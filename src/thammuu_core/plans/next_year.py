"""The times of a plan a year later: the same month and day, moved to a working day; spans stay spans."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date

from thammuu_core.calendars import WorkingCalendar, YearUnknown
from thammuu_core.calendars.words import said_day
from thammuu_core.citations import find
from thammuu_core.plans.model import When, WhenKind

_YEAR = re.compile(r"(?<![\d-])20\d\d(?![\d-])")
"""A year by itself or at the end of a date."""
_NAMED = re.compile(
    r"""20\d\d\s*[-–—/]\s*20\d\d                            # giai đoạn 2021–2030, năm học 2021/2022
      | từ\s+(?:năm\s+)?20\d\d\s+đến\s+(?:năm\s+)?20\d\d  # từ năm 2021 đến năm 2025
      | \d/20\d\d/                                         # the symbol 202/2025/QH15
      | (?:đến|tầm\s+nhìn)\s+(?:cuối\s+)?(?:năm\s+)?20\d\d   # đến năm 2030, tầm nhìn 2045
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Years that are part of a name or the end of a long way, which is not a year further next year."""
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
    """The text with the years it names moved on; years of periods, of far aims and of cited documents are names and stay.

    >>> years_on("Kế hoạch công tác năm 2021")
    'Kế hoạch công tác năm 2022'
    >>> years_on("Kế hoạch năm 2021 thực hiện Nghị quyết số 202/2025/QH15, tầm nhìn đến năm 2030")
    'Kế hoạch năm 2022 thực hiện Nghị quyết số 202/2025/QH15, tầm nhìn đến năm 2030'
    """
    kept = [named.span() for named in _NAMED.finditer(text)]
    kept += [(cited.start, cited.end) for cited in find(text)]

    def later(year: re.Match[str]) -> str:
        stays = any(start <= year.start() < end for start, end in kept)
        return year[0] if stays else str(int(year[0]) + years)

    return _YEAR.sub(later, text)


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
