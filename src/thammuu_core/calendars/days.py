"""The days that are not as their weekday says: decided each year, or computed from the law while not yet decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from thammuu_core.calendars.lunar import hung_kings_day, new_year
from thammuu_core.text.tables import rows

ONE_DAY = timedelta(days=1)
_MONDAY, _TUESDAY, _THURSDAY, _SATURDAY = 0, 1, 3, 5
_MADE_UP = (
    "Tết Dương lịch",
    "Tết Âm lịch",
    "Giỗ Tổ Hùng Vương",
    "Ngày Chiến thắng",
    "Ngày Quốc tế lao động",
    "Quốc khánh",
)
"""Holidays of Điều 112, the only ones made up for when they fall on weekly rest."""


class DayKind(StrEnum):
    """Why a day is off, or why a weekly day of rest is worked."""

    HOLIDAY = "holiday"
    COMPENSATORY = "compensatory"
    """Nghỉ bù, for a holiday on a weekly day of rest."""
    SWAPPED_OFF = "swapped_off"
    """Nghỉ hoán đổi."""
    SWAPPED_IN = "swapped_in"
    """A weekly day of rest that is worked instead."""


class YearStatus(StrEnum):
    """How much is known of a year's days off."""

    OFFICIAL = "official"
    PROVISIONAL = "provisional"


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """One such day, with its name for people and where it is decided."""

    day: date
    kind: DayKind
    title: str
    source: str

    @property
    def is_off(self) -> bool:
        """Nobody works."""
        return self.kind is not DayKind.SWAPPED_IN


def is_weekly_rest(day: date) -> bool:
    """Saturday and Sunday."""
    return day.weekday() >= _SATURDAY


@cache
def decided_days() -> tuple[SpecialDay, ...]:
    """Every special day announced so far."""
    return tuple(
        SpecialDay(date.fromisoformat(row["date"]), DayKind(row["kind"]), row["title"], row["source"])
        for row in rows("thammuu_core.calendars", "days.tsv")
    )


@cache
def known_years() -> dict[int, YearStatus]:
    """The years that can be counted in."""
    return {
        int(row["year"]): YearStatus(row["status"]) for row in rows("thammuu_core.calendars", "years.tsv")
    }


def statutory_days(year: int) -> tuple[SpecialDay, ...]:
    """The days off as the law alone gives them, for 2021 on; what the Prime Minister decides is set as he mostly did.

    He decides which five days are Tết and on which side of 02/9 the second day lies; swaps cannot be computed.
    Legal source: Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3 and Điều 112; NQ 28/2026/QH16, Điều 2.
    """
    source = "Bộ luật Lao động 45/2019/QH14, Điều 112; tạm tính"
    holidays = [SpecialDay(day, DayKind.HOLIDAY, title, source) for day, title in sorted(_holidays(year))]
    return tuple(sorted((*holidays, *_made_up(holidays)), key=lambda special: special.day))


def _holidays(year: int) -> Iterator[tuple[date, str]]:
    yield date(year, 1, 1), "Tết Dương lịch"
    first = new_year(year)
    before = 1 if first.weekday() == _TUESDAY else 2
    for offset in range(-before, 5 - before):
        yield first + offset * ONE_DAY, "Tết Âm lịch"
    yield hung_kings_day(year), "Giỗ Tổ Hùng Vương"
    yield date(year, 4, 30), "Ngày Chiến thắng"
    yield date(year, 5, 1), "Ngày Quốc tế lao động"
    national = date(year, 9, 2)
    yield national, "Quốc khánh"
    yield national + (ONE_DAY if national.weekday() in (_MONDAY, _THURSDAY) else -ONE_DAY), "Quốc khánh"
    if year >= 2026:
        yield date(year, 11, 24), "Ngày Văn hóa Việt Nam"


def _made_up(holidays: list[SpecialDay]) -> Iterator[SpecialDay]:
    """The next working day is off for each holiday on weekly rest."""
    taken = {holiday.day for holiday in holidays}
    for holiday in holidays:
        if not is_weekly_rest(holiday.day) or holiday.title not in _MADE_UP:
            continue
        day = holiday.day
        while day in taken or is_weekly_rest(day):
            day += ONE_DAY
        taken.add(day)
        source = "Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3; tạm tính"
        yield SpecialDay(day, DayKind.COMPENSATORY, f"Nghỉ bù {holiday.title}", source)
