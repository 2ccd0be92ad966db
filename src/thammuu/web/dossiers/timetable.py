"""A dossier's steps as tasks of a Gantt chart."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from thammuu.web.components.gantt import Chart, Task, TaskState, Window, draw
from thammuu.web.components.states import days_left_words, duty_of, state_of
from thammuu.web.spoken import in_language
from thammuu.web.templatetags.vietnamese import day as written
from thammuu_core.calendars import YearUnknown, official_calendar

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import DossierView, StepRow

_SATURDAY = 5
_PAST_HELP = (TaskState.DONE, TaskState.LATE, TaskState.OFF)
_AROUND = timedelta(days=62)
"""The chart begins on a Monday and leaves room after the last day."""


def chart_of(view: DossierView, window: Window | None = None) -> Chart:
    """The dossier's timetable on the official calendar, whole or as much as the window shows."""
    first, last = view.first_day - _AROUND, view.last_day + _AROUND
    if window:
        first, last = window.first, window.first + timedelta(days=window.days)
    return draw(map(_task, view.steps), view.today, days_off(first, last), window)


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
        spare_from=_spare_from(step, state),
        inside=step.parent is not None,
        after=tuple(str(number) for number in step.after_numbers),
        note=_note(step, state),
    )


def _spare_from(step: StepRow, state: TaskState) -> date | None:
    """The first of the working days before its last that are not needed; told only while that helps somebody."""
    due = step.when.due_on
    if not step.slack or step.slack < 0 or not due or state in _PAST_HELP:
        return None
    try:
        return official_calendar().add_working_days(due, -step.slack) + timedelta(days=1)
    except YearUnknown:
        return None


def _note(step: StepRow, state: TaskState) -> str:
    """A few words beside the bar."""
    if state is TaskState.DONE:
        return _("✓ xong %(day)s") % {"day": written(step.finished_on)}
    if state is TaskState.OFF:
        return in_language(step.state_words).lower()
    if state is TaskState.PLANNED:
        return step.when.as_written
    words = days_left_words(step.days_left)
    return f"! {words or _('quá hạn')}" if state is TaskState.LATE else words
