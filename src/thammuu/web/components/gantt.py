"""Where everything of a Gantt chart stands, as values that the template only writes down.

Horizontal places are percentages of the chart's width and vertical ones are pixels, so that the drawing stretches with
the page, the phone and the sheet of paper while its rows stay level with the list of steps beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

ROW = 44
"""Height of a row in pixels; `gantt.css` gives the list beside the drawing the same height."""
HEAD = 46
"""Height of the scale above the rows."""
FOOT = 8
"""Room for the marks of the last row."""
ROWS_UNDER_A_SCALE = 12
"""A long chart repeats its scale, on the screen to be seen and on paper because a page holds no more."""
_ONE_DAY = timedelta(days=1)
_MARGIN = 0.2
"""Share of the span left free on the right for the words after the last mark."""
_NEAR = timedelta(days=31)
"""How far outside the plan today may lie and still be drawn."""
_DAYS_WITH_SHADE = 400
_DAYS_WITH_MONTHS, _DAYS_WITH_QUARTERS = 300, 900
_QUARTER, _YEAR = 3, 12
_ROOM_FOR_A_HEAD = 8.0
"""Percent of the width that "Tháng 4/2021" needs."""
_LETTER, _GAP = 0.75, 1.5
"""Percent of the width that a letter of a note, and the gap before it, take on a chart of about 850 pixels."""
_LONGEST_NOTE = 32


class TaskState(StrEnum):
    """What a bar says of its step."""

    PLANNED = "planned"
    DOING = "doing"
    DONE = "done"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Task:
    """One step as the chart needs it; `due_on` is the last day on which it is still in time."""

    id: str
    label: str
    text: str
    words: str
    """The time as the plan says it."""
    state: TaskState
    start: date | None = None
    due_on: date | None = None
    strict: bool = False
    started_on: date | None = None
    done_on: date | None = None
    after: tuple[str, ...] = ()
    note: str = ""
    """A few words beside the bar: "xong 10/6", "quá hạn 3 ngày"."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the scale."""

    x: str
    width: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Words beside a bar and on which side they are anchored."""

    x: str
    shift: int
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Row:
    """Everything drawn for one dated step."""

    task: Task
    y: int
    plan: Span | None
    implied: bool
    """The plan gives only the end; the stretch begins where the step before it ends."""
    follows: str
    """Labels of the steps that come before it."""
    mark: str | None
    actual: Span | None
    overdue: Span | None
    note: Note | None

    @property
    def centre(self) -> int:
        """Middle of the row."""
        return self.y + ROW // 2


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under a scale of their own."""

    rows: tuple[Row, ...]
    height: int


@dataclass(frozen=True, slots=True)
class Chart:
    """The whole drawing; `undated` steps have no place on a scale of days and are listed apart."""

    first: date
    last: date
    heads: tuple[Span, ...]
    """Months, quarters or years."""
    ticks: tuple[Span, ...]
    """What they are divided into."""
    days_off: tuple[Span, ...]
    holidays: tuple[Span, ...]
    today: str | None
    blocks: tuple[Block, ...]
    undated: tuple[Task, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all blocks."""
        return tuple(row for block in self.blocks for row in block.rows)


@dataclass(frozen=True, slots=True)
class Scale:
    """Days as percentages of the width."""

    first: date
    days: int

    def x(self, day: date) -> float:
        """Where `day` begins."""
        return (day - self.first).days * 100 / self.days

    def span(self, first: date, last: date, name: str = "") -> Span:
        """From the beginning of `first` to the end of `last`."""
        left, right = self.x(first), self.x(last + _ONE_DAY)
        return Span(percent(left), percent(max(right - left, 0)), name)


def percent(value: float) -> str:
    """A place as SVG wants it: a point, never the comma of the language."""
    return f"{value:.3f}%"


def draw(tasks: Iterable[Task], today: date, days_off: Mapping[date, str]) -> Chart:
    """Lay out a chart; `days_off` names each day without work in the span ("" for an ordinary weekend)."""
    tasks = tuple(tasks)
    dated = tuple(task for task in tasks if task.due_on or task.start)
    scale = _scale(dated, today)
    last = scale.first + timedelta(days=scale.days - 1)
    by_id = {task.id: task for task in dated}
    shaded = scale.days <= _DAYS_WITH_SHADE
    return Chart(
        first=scale.first,
        last=last,
        heads=_heads(scale, last),
        ticks=_ticks(scale, last),
        days_off=_stretches(scale, last, days_off, named=False) if shaded else (),
        holidays=_stretches(scale, last, days_off, named=True) if shaded else (),
        today=percent(scale.x(today) + 50 / scale.days) if scale.first <= today <= last else None,
        blocks=tuple(_blocks(scale, dated, by_id, today)),
        undated=tuple(task for task in tasks if not (task.due_on or task.start)),
    )


def _blocks(scale: Scale, tasks: tuple[Task, ...], by_id: Mapping[str, Task], today: date) -> Iterable[Block]:
    for first in range(0, len(tasks), ROWS_UNDER_A_SCALE):
        under = tasks[first : first + ROWS_UNDER_A_SCALE]
        rows = tuple(_row(scale, task, HEAD + ROW * i, by_id, today) for i, task in enumerate(under))
        last = first + len(under) == len(tasks)
        yield Block(rows, HEAD + ROW * len(rows) + (FOOT if last else 0))


def _scale(tasks: tuple[Task, ...], today: date) -> Scale:
    """From the Monday before the first day to a margin after the last."""
    known = [day for task in tasks for day in _days_of(task)] or [today]
    first, last = min(known), max(known)
    if first - _NEAR <= today <= last + _NEAR:
        first, last = min(first, today), max(last, today)
    first -= timedelta(days=first.weekday())
    days = (last - first).days + 1
    return Scale(first, days + max(3, round(days * _MARGIN)))


def _days_of(task: Task) -> tuple[date, ...]:
    days = (task.start, task.due_on, task.started_on, task.done_on)
    return tuple(day for day in days if day)


def _row(scale: Scale, task: Task, y: int, by_id: Mapping[str, Task], today: date) -> Row:
    begins = task.start or _end_of_predecessors(task, by_id)
    due = task.due_on
    plan = scale.span(begins, due) if begins and due and begins <= due else None
    ended = task.done_on or (today if task.started_on or task.state is TaskState.LATE else None)
    over = scale.span(due + _ONE_DAY, ended) if due and ended and ended > due else None
    actual = scale.span(task.started_on, ended) if task.started_on and ended else None
    furthest = max(day for day in (*_days_of(task), ended if over or actual else None) if day)
    return Row(
        task=task,
        y=y,
        plan=plan,
        implied=task.start is None,
        follows=", ".join(by_id[id_].label for id_ in task.after if id_ in by_id),
        mark=percent(scale.x(due + _ONE_DAY)) if due else None,
        actual=actual,
        overdue=over,
        note=_note(scale.x(furthest + _ONE_DAY), task.note) if task.note else None,
    )


def _end_of_predecessors(task: Task, by_id: Mapping[str, Task]) -> date | None:
    """The day after the last step that this one waits for."""
    ends = [by_id[id_].due_on for id_ in task.after if id_ in by_id]
    known = [end for end in ends if end]
    return max(known) + _ONE_DAY if known else None


def _note(x: float, text: str) -> Note:
    """To the right of the bar, or to its left where it would be cut off."""
    if len(text) > _LONGEST_NOTE:
        text = f"{text[: _LONGEST_NOTE - 1].rstrip()}…"
    if x + _GAP + _LETTER * len(text) > 100:
        return Note(percent(min(x, 100)), -14, "end", text)
    return Note(percent(x), 14, "start", text)


def _heads(scale: Scale, last: date) -> tuple[Span, ...]:
    """Months, quarters or years, whichever the span leaves room to name."""
    months = _months_of_a_head(scale)
    spans = []
    day = scale.first
    while day <= last:
        end = min(_first_day_after(day, months) - _ONE_DAY, last)
        width = scale.x(end) - scale.x(day)
        spans.append(scale.span(day, end, _head_name(day, months) if width >= _ROOM_FOR_A_HEAD else ""))
        day = end + _ONE_DAY
    return tuple(spans)


def _ticks(scale: Scale, last: date) -> tuple[Span, ...]:
    """Mondays under months, months under quarters, the first months of quarters under years."""
    if (months := _months_of_a_head(scale)) == 1:
        mondays = range(0, (last - scale.first).days + 1, 7)
        days = (scale.first + timedelta(days=offset) for offset in mondays)
        return tuple(scale.span(day, day, str(day.day)) for day in days)
    spans = []
    part = 1 if months == _QUARTER else _QUARTER
    day = _first_day_after(scale.first, part)
    while day <= last:
        spans.append(scale.span(day, day, str(day.month)))
        day = _first_day_after(day, part)
    return tuple(spans)


def _months_of_a_head(scale: Scale) -> int:
    if scale.days <= _DAYS_WITH_MONTHS:
        return 1
    return _QUARTER if scale.days <= _DAYS_WITH_QUARTERS else _YEAR


def _first_day_after(day: date, months: int) -> date:
    """The first day of the next month, quarter or year."""
    index = day.year * 12 + (day.month - 1) // months * months + months
    return date(index // 12, index % 12 + 1, 1)


def _head_name(day: date, months: int) -> str:
    if months == 1:
        return f"Tháng {day.month}/{day.year}"
    return f"Quý {(day.month - 1) // 3 + 1}/{day.year}" if months == _QUARTER else str(day.year)


def _stretches(scale: Scale, last: date, days_off: Mapping[date, str], *, named: bool) -> tuple[Span, ...]:
    """Runs of days off with one name, so that a weekend is one rectangle."""
    spans: list[Span] = []
    run: list[date] = []
    for day in sorted(d for d in days_off if scale.first <= d <= last and bool(days_off[d]) is named):
        if run and (day - run[-1] > _ONE_DAY or days_off[day] != days_off[run[0]]):
            spans.append(scale.span(run[0], run[-1], days_off[run[0]]))
            run = []
        run.append(day)
    if run:
        spans.append(scale.span(run[0], run[-1], days_off[run[0]]))
    return tuple(spans)
