"""A dossier's steps as tasks of a Gantt chart, and the step that comes next."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from thammuu.web.components.gantt import Chart, Task, TaskState, draw
from thammuu.web.components.states import days_left_words, state_of
from thammuu.web.templatetags.vietnamese import day

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import DossierView, StepRow

_SATURDAY = 5
_AROUND = timedelta(days=62)
"""The chart begins on a Monday and leaves room after the last day."""


def chart_of(view: DossierView) -> Chart:
    """The dossier's timetable; weekends are shaded, and named days off over them."""
    shaded = dict.fromkeys(_weekends(view.first_day - _AROUND, view.last_day + _AROUND), "")
    shaded |= {off.day: off.name for off in view.days_off}
    return draw(map(_task, view.steps), view.today, shaded)


def next_step(view: DossierView) -> StepRow | None:
    """The first unfinished step by deadline; a step without one waits behind those with one."""
    waiting = [step for step in view.steps if step.state != "finished" and step.when.due_on]
    return min(waiting, key=lambda step: step.when.due_on, default=None)


def _weekends(first: date, last: date) -> Iterator[date]:
    days = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    return (off for off in days if off.weekday() >= _SATURDAY)


def _task(step: StepRow) -> Task:
    state = state_of(step)
    return Task(
        id=str(step.number),
        label=step.where,
        text=step.text,
        words=step.when.as_written or step.when.words,
        state=state,
        start=step.when.starts_on,
        due_on=step.when.due_on,
        strict=step.when.strict,
        started_on=step.started_on,
        done_on=step.finished_on,
        after=tuple(str(number) for number in step.after_numbers),
        note=_note(step, state),
    )


def _note(step: StepRow, state: TaskState) -> str:
    """A few words beside the bar."""
    if state is TaskState.DONE:
        return f"✓ xong {day(step.finished_on)}"
    if state is TaskState.PLANNED:
        return step.when.as_written
    words = days_left_words(step.days_left)
    return f"! {words}" if state is TaskState.LATE else words
