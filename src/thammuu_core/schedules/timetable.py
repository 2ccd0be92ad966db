"""The steps of a plan that was read, laid on the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from thammuu_core.calendars import WorkingCalendar
from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.dues import WITHOUT_END, due, waits_for_others
from thammuu_core.plans.durations import Duration, durations, needed_for
from thammuu_core.plans.model import Step
from thammuu_core.schedules.model import Row, Timetable
from thammuu_core.schedules.passes import Task, Window, attempt, first_day, in_order, slack, windows
from thammuu_core.schedules.reasons import Facts, why_infeasible


@dataclass(frozen=True, slots=True)
class _Planned:
    """A step with what the calendar makes of its time."""

    step: Step
    task: Task
    needed: tuple[Duration, ...]


def timetable(
    steps: Sequence[Step],
    calendar: WorkingCalendar,
    *,
    start: date | None = None,
    literal: bool = True,
    own_days: Mapping[str, int] | None = None,
) -> Timetable:
    """The plan on the calendar: what each step has, needs and lacks.

    `start` is the first day on which anything may be done; `literal` reads "trước ngày X" as the working day before
    X, otherwise X counts; `own_days` are the agency's minimums by key (`durations`). Never raises: where a year has
    no calendar its dates stay, its figures are None and a problem says so.
    """
    usual = durations(own_days)
    planned = {step.id: _plan(step, usual, calendar, literal) for step in steps}
    ordered, dropped = in_order([one.task for one in planned.values()])
    found = windows(ordered, calendar, start)
    linked = {task.id: task for task in ordered}
    facts = {task.id: _facts(task, planned, found[task.id], calendar) for task in ordered}
    rows = tuple(
        _row(planned[step.id].step, linked[step.id], facts[step.id], found[step.id], calendar)
        for step in steps
    )
    problems = (*_about_years(steps, calendar), *_about_circles(dropped, planned), *_about(steps, rows))
    return Timetable(rows, problems)


def _plan(step: Step, usual: tuple[Duration, ...], calendar: WorkingCalendar, literal: bool) -> _Planned:
    needed = () if step.when.kind in WITHOUT_END else needed_for(step, usual)
    minimum = sum(duration.days for duration in needed)
    last_day = attempt(due, step.when, calendar, literal=literal)
    return _Planned(step, Task(step.id, minimum, step.after, step.when.start, last_day), needed)


def _facts(task: Task, planned: Mapping[str, _Planned], window: Window, calendar: WorkingCalendar) -> Facts:
    """What the step has, counted from the latest date on which something before it is due."""
    before = [planned[other] for other in task.after if planned[other].task.due]
    last = max(before, key=lambda other: other.task.due or date.min, default=None)
    since = last.task.due if last else window.begins_after
    return Facts(
        needed=planned[task.id].needed,
        due=task.due,
        before_due=last.task.due if last else None,
        before=last.step.where if last else "",
        available=attempt(calendar.working_days_between, since, task.due) if since and task.due else None,
        slack=slack(window, calendar),
    )


def _row(step: Step, task: Task, facts: Facts, window: Window, calendar: WorkingCalendar) -> Row:
    plain = Row(
        id=step.id,
        where=step.where,
        text=step.text,
        after=task.after,
        activities=tuple(activity.kind for activity in step.activities),
        minimum=task.minimum,
        planned_start=step.when.start,
        planned_end=step.when.end,
        due=task.due,
        available=facts.available,
        after_sending=_after_sending(step, facts.available),
    )
    if not facts.needed:
        return plain
    return replace(
        plain,
        earliest_start=first_day(window.begins_after, window.earliest_end, calendar),
        earliest_end=window.earliest_end,
        latest_start=first_day(window.must_begin_after, window.latest_end, calendar),
        latest_end=window.latest_end,
        slack=facts.slack,
        infeasible=why_infeasible(facts, window, calendar),
    )


def _after_sending(step: Step, available: int | None) -> int | None:
    """The day on which the papers go out does not count for those who must answer."""
    if available is None or not waits_for_others(step):
        return None
    return max(available - 1, 0)


def _about_years(steps: Sequence[Step], calendar: WorkingCalendar) -> tuple[Problem, ...]:
    return calendar.problems(day for step in steps for day in (step.when.start, step.when.end) if day)


def _about_circles(dropped: Sequence[str], planned: Mapping[str, _Planned]) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            "schedules.circular",
            Severity.WARNING,
            f"Bước {planned[step_id].step.where} và các bước nó phải chờ lại chờ lẫn nhau; xem lại thứ tự các bước.",
            _provision(planned[step_id].step),
        )
        for step_id in dropped
    )


def _about(steps: Sequence[Step], rows: Sequence[Row]) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            "schedules.infeasible",
            Severity.WARNING,
            f"Bước {row.where}: {row.infeasible.message}",
            _provision(step),
        )
        for step, row in zip(steps, rows, strict=True)
        if row.infeasible
    )


def _provision(step: Step) -> str:
    """Where the problem is shown: the provision that the step was read from."""
    return next((place.provision for field, place in step.sources if field == "text"), step.where)
