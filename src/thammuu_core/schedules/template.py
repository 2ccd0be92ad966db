"""A plan that is not written yet: the usual steps laid backwards from the date on which the result is due."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import ClassVar

from thammuu_core.calendars import WorkingCalendar
from thammuu_core.calendars.words import said_day
from thammuu_core.errors import Refusal
from thammuu_core.plans.durations import Duration, durations
from thammuu_core.plans.model import ActivityKind
from thammuu_core.schedules.model import Row, Timetable
from thammuu_core.schedules.passes import Task, Window, attempt, first_day, slack, windows
from thammuu_core.text.tables import rows, words

_OWN = "Đơn vị tự đặt"
"""What the table of durations says where no rule sets the days."""


@dataclass(frozen=True, slots=True)
class TemplateStep:
    """One step: the work in it, by keys of `durations`, one piece after the other."""

    id: str
    title: str
    durations: tuple[str, ...]
    condition: str | None = None
    """"khi có yêu cầu": such a step has no place on the calendar until it is asked for."""
    owner: str = ""
    """Who does it, in words of the register; empty: the unit that leads the assignment."""
    days: int | None = None
    """Set by a person for this one timetable, in place of what the work in it usually takes."""


@dataclass(frozen=True, slots=True)
class Template:
    """Steps that follow one another."""

    steps: tuple[TemplateStep, ...]

    @property
    def certain(self) -> tuple[TemplateStep, ...]:
        """The steps that have a place on the calendar whatever happens."""
        return tuple(step for step in self.steps if step.condition is None)

    def with_days(self, days: Mapping[str, int]) -> Template:
        """The same with these days for these steps, by id; a step takes a day at least."""
        return Template(
            tuple(
                replace(step, days=max(1, days[step.id])) if step.id in days else step for step in self.steps
            )
        )


@dataclass(frozen=True, slots=True)
class Need:
    """How many working days a step takes at least and usually, and of which pieces of work."""

    step: TemplateStep
    days: int
    usual: int
    pieces: tuple[Duration, ...]

    @property
    def fixed(self) -> tuple[Duration, ...]:
        """The pieces whose days are set by rules, not by the agency's own habit: nobody may plan with fewer."""
        return tuple(piece for piece in self.pieces if not piece.source.startswith(_OWN))

    @property
    def floor(self) -> int:
        """The days below which a person may not set the step for one timetable."""
        return max(1, sum(piece.days for piece in self.fixed))


class TooLittleTime(Refusal):
    """The steps do not fit between the first day and the date due; says what would have to give."""

    code: ClassVar[str] = "schedules.too_little_time"

    def __init__(self, needed: int, available: int, start: date, due: date, ways: tuple[str, ...]) -> None:
        self.needed = needed
        self.available = available
        self.start = start
        self.due = due
        self.ways = ways
        super().__init__(
            f"Từ ngày {said_day(start)} đến hết ngày {said_day(due)} có {available} ngày làm việc, các bước cần ít nhất {needed}; "
            f"thiếu {needed - available} ngày làm việc. Cách xử lý: {'; hoặc '.join(ways)}."
        )


@cache
def default_template() -> Template:
    """The seven steps by which a department brings a provincial plan to signature."""
    return Template(
        tuple(
            TemplateStep(
                row["step"], row["title"], words(row["durations"]), row["condition"] or None, row["owner"]
            )
            for row in rows("thammuu_core.schedules", "template.tsv")
        )
    )


def lay_back(
    template: Template,
    due: date,
    calendar: WorkingCalendar,
    *,
    start: date | None = None,
    own_days: Mapping[str, int] | None = None,
) -> Timetable:
    """The steps, each as late as it may be, the last ending by `due`; with `start`, also as early as it can be.

    Raises TooLittleTime when `start` is too late, YearUnknown when a year it needs has no calendar.
    """
    known = {duration.key: duration for duration in durations(own_days)}
    last_day = calendar.on_or_before(due)
    tasks = _tasks(template, known, last_day)
    calendar.add_working_days(last_day, -sum(task.minimum for task in tasks))
    if start is not None:
        _refuse_too_little_time(template, known, calendar, start, last_day)
    found = windows(tasks, calendar, start)
    after = {task.id: task.after for task in tasks}
    laid = tuple(
        _laid(step, known, found[step.id], after[step.id], calendar)
        if step.id in found
        else _waiting(step, known)
        for step in template.steps
    )
    days = [day for row in laid for day in (row.latest_start, row.latest_end) if day]
    return Timetable(laid, calendar.problems(days))


def needs(template: Template, own_days: Mapping[str, int] | None = None) -> tuple[Need, ...]:
    """What each step needs, by the agency's own days where it has set them."""
    known = {duration.key: duration for duration in durations(own_days)}
    found = []
    for step in template.steps:
        pieces = tuple(known[key] for key in step.durations)
        days = _minimum(step, known)
        usual = step.days if step.days is not None else sum(piece.usual for piece in pieces)
        found.append(Need(step, days, max(days, usual), pieces))
    return tuple(found)


def usual_days(
    template: Template,
    due: date,
    calendar: WorkingCalendar,
    start: date,
    own_days: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """Days for each certain step, by id: the usual ones where time allows, else what is free shared out above the least.

    Each lies between the least and the usual; together they fit whenever the least do. Raises YearUnknown.
    """
    wanted = {need.step.id: need for need in needs(template, own_days) if need.step.condition is None}
    day_before = date.fromordinal(start.toordinal() - 1)
    free = calendar.working_days_between(day_before, calendar.on_or_before(due))
    free -= sum(need.days for need in wanted.values())
    more = _shared({key: need.usual - need.days for key, need in wanted.items()}, max(free, 0))
    return {key: need.days + more[key] for key, need in wanted.items()}


def _shared(wishes: Mapping[str, int], free: int) -> dict[str, int]:
    """Whole days in proportion to the wishes, no more than wished; the largest rests get the days left over."""
    total = sum(wishes.values())
    if total <= free:
        return dict(wishes)
    given = {key: wish * free // total for key, wish in wishes.items()}
    by_rest = sorted(wishes, key=lambda key: wishes[key] * free % total, reverse=True)
    for key in by_rest[: free - sum(given.values())]:
        given[key] += 1
    return given


def _tasks(template: Template, known: Mapping[str, Duration], due: date) -> list[Task]:
    certain = template.certain
    return [
        Task(
            step.id,
            _minimum(step, known),
            (certain[position - 1].id,) if position else (),
            due=due if step is certain[-1] else None,
        )
        for position, step in enumerate(certain)
    ]


def _refuse_too_little_time(
    template: Template, known: Mapping[str, Duration], calendar: WorkingCalendar, start: date, due: date
) -> None:
    steps = template.certain
    needed = sum(_minimum(step, known) for step in steps)
    day_before = date.fromordinal(start.toordinal() - 1)
    available = max(calendar.working_days_between(day_before, due), 0)
    if needed <= available:
        return
    ways = []
    if available >= len(steps):  # no step takes less than a day
        ways.append(
            f"rút ngắn các bước tổng cộng {needed - available} ngày làm việc (dài nhất: {_longest(steps, known)})"
        )
    if (later := attempt(calendar.add_working_days, day_before, needed)) is not None:
        ways.insert(0, f"lùi hạn tới ngày {said_day(later)}")
    if (sooner := attempt(calendar.add_working_days, due, 1 - needed)) is not None:
        ways.insert(0, f"bắt đầu muộn nhất ngày {said_day(sooner)}")
    raise TooLittleTime(needed, available, start, due, tuple(ways))


def _longest(steps: tuple[TemplateStep, ...], known: Mapping[str, Duration]) -> str:
    longest = max(steps, key=lambda step: _minimum(step, known))
    return f"bước {longest.id}, {_minimum(longest, known)} ngày"


def _minimum(step: TemplateStep, known: Mapping[str, Duration]) -> int:
    return step.days if step.days is not None else sum(known[key].days for key in step.durations)


def _laid(
    step: TemplateStep,
    known: Mapping[str, Duration],
    window: Window,
    after: tuple[str, ...],
    calendar: WorkingCalendar,
) -> Row:
    latest_start = first_day(window.must_begin_after, window.latest_end, calendar)
    return Row(
        id=step.id,
        where=step.id,
        text=step.title,
        after=after,
        activities=_activities(step, known),
        minimum=_minimum(step, known),
        planned_start=latest_start,
        planned_end=window.latest_end,
        due=window.latest_end,
        available=_minimum(step, known),
        earliest_start=first_day(window.begins_after, window.earliest_end, calendar),
        earliest_end=window.earliest_end,
        latest_start=latest_start,
        latest_end=window.latest_end,
        slack=slack(window, calendar),
    )


def _waiting(step: TemplateStep, known: Mapping[str, Duration]) -> Row:
    """A step that waits to be asked for: its work is known, its days are not."""
    return Row(
        step.id, step.id, step.title, (), _activities(step, known), _minimum(step, known), None, None, None
    )


def _activities(step: TemplateStep, known: Mapping[str, Duration]) -> tuple[ActivityKind, ...]:
    """Each once, in order; work that only the template names says nothing of its own."""
    kinds = (known[key].activity for key in step.durations)
    return tuple(dict.fromkeys(kind for kind in kinds if kind is not None))
