"""A dossier's steps as tasks of a Gantt chart, and the step that comes next."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from thammuu.web.components.gantt import Chart, Task, TaskState, draw
from thammuu.web.components.states import days_left_words, duty_of, state_of
from thammuu.web.templatetags.vietnamese import day as written
from thammuu_core.calendars import official_calendar

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import DossierView, StepRow

_SATURDAY = 5
_AROUND = timedelta(days=62)
"""The chart begins on a Monday and leaves room after the last day."""


def chart_of(view: DossierView) -> Chart:
    """The dossier's timetable on the official calendar."""
    return draw(
        map(_task, view.steps), view.today, days_off(view.first_day - _AROUND, view.last_day + _AROUND)
    )


def days_off(first: date, last: date) -> dict[date, str]:
    """Every day without work with its name, "" for an ordinary weekend; a Saturday worked in lieu is none."""
    calendar = official_calendar()
    named = {}
    for offset in range((last - first).days + 1):
        day = first + timedelta(days=offset)
        special = calendar.special(day)
        if special.is_off if special else day.weekday() >= _SATURDAY:
            named[day] = special.title if special else ""
    return named


def next_step(view: DossierView) -> StepRow | None:
    """The first unfinished step by deadline; a step without one waits behind those with one."""
    waiting = [step for step in view.steps if step.state != "finished" and step.when.due_on]
    return min(waiting, key=lambda step: step.when.due_on, default=None)


def _task(step: StepRow) -> Task:
    state = state_of(step)
    return Task(
        id=str(step.number),
        label=step.where,
        text=duty_of(step),
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
        return f"✓ xong {written(step.finished_on)}"
    if state is TaskState.PLANNED:
        return step.when.as_written
    words = days_left_words(step.days_left)
    return f"! {words or 'quá hạn'}" if state is TaskState.LATE else words
