"""The bar of a dossier keeps its width, however many steps there are."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thammuu.web.components.gantt import TaskState
from thammuu.web.components.meter import segments


def test_few_steps_are_seen_one_by_one_in_their_order() -> None:
    states = [TaskState.DONE, TaskState.LATE, TaskState.DONE]
    assert [segment.state for segment in segments(states)] == states


def test_of_many_steps_each_state_is_one_stretch() -> None:
    drawn = segments([TaskState.PLANNED] * 75 + [TaskState.DONE] * 25)
    assert [(segment.state, segment.x, segment.width) for segment in drawn] == [
        (TaskState.DONE, "0.000%", "25.000%"),
        (TaskState.PLANNED, "25.000%", "75.000%"),
    ]


@given(st.lists(st.sampled_from(TaskState), max_size=300))
def test_the_bar_never_leaves_its_place(states: list[TaskState]) -> None:
    ends = [float(one.x[:-1]) + float(one.width[:-1]) for one in segments(states)]
    assert all(end <= 100.01 for end in ends)
    assert len(ends) <= 20
