"""Working days are those announced; arithmetic on them has no surprises; unknown years are not guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.calendars import DayKind, SpecialDay, YearUnknown, official_calendar, statutory_days

CALENDAR = official_calendar()
DAYS = st.dates(date(2020, 3, 1), date(2027, 9, 30))
COUNTS = st.integers(0, 60)


def span(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2020, 1, 23), date(2020, 1, 29)),
        (date(2021, 2, 10), date(2021, 2, 16)),
        (date(2022, 1, 29), date(2022, 2, 6)),
        (date(2023, 1, 20), date(2023, 1, 26)),
        (date(2024, 2, 8), date(2024, 2, 14)),
        (date(2025, 1, 25), date(2025, 2, 2)),
        (date(2026, 2, 14), date(2026, 2, 22)),
        (date(2022, 4, 30), date(2022, 5, 3)),
        (date(2023, 4, 29), date(2023, 5, 3)),
        (date(2024, 4, 27), date(2024, 5, 1)),
        (date(2025, 4, 30), date(2025, 5, 4)),
        (date(2021, 9, 2), date(2021, 9, 5)),
        (date(2022, 9, 1), date(2022, 9, 4)),
        (date(2023, 9, 1), date(2023, 9, 4)),
        (date(2024, 8, 31), date(2024, 9, 3)),
        (date(2025, 8, 30), date(2025, 9, 2)),
        (date(2026, 8, 29), date(2026, 9, 2)),
        (date(2026, 1, 1), date(2026, 1, 4)),
    ],
)
def test_the_spans_announced_are_off_and_their_neighbours_are_worked(first: date, last: date) -> None:
    assert not any(map(CALENDAR.is_working_day, span(first, last)))
    assert CALENDAR.is_working_day(first - timedelta(days=1))
    assert CALENDAR.is_working_day(last + timedelta(days=1))


@pytest.mark.parametrize("day", [date(2024, 5, 4), date(2025, 4, 26), date(2026, 1, 10), date(2026, 8, 22)])
def test_a_saturday_worked_in_exchange_is_a_working_day(day: date) -> None:
    assert day.weekday() == 5
    assert CALENDAR.is_working_day(day)
    assert CALENDAR.why_off(day) is None
    assert CALENDAR.special(day).kind is DayKind.SWAPPED_IN  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2021, 5, 3), "Nghỉ bù Ngày Quốc tế lao động"),
        (date(2021, 5, 2), "Chủ nhật"),
        (date(2021, 4, 21), "Giỗ Tổ Hùng Vương"),
        (date(2022, 4, 11), "Nghỉ bù Giỗ Tổ Hùng Vương"),
        (date(2024, 4, 29), "Nghỉ hoán đổi dịp 30/4"),
        (date(2026, 11, 24), "Ngày Văn hóa Việt Nam"),
        (date(2021, 4, 20), None),
    ],
)
def test_people_are_told_why_a_day_is_off(day: date, why: str | None) -> None:
    assert CALENDAR.why_off(day) == why


@pytest.mark.parametrize("year", range(2021, 2027))
def test_the_law_alone_gives_the_announced_days_but_for_swaps(year: int) -> None:
    announced = {day for day, special in CALENDAR.days.items() if day.year == year and special.is_off}
    swapped = {day for day in announced if CALENDAR.days[day].kind is DayKind.SWAPPED_OFF}
    assert {special.day for special in statutory_days(year)} == announced - swapped


def test_every_announced_day_has_a_source() -> None:
    assert all(special.source and special.title for special in CALENDAR.days.values())


@given(DAYS, COUNTS)
def test_adding_never_lands_on_a_day_off_and_is_undone_by_taking(day: date, count: int) -> None:
    there = CALENDAR.add_working_days(day, count)
    assert CALENDAR.is_working_day(there)
    worked = CALENDAR.on_or_after(day)
    assert CALENDAR.add_working_days(CALENDAR.add_working_days(worked, count), -count) == worked


@given(DAYS, DAYS, COUNTS)
def test_adding_keeps_the_order_of_days(one: date, other: date, count: int) -> None:
    earlier, later = sorted((one, other))
    assert CALENDAR.add_working_days(earlier, count) <= CALENDAR.add_working_days(later, count)
    assert CALENDAR.add_working_days(one, count + 1) < CALENDAR.add_working_days(one, count + 2)


@given(DAYS, st.integers(1, 60))
def test_between_counts_what_was_added(day: date, count: int) -> None:
    assert CALENDAR.working_days_between(day, CALENDAR.add_working_days(day, count)) == count


@given(DAYS, DAYS, DAYS)
def test_spans_add_up(first: date, second: date, third: date) -> None:
    between = CALENDAR.working_days_between
    assert between(first, second) + between(second, third) == between(first, third)
    assert between(first, second) == -between(second, first)


@given(DAYS)
def test_due_by_the_letter_is_before_and_inclusive_is_not(day: date) -> None:
    strict, inclusive = CALENDAR.due(day, strict=True), CALENDAR.due(day)
    assert strict < day <= inclusive
    assert CALENDAR.is_working_day(strict)
    assert CALENDAR.is_working_day(inclusive)


def test_before_the_30th_of_june_is_the_29th_by_the_letter() -> None:
    assert CALENDAR.due(date(2021, 6, 30), strict=True) == date(2021, 6, 29)
    assert CALENDAR.due(date(2021, 6, 30)) == date(2021, 6, 30)
    assert CALENDAR.due(date(2021, 5, 2)) == date(
        2021, 5, 4
    )  # a Sunday between two holidays and a day in lieu


def test_bare_days_are_calendar_days_that_end_on_a_working_day() -> None:
    assert CALENDAR.count_days(date(2021, 4, 20), 10) == date(2021, 5, 4)  # the tenth day is 30/4
    assert CALENDAR.count_days(date(2021, 6, 1), 7) == date(2021, 6, 8)


def test_an_unknown_year_is_refused_and_told() -> None:
    assert not CALENDAR.knows(date(2031, 1, 1))
    for call in (
        lambda: CALENDAR.is_working_day(date(2031, 1, 6)),
        lambda: CALENDAR.add_working_days(date(2027, 12, 30), 5),
        lambda: CALENDAR.working_days_between(date(2019, 12, 1), date(2020, 1, 5)),
        lambda: CALENDAR.due(date(2031, 1, 6)),
    ):
        with pytest.raises(YearUnknown, match="Chưa có thông báo lịch nghỉ năm"):
            call()
    told = CALENDAR.problems([date(2031, 1, 1), date(2027, 1, 1), date(2021, 1, 1), date(2031, 5, 5)])
    assert [problem.code for problem in told] == ["calendars.year_provisional", "calendars.year_unknown"]


def test_days_announced_later_are_put_over_the_calendar() -> None:
    day = SpecialDay(date(2028, 1, 3), DayKind.HOLIDAY, "Nghỉ", "thông báo")
    later = CALENDAR.with_days([day], official=[2028])
    assert later.why_off(date(2028, 1, 3)) == "Nghỉ"
    assert later.is_working_day(date(2028, 1, 4))
    assert not CALENDAR.knows(date(2028, 1, 3))
