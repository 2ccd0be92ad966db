"""A plan on the calendar says how much time each step has, and what does not fit, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.calendars import official_calendar
from thammuu_core.plans.model import Activity, ActivityKind, Step, When, WhenKind
from thammuu_core.schedules import Timetable, timetable

CALENDAR = official_calendar()
DRAFTING, CONSULTATION = ActivityKind.DRAFTING, ActivityKind.CONSULTATION


def step(
    number: int, end: date | None, *kinds: ActivityKind, start: date | None = None, strict: bool = True
) -> Step:
    """Step `number` of a procedure, due strictly before `end`, after the one before it."""
    kind = WhenKind.UNDATED if end is None else WhenKind.PERIOD if start else WhenKind.DEADLINE
    return Step(
        id=f"s{number}",
        where=f"II.{number}",
        text=f"Bước {number}",
        when=When("", kind, start, end, strict=strict and kind is WhenKind.DEADLINE),
        after=(f"s{number - 1}",) if number > 1 else (),
        activities=tuple(map(Activity, kinds)),
    )


def founding_plan() -> list[Step]:
    """The seven steps of the plan of 2021 that this product began with."""
    return [
        step(1, date(2021, 5, 31), ActivityKind.RESEARCH, ActivityKind.STUDY_VISIT, start=date(2021, 4, 1)),
        step(2, date(2021, 6, 15), DRAFTING),
        step(3, date(2021, 6, 30), CONSULTATION),
        step(4, date(2021, 7, 15), CONSULTATION),
        step(5, date(2021, 7, 30), ActivityKind.OPINION_OF_LEADER, ActivityKind.VERIFICATION),
        step(6, date(2021, 8, 5), ActivityKind.FINALISING, ActivityKind.SUBMISSION),
        replace(step(7, None, ActivityKind.FINALISING), when=When("khi có yêu cầu", WhenKind.CONDITIONAL)),
    ]


def laid(*steps: Step, **options: object) -> Timetable:
    return timetable(steps, CALENDAR, **options)  # type: ignore[arg-type]


def test_the_founding_plan_has_ten_days_for_round_two_and_four_before_the_submission() -> None:
    plan = laid(*founding_plan())
    assert plan.row("s4").due == date(2021, 7, 14)
    assert plan.row("s4").available == 11
    assert (
        plan.row("s4").after_sending == 10
    )  # the letter goes out on the first, and a period starts the day after
    assert plan.row("s6").available == 4
    assert plan.row("s6").after_sending is None  # nobody outside is waited for
    assert plan.infeasible == ()
    assert plan.problems == ()


def test_the_founding_plan_has_slack_everywhere_and_its_last_step_no_dates() -> None:
    plan = laid(*founding_plan())
    assert plan.row("s1").earliest_start == date(2021, 4, 1)
    assert all(row.slack is not None and row.slack > 0 for row in plan.rows[:6])
    last = plan.row("s7")
    assert (last.due, last.available, last.slack, last.minimum) == (None, None, None, 0)
    assert (plan.first_day, plan.last_day) == (date(2021, 4, 1), date(2021, 8, 5))


def test_revising_a_draft_after_opinions_is_no_second_drafting() -> None:
    alone = laid(step(1, date(2021, 6, 30), CONSULTATION)).row("s1")
    revising = laid(step(1, date(2021, 6, 30), CONSULTATION, DRAFTING, ActivityKind.FINALISING)).row("s1")
    assert revising.minimum == alone.minimum == 8


def test_the_inclusive_reading_gives_the_day_itself() -> None:
    plan = laid(*founding_plan(), literal=False)
    assert plan.row("s6").due == date(2021, 8, 5)
    assert plan.row("s6").available == 4


def test_too_few_days_between_two_steps_are_told_with_what_would_have_to_give() -> None:
    plan = laid(*founding_plan(), own_days={"finalise.days": 4, "submit.days": 2})
    (row,) = plan.infeasible
    assert row.id == "s6"
    assert row.infeasible is not None
    assert row.infeasible.reason == (
        "chỉ có 4 ngày làm việc sau hạn của bước II.5 (29/7/2021), "
        "cần ít nhất 6 ngày làm việc (hoàn thiện dự thảo, hồ sơ 4; ký, trình 2)."
    )
    assert row.infeasible.ways == (
        "lùi hạn của bước này tới ngày 06/8/2021",
        "để bước II.5 xong muộn nhất ngày 27/7/2021",
        "rút việc của bước này còn 4 ngày làm việc",
    )
    assert [problem.code for problem in plan.problems] == ["schedules.infeasible"]


def test_what_is_proposed_does_fit() -> None:
    steps = founding_plan()
    own = {"finalise.days": 4, "submit.days": 2}
    steps[5] = step(6, date(2021, 8, 6), ActivityKind.FINALISING, ActivityKind.SUBMISSION)
    steps[5] = replace(steps[5], when=replace(steps[5].when, strict=False))
    assert laid(*steps, own_days=own).infeasible == ()


def test_a_step_due_before_the_one_it_waits_for_is_told() -> None:
    plan = laid(step(1, date(2021, 7, 30), DRAFTING), step(2, date(2021, 7, 15), ActivityKind.SUBMISSION))
    (row,) = plan.infeasible
    assert row.infeasible is not None
    assert "đến trước hạn của bước II.1 (29/7/2021)" in row.infeasible.reason


def test_a_late_beginning_leaves_no_room_though_the_dates_agree() -> None:
    plan = laid(*founding_plan()[1:6], start=date(2021, 6, 28))
    row = plan.row("s3")
    assert row.slack is not None
    assert row.slack < 0
    assert row.infeasible is not None
    assert any("bắt đầu" in way or "lùi" in way for way in row.infeasible.ways)


def test_a_month_ends_on_its_last_working_day() -> None:
    row = laid(step(1, date(2021, 10, 31), DRAFTING, start=date(2021, 10, 1))).row("s1")
    assert row.due == date(2021, 10, 29)
    assert row.planned_end == date(2021, 10, 31)


def test_in_a_year_without_a_calendar_dates_stay_and_figures_are_withheld() -> None:
    plan = laid(step(1, date(2031, 3, 1), DRAFTING), step(2, date(2031, 4, 1), CONSULTATION))
    assert [row.planned_end for row in plan.rows] == [date(2031, 3, 1), date(2031, 4, 1)]
    assert {(row.due, row.available, row.slack, row.infeasible) for row in plan.rows} == {
        (None, None, None, None)
    }
    assert [problem.code for problem in plan.problems] == ["calendars.year_unknown"]


def test_steps_that_wait_for_each_other_are_told_and_still_laid() -> None:
    one, two = step(1, date(2021, 6, 15), DRAFTING), step(2, date(2021, 6, 30), DRAFTING)
    plan = laid(replace(one, after=("s2", "nowhere")), two)
    assert [problem.code for problem in plan.problems] == ["schedules.circular"]
    assert plan.row("s1").after == ()
    assert plan.row("s2").after == ("s1",)


def test_a_row_that_is_not_there_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        laid().row("s1")


KINDS = st.lists(st.sampled_from(list(ActivityKind)), max_size=3)
ENDS = st.none() | st.dates(date(2021, 1, 1), date(2029, 12, 31))
LINKS = st.lists(st.integers(1, 8), max_size=3)


@given(st.lists(st.tuples(KINDS, ENDS, LINKS), max_size=8), st.none() | st.just(date(2021, 3, 1)))
def test_any_net_is_laid_and_its_figures_agree(
    parts: list[tuple[list[ActivityKind], date | None, list[int]]], start: date | None
) -> None:
    steps = [
        replace(step(number, end, *kinds), after=tuple(f"s{link}" for link in links))
        for number, (kinds, end, links) in enumerate(parts, 1)
    ]
    plan = laid(*steps, start=start)
    assert [row.id for row in plan.rows] == [one.id for one in steps]
    for row in plan.rows:
        assert (row.slack is not None and row.slack < 0) <= (row.infeasible is not None)
        for first, last in ((row.earliest_start, row.earliest_end), (row.latest_start, row.latest_end)):
            if first and last:
                assert first <= last
                day_before = first - timedelta(days=1)
                assert CALENDAR.working_days_between(day_before, last) == row.minimum
