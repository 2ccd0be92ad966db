"""The two passes over a net of tasks: how early each can be done, and how late it may be.

A day stands for its end: a task that may begin after day D and needs n days ends at best on the n-th working day
after D.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ParamSpec, TypeVar

from thammuu_core.calendars import WorkingCalendar, YearUnknown

_P = ParamSpec("_P")
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Task:
    """A step reduced to what the passes need."""

    id: str
    minimum: int
    after: tuple[str, ...] = ()
    not_before: date | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Window:
    """Between which days a task can lie; None where nothing bounds it or the year has no calendar."""

    begins_after: date | None
    earliest_end: date | None
    latest_end: date | None
    must_begin_after: date | None
    """The day after whose end it must be under way at the latest."""


def in_order(tasks: Sequence[Task]) -> tuple[tuple[Task, ...], tuple[str, ...]]:
    """The tasks, each after those it waits for, and the ids whose links had to be dropped to get out of a circle."""
    known = {task.id for task in tasks}
    waiting = {
        task.id: {before for before in task.after if before in known and before != task.id} for task in tasks
    }
    followers = _followers(tasks)
    left, placed, dropped = {task.id: task for task in tasks}, list[Task](), list[str]()
    done = set[str]()
    ready = deque(task.id for task in tasks if not waiting[task.id])
    while left:
        if not ready:
            dropped.append(next(iter(left)))
            ready.append(dropped[-1])
        task = left.pop(ready.popleft())
        placed.append(replace(task, after=tuple(before for before in task.after if before in done)))
        done.add(task.id)
        for follower in followers.get(task.id, ()):
            waiting[follower].discard(task.id)
            if not waiting[follower] and follower in left:
                ready.append(follower)
    return tuple(placed), tuple(dropped)


def windows(tasks: Sequence[Task], calendar: WorkingCalendar, start: date | None = None) -> dict[str, Window]:
    """The window of every task; `tasks` come in order, `start` is the first day on which anything may be done."""
    early = _forward(tasks, calendar, start)
    late = _backward(tasks, calendar)
    return {
        task.id: Window(
            early[task.id][0], early[task.id][1], late[task.id], _begin(task, late[task.id], calendar)
        )
        for task in tasks
    }


def attempt(count: Callable[_P, _T], *args: _P.args, **kwargs: _P.kwargs) -> _T | None:
    """The count, or None where it meets a year without a calendar: figures are withheld, dates are kept."""
    try:
        return count(*args, **kwargs)
    except YearUnknown:
        return None


def first_day(begins_after: date | None, end: date | None, calendar: WorkingCalendar) -> date | None:
    """The first working day of a window; its end when it takes no time at all."""
    first = attempt(calendar.next_working_day, begins_after) if begins_after else None
    return min(first, end) if first and end else first


def slack(window: Window, calendar: WorkingCalendar) -> int | None:
    """Working days by which a task may slip; negative when it cannot be done."""
    if window.earliest_end is None or window.latest_end is None:
        return None
    return attempt(calendar.working_days_between, window.earliest_end, window.latest_end)


def _forward(
    tasks: Sequence[Task], calendar: WorkingCalendar, start: date | None
) -> dict[str, tuple[date | None, date | None]]:
    """For each task the day after which it can begin, and its earliest end."""
    found: dict[str, tuple[date | None, date | None]] = {}
    for task in tasks:
        bounds = [
            _day_before(start),
            _day_before(task.not_before),
            *(found[before][1] for before in task.after),
        ]
        begins_after = max(_given(bounds), default=None)
        found[task.id] = begins_after, _moved(begins_after, task.minimum, calendar)
    return found


def _backward(tasks: Sequence[Task], calendar: WorkingCalendar) -> dict[str, date | None]:
    """The latest end of each task."""
    found: dict[str, date | None] = {}
    for task in reversed(tasks):
        bounds = [
            task.due,
            *(_begin(other, found[other.id], calendar) for other in tasks if task.id in other.after),
        ]
        found[task.id] = min(_given(bounds), default=None)
    return found


def _begin(task: Task, latest_end: date | None, calendar: WorkingCalendar) -> date | None:
    return _moved(latest_end, -task.minimum, calendar)


def _moved(day: date | None, count: int, calendar: WorkingCalendar) -> date | None:
    """The day moved by working days; unmoved by nought, even when it is off."""
    if day is None or count == 0:
        return day
    return attempt(calendar.add_working_days, day, count)


def _followers(tasks: Sequence[Task]) -> dict[str, list[str]]:
    """For each task those that wait for it."""
    found: dict[str, list[str]] = {}
    for task in tasks:
        for before in dict.fromkeys(task.after):
            found.setdefault(before, []).append(task.id)
    return found


def _day_before(day: date | None) -> date | None:
    return day - timedelta(days=1) if day else None


def _given(days: Iterable[date | None]) -> list[date]:
    return [day for day in days if day is not None]
