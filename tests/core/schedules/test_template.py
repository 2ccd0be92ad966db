"""A template laid backwards from the date due, or refused with what would have to give."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from thammuu_core.calendars import YearUnknown, official_calendar
from thammuu_core.schedules import TooLittleTime, default_template, durations, lay_back, needs, usual_days

CALENDAR = official_calendar()
DUE = date(2021, 8, 5)


def test_the_template_has_the_seven_steps_of_the_founding_plan() -> None:
    steps = default_template().steps
    assert len(steps) == 7
    assert steps[6].condition == "khi có yêu cầu"
    known = {duration.key for duration in durations()}
    assert all(key in known for step in steps for key in step.durations)


def test_the_usual_minimums_are_those_of_working_regulations() -> None:
    days = {duration.key: duration.days for duration in durations()}
    assert (days["consult.default_days"], days["verify.days"], days["leader.days"]) == (5, 3, 3)
    assert all(duration.source for duration in durations())


def test_steps_are_laid_backwards_without_a_gap() -> None:
    rows = lay_back(default_template(), DUE, CALENDAR).rows
    assert rows[5].latest_end == DUE
    assert rows[6].latest_end is None
    for before, after in pairwise(rows[:6]):
        assert before.latest_end is not None
        assert CALENDAR.next_working_day(before.latest_end) == after.latest_start


def test_a_holiday_in_between_moves_the_beginning() -> None:
    rows = lay_back(default_template(), date(2021, 5, 5), CALENDAR).rows
    assert rows[5].latest_start == date(2021, 5, 4)  # 30/4 to 03/5 are off
    assert rows[4].latest_end == date(2021, 4, 29)


def test_an_agency_sets_its_own_days() -> None:
    rows = lay_back(default_template(), DUE, CALENDAR, own_days={"consult.default_days": 7}).rows
    assert rows[3].minimum == 10


def test_too_little_time_is_refused_with_every_way_out() -> None:
    with pytest.raises(TooLittleTime) as refused:
        lay_back(default_template(), DUE, CALENDAR, start=date(2021, 7, 1))
    refusal = refused.value
    assert (refusal.available, refusal.needed) == (26, 37)
    assert refusal.message == (
        "Từ ngày 01/7/2021 đến hết ngày 05/8/2021 có 26 ngày làm việc, các bước cần ít nhất 37; thiếu 11 ngày làm việc. "
        "Cách xử lý: bắt đầu muộn nhất ngày 16/6/2021; hoặc lùi hạn tới ngày 20/8/2021; "
        "hoặc rút ngắn các bước tổng cộng 11 ngày làm việc (dài nhất: bước 1, 8 ngày)."
    )


def test_the_ways_out_are_true() -> None:
    lay_back(default_template(), DUE, CALENDAR, start=date(2021, 6, 16))
    lay_back(default_template(), date(2021, 8, 20), CALENDAR, start=date(2021, 7, 1))
    with pytest.raises(TooLittleTime):
        lay_back(default_template(), DUE, CALENDAR, start=date(2021, 6, 17))


def test_no_shortening_is_proposed_that_would_leave_steps_without_a_day() -> None:
    with pytest.raises(TooLittleTime) as refused:
        lay_back(default_template(), DUE, CALENDAR, start=date(2022, 1, 4))
    assert (refused.value.available, refused.value.needed) == (0, 37)
    assert len(refused.value.ways) == 2
    assert not any("rút ngắn" in way for way in refused.value.ways)


@pytest.mark.parametrize("due", [date(2031, 5, 1), date(2020, 1, 20)])
def test_a_year_without_a_calendar_is_refused(due: date) -> None:
    with pytest.raises(YearUnknown):
        lay_back(default_template(), due, CALENDAR)


@given(
    st.dates(date(2021, 6, 1), date(2026, 12, 31)),
    st.dates(date(2021, 1, 1), date(2026, 12, 31)),
    st.dictionaries(st.sampled_from([duration.key for duration in durations()]), st.integers(0, 9)),
)
def test_a_plan_is_laid_exactly_when_there_is_time(due: date, start: date, own: dict[str, int]) -> None:
    needed = sum(row.minimum for row in lay_back(default_template(), due, CALENDAR, own_days=own).rows[:6])
    last_day = CALENDAR.on_or_before(due)
    if needed > CALENDAR.working_days_between(start - timedelta(days=1), last_day):
        with pytest.raises(TooLittleTime):
            lay_back(default_template(), due, CALENDAR, start=start, own_days=own)
        return
    rows = lay_back(default_template(), due, CALENDAR, start=start, own_days=own).rows[:6]
    assert len({row.slack for row in rows}) == 1
    assert all(row.slack is not None and row.slack >= 0 for row in rows if row.minimum)
    ends = [row.latest_end for row in rows if row.latest_end]
    assert ends == sorted(ends)
    assert all(map(CALENDAR.is_working_day, ends))


def test_what_a_step_needs_is_told_with_its_pieces_and_their_sources() -> None:
    found = {need.step.id: need for need in needs(default_template(), {"verify.days": 4})}
    assert (found["5"].days, [piece.days for piece in found["5"].pieces]) == (9, [2, 4, 3])
    assert found["5"].pieces[0].source.startswith("Quy chế làm việc")
    set_by_hand = default_template().with_days({"5": 4, "2": 0})
    assert [need.days for need in needs(set_by_hand)][1:5:3] == [1, 4]


def test_days_set_by_hand_hold_in_the_timetable() -> None:
    rows = lay_back(default_template().with_days({"4": 12}), DUE, CALENDAR).rows
    assert rows[3].minimum == 12


@settings(deadline=None)
@given(
    st.dates(date(2021, 6, 1), date(2026, 12, 31)),
    st.integers(20, 90),
    st.dictionaries(st.sampled_from([duration.key for duration in durations()]), st.integers(1, 9)),
)
def test_usual_days_lie_between_least_and_usual_and_fit_whenever_the_least_do(
    due: date, before: int, own: dict[str, int]
) -> None:
    start = due - timedelta(days=before)
    days = usual_days(default_template(), due, CALENDAR, start, own)
    wanted = {need.step.id: need for need in needs(default_template(), own) if need.step.condition is None}
    assert days.keys() == wanted.keys()
    assert all(wanted[key].days <= count <= wanted[key].usual for key, count in days.items())
    try:
        lay_back(default_template(), due, CALENDAR, start=start, own_days=own)
    except TooLittleTime:
        return
    laid = lay_back(default_template().with_days(days), due, CALENDAR, start=start, own_days=own)
    least = min(row.slack for row in laid.rows if row.slack is not None)
    assert least == 0 or all(count == wanted[key].usual for key, count in days.items())
