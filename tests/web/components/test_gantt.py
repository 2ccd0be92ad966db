"""The chart says with places what the timetable says with dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu.web.components.gantt import HEAD, ROW, Chart, Task, TaskState, Window, draw

TODAY = date(2021, 7, 12)
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31))


def task(id: str = "1", **facts: object) -> Task:
    return Task(**{"id": id, "label": id, "text": "Việc", "words": "", "state": TaskState.PLANNED, **facts})


def chart(*tasks: Task, today: date = TODAY, days_off: dict[date, str] | None = None) -> Chart:
    return draw(tasks, today, days_off or {})


def number(percent: str | None) -> float:
    assert percent is not None
    return float(percent.removesuffix("%"))


def test_a_period_is_a_bar_from_its_first_day_to_the_end_of_its_last() -> None:
    drawn = chart(task(start=date(2021, 7, 5), due_on=date(2021, 7, 18)))
    plan = drawn.rows[0].plan
    assert plan is not None
    days = (drawn.last - drawn.first).days + 1
    assert number(plan.x) == 0
    assert abs(number(plan.width) - 14 * 100 / days) < 0.01


def test_a_deadline_alone_begins_where_the_step_before_it_ends() -> None:
    first = task("1", start=date(2021, 4, 1), due_on=date(2021, 5, 31))
    second = task("2", due_on=date(2021, 6, 14), strict=True, after=("1",))
    rows = chart(first, second).rows
    assert rows[1].implied
    assert rows[1].plan is not None
    assert rows[1].plan.x == rows[0].mark


def test_a_deadline_with_nothing_before_it_is_a_mark_without_a_bar() -> None:
    row = chart(task(due_on=date(2021, 8, 4), strict=True)).rows[0]
    assert row.plan is None
    assert row.mark is not None


def test_the_days_past_the_deadline_are_drawn_until_today_or_until_the_end() -> None:
    late = chart(task(due_on=date(2021, 6, 29), state=TaskState.LATE)).rows[0]
    done = chart(task(due_on=date(2021, 6, 29), done_on=date(2021, 7, 1), state=TaskState.DONE)).rows[0]
    in_time = chart(task(due_on=date(2021, 6, 29), done_on=date(2021, 6, 29), state=TaskState.DONE)).rows[0]
    assert late.overdue is not None
    assert done.overdue is not None
    assert number(done.overdue.width) < number(late.overdue.width)
    assert in_time.overdue is None


def test_a_step_without_a_day_stands_apart() -> None:
    drawn = chart(task("1", due_on=date(2021, 8, 4)), task("2", words="khi có yêu cầu"))
    assert [row.task.id for row in drawn.rows] == ["1"]
    assert [apart.id for apart in drawn.undated] == ["2"]
    assert drawn.blocks[0].height >= HEAD + ROW


def test_a_plan_without_any_day_draws_an_empty_scale_around_today() -> None:
    drawn = chart(task(), task("2"))
    assert drawn.rows == ()
    assert drawn.first <= TODAY <= drawn.last


def test_a_weekend_is_one_rectangle_and_a_holiday_has_its_name() -> None:
    off = {date(2021, 7, 10): "", date(2021, 7, 11): "", date(2021, 7, 14): "Ngày lễ"}
    drawn = chart(task(start=date(2021, 7, 5), due_on=date(2021, 7, 20)), days_off=off)
    assert len(drawn.days_off) == 1
    assert [span.name for span in drawn.holidays] == ["Ngày lễ"]


def test_today_far_from_the_plan_is_not_drawn() -> None:
    drawn = chart(task(start=date(2021, 4, 1), due_on=date(2021, 5, 31)), today=date(2026, 1, 5))
    assert drawn.today is None


def test_words_near_the_right_edge_turn_to_the_left() -> None:
    def anchor(words: str) -> str:
        note = chart(task(start=date(2021, 6, 1), due_on=date(2021, 7, 31), note=words)).rows[0].note
        assert note is not None
        return note.anchor

    assert anchor("còn 3 ngày") == "start"
    assert anchor("trước ngày 05 tháng 10 năm 2026") == "end"


def test_long_words_beside_a_bar_are_shortened() -> None:
    note = (
        chart(task(due_on=date(2021, 7, 31), note="trong năm 2021, chậm nhất là ngày 31 tháng 7"))
        .rows[0]
        .note
    )
    assert note is not None
    assert note.text.endswith("…")


def test_a_long_chart_repeats_its_scale() -> None:
    drawn = chart(*(task(str(i), due_on=date(2021, 8, 4)) for i in range(30)))
    assert [len(block.rows) for block in drawn.blocks] == [12, 12, 6]
    assert all(block.rows[0].y == HEAD for block in drawn.blocks)
    assert all(block.height >= HEAD + ROW * len(block.rows) for block in drawn.blocks)


def test_a_step_says_which_one_it_follows() -> None:
    rows = chart(
        task("1", due_on=date(2021, 6, 14)), task("2", due_on=date(2021, 7, 1), after=("1", "9"))
    ).rows
    assert [row.follows for row in rows] == ["", "1"]


@given(st.lists(st.tuples(DAYS, st.integers(0, 400), st.booleans()), max_size=8), DAYS)
def test_everything_drawn_lies_on_the_scale(steps: list[tuple[date, int, bool]], today: date) -> None:
    tasks = [
        task(
            str(i), start=None if bare else start, due_on=start + timedelta(days=length), after=(str(i - 1),)
        )
        for i, (start, length, bare) in enumerate(steps)
    ]
    drawn = draw(tasks, today, {})
    for row in drawn.rows:
        assert 0 <= number(row.mark) <= 100
        for span in (row.plan, row.actual, row.overdue):
            if span is not None:
                assert number(span.x) >= 0
                assert number(span.x) + number(span.width) <= 100.01


@given(DAYS, st.integers(1, 2500))
def test_the_heads_cover_the_scale_without_a_gap(start: date, length: int) -> None:
    drawn = draw([task(start=start, due_on=start + timedelta(days=length))], start, {})
    assert abs(sum(number(head.width) for head in drawn.heads) - 100) < 0.1


@pytest.mark.parametrize(
    ("last", "head", "tick"),
    [
        (date(2021, 6, 30), "Tháng 5/2021", "12"),  # Mondays
        (date(2022, 12, 31), "Quý 2/2021", "5"),  # months
        (date(2025, 12, 31), "2022", "7"),  # first months of quarters
    ],
)
def test_a_longer_plan_has_a_coarser_scale(last: date, head: str, tick: str) -> None:
    drawn = chart(task(start=date(2021, 4, 1), due_on=last), today=date(2021, 5, 1))
    assert head in [span.name for span in drawn.heads]
    assert tick in [span.name for span in drawn.ticks]


def test_a_line_leads_from_the_end_of_a_step_to_the_bar_that_follows_it() -> None:
    first = task("1", start=date(2021, 4, 1), due_on=date(2021, 5, 31))
    at_once = task("2", due_on=date(2021, 6, 14), after=("1",))
    later = task("3", start=date(2021, 6, 20), due_on=date(2021, 7, 1), after=("1",))
    block = chart(first, at_once, later).blocks[0]
    down, along = block.links
    assert down.x == along.x == block.rows[0].mark
    assert down.along is None
    assert along.along == block.rows[2].plan.x  # type: ignore[union-attr]
    assert block.rows[0].y < down.leaves < block.rows[1].y < down.arrives < along.arrives


def test_a_line_to_a_step_above_goes_up() -> None:
    link = (
        chart(
            task("1", due_on=date(2021, 7, 1), after=("2",)),
            task("2", start=date(2021, 5, 3), due_on=date(2021, 6, 14)),
        )
        .blocks[0]
        .links[0]
    )
    assert link.up
    assert link.leaves > link.arrives


def test_no_line_leaves_its_scale() -> None:
    drawn = chart(*(task(str(i), due_on=date(2021, 8, 4), after=(str(i - 1),)) for i in range(30)))
    assert [len(block.links) for block in drawn.blocks] == [11, 11, 5]


def test_the_days_to_spare_end_with_the_last_day() -> None:
    row = chart(task(start=date(2021, 7, 5), due_on=date(2021, 7, 16), spare_from=date(2021, 7, 14))).rows[0]
    assert row.spare is not None
    assert abs(number(row.spare.x) + number(row.spare.width) - number(row.mark)) < 0.01


def test_a_window_shows_only_what_happens_in_it() -> None:
    before = task(
        "1", start=date(2021, 4, 1), due_on=date(2021, 5, 31), done_on=date(2021, 5, 31), state=TaskState.DONE
    )
    across = task("2", start=date(2021, 5, 1), due_on=date(2021, 12, 31))
    late = task("3", due_on=date(2021, 6, 15), state=TaskState.LATE)
    after = task("4", start=date(2021, 11, 1), due_on=date(2021, 11, 30))
    drawn = draw([before, across, late, after], TODAY, {}, Window(date(2021, 7, 5), 35))
    assert [row.task.id for row in drawn.rows] == ["2", "3"]
    assert drawn.unseen == 2
    assert drawn.first == date(2021, 7, 5)
    assert (drawn.rows[0].plan.x, drawn.rows[0].plan.width) == ("0.000%", "100.000%")  # type: ignore[union-attr]
    assert drawn.rows[1].overdue is not None
    assert [tick.name for tick in drawn.ticks][:3] == ["5", "6", "7"]
