"""Counting by the official working days: the one date service of the whole system.

A period starts on the day after its event (LV-01); one that ends on a day off ends with the next working day
(LV-02); "N ngày làm việc" counts working days only (LV-03), bare "N ngày" calendar days (LV-04).
Legal source: BLDS 91/2015/QH13, Điều 147 khoản 2 and Điều 148 khoản 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import ClassVar

from thammuu_core.calendars.days import (
    ONE_DAY,
    SpecialDay,
    YearStatus,
    decided_days,
    is_weekly_rest,
    known_years,
    statutory_days,
)
from thammuu_core.errors import Problem, Refusal, Severity

_WEEKDAYS = "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"


class YearUnknown(Refusal):
    """The year has no calendar, so working days in it are not counted; its dates stay as they are."""

    code: ClassVar[str] = "calendars.year_unknown"

    def __init__(self, year: int) -> None:
        self.year = year
        super().__init__(
            f"Chưa có thông báo lịch nghỉ năm {year} nên không đếm ngày làm việc; "
            f"bổ sung lịch nghỉ năm {year} hoặc tự kiểm tra thời hạn."
        )


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Which days are worked, in the years it knows. Every method raises YearUnknown for a day in another year.

    >>> official_calendar().add_working_days(date(2021, 4, 29), 1)
    datetime.date(2021, 5, 4)
    """

    days: Mapping[date, SpecialDay] = field(repr=False)
    years: Mapping[int, YearStatus]

    def knows(self, *days: date) -> bool:
        """Whether all of these days are in years with a calendar."""
        return all(day.year in self.years for day in days)

    def special(self, day: date) -> SpecialDay | None:
        """What is particular about the day, if anything; never raises."""
        return self.days.get(day)

    def why_off(self, day: date) -> str | None:
        """Why nobody works that day, for people ("Tết Âm lịch", "thứ Bảy"); None for a working day."""
        special = self.days.get(day)
        if special is not None and special.is_off:
            return special.title
        return None if self.is_working_day(day) else _WEEKDAYS[day.weekday()]

    def is_working_day(self, day: date) -> bool:
        """Whether offices work that day."""
        if day.year not in self.years:
            raise YearUnknown(day.year)
        special = self.days.get(day)
        return not special.is_off if special else not is_weekly_rest(day)

    def on_or_after(self, day: date) -> date:
        """The day itself when worked, else the next working day."""
        while not self.is_working_day(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        """The day itself when worked, else the working day before."""
        while not self.is_working_day(day):
            day -= ONE_DAY
        return day

    def next_working_day(self, day: date) -> date:
        """The first working day after the day."""
        return self.on_or_after(day + ONE_DAY)

    def previous_working_day(self, day: date) -> date:
        """The last working day before the day."""
        return self.on_or_before(day - ONE_DAY)

    def add_working_days(self, day: date, count: int) -> date:
        """The `count`-th working day after the day, before it when negative; the day is not counted itself.

        Nought gives the day itself, or the next working day when it is off.
        """
        step = self.next_working_day if count > 0 else self.previous_working_day
        for _ in range(abs(count)):
            day = step(day)
        return self.on_or_after(day)

    def working_days_between(self, start: date, end: date) -> int:
        """How many working days lie after `start` up to and including `end`; negative when `end` is the earlier.

        The days one has for what may begin after `start` and must be done by `end`.
        """
        if end < start:
            return -self.working_days_between(end, start)
        for year in range(start.year, end.year + 1):
            if year not in self.years:
                raise YearUnknown(year)
        span = range(start.toordinal() + 1, end.toordinal() + 1)
        return sum(self.is_working_day(date.fromordinal(ordinal)) for ordinal in span)

    def count_days(self, event: date, days: int) -> date:
        """Where bare "N ngày" from an event ends: calendar days, then the next working day if that is off."""
        return self.on_or_after(date.fromordinal(event.toordinal() + days))

    def due(self, day: date, *, strict: bool = False) -> date:
        """The last working day on which a deadline is kept.

        Strict reads "trước ngày X" by its letter: the working day before X. The inclusive reading, which most
        plans mean, lets X itself count, and the next working day when X is off. Which one holds is the agency's own
        rule, so the phrase is always kept beside the reading.
        """
        return self.previous_working_day(day) if strict else self.on_or_after(day)

    def problems(self, days: Iterable[date]) -> tuple[Problem, ...]:
        """What a reader must be told about the years of these days: one problem a year, in order."""
        return tuple(
            problem
            for year in sorted({day.year for day in days})
            if (problem := self._about(year)) is not None
        )

    def with_days(self, days: Iterable[SpecialDay], official: Iterable[int] = ()) -> WorkingCalendar:
        """This calendar with an agency's or a newly announced days put over it; `official` years become known."""
        years = {**self.years, **dict.fromkeys(official, YearStatus.OFFICIAL)}
        return WorkingCalendar(
            MappingProxyType({**self.days, **{special.day: special for special in days}}),
            MappingProxyType(years),
        )

    def _about(self, year: int) -> Problem | None:
        status = self.years.get(year)
        if status is None:
            return Problem(YearUnknown.code, Severity.WARNING, YearUnknown(year).message)
        if status is YearStatus.PROVISIONAL:
            message = f"Lịch nghỉ năm {year} là tạm tính, chưa có thông báo chính thức; kiểm tra lại khi có thông báo."
            return Problem("calendars.year_provisional", Severity.NOTE, message)
        return None


@cache
def official_calendar() -> WorkingCalendar:
    """The calendar of the state as far as it is announced, and the provisional year computed from the law.

    Legal source: Bộ luật Lao động 45/2019/QH14, Điều 112; announcements named in days.tsv.
    """
    years = known_years()
    provisional = [year for year, status in years.items() if status is YearStatus.PROVISIONAL]
    computed = [special for year in provisional for special in statutory_days(year)]
    days = {special.day: special for special in (*computed, *decided_days())}
    return WorkingCalendar(MappingProxyType(days), MappingProxyType(years))
