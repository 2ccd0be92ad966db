"""The scale of days: where a day lies, and what is written above and shaded behind."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from thammuu.web.components.gantt.model import Span, Task, Window

ONE_DAY = timedelta(days=1)
_MARGIN = 0.2
"""Share of the span left free on the right for the words after the last mark."""
_NEAR = timedelta(days=31)
"""How far outside the plan today may lie and still be drawn."""
DAYS_WITH_SHADE = 400
_DAYS_ONE_BY_ONE = 45
_DAYS_WITH_MONTHS, _DAYS_WITH_QUARTERS = 300, 900
_QUARTER, _YEAR = 3, 12
_ROOM_FOR_A_HEAD = 8.0
"""Percent of the width that "Tháng 4/2021" needs."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Days as percentages of the width."""

    first: date
    days: int

    @property
    def last(self) -> date:
        """The last day on it."""
        return self.first + timedelta(days=self.days - 1)

    def x(self, day: date) -> float:
        """Where `day` begins; outside 0…100 it is not seen."""
        return (day - self.first).days * 100 / self.days

    def span(self, first: date, last: date, name: str = "") -> Span:
        """From the beginning of `first` to the end of `last`, as much of it as lies on the scale."""
        left, right = max(self.x(first), 0), min(self.x(last + ONE_DAY), 100)
        return Span(percent(left), percent(max(right - left, 0)), name)

    def seen(self, first: date | None, last: date | None) -> Span | None:
        """The same for a bar; None when nothing of it lies on the scale."""
        if first is None or last is None or last < first or last < self.first or first > self.last:
            return None
        return self.span(first, last)

    def mark(self, day: date) -> str | None:
        """The end of `day`, if it lies on the scale."""
        x = self.x(day + ONE_DAY)
        return percent(x) if 0 <= x <= 100 else None


def percent(value: float) -> str:
    """A place as SVG wants it: a point, never the comma of the language."""
    return f"{value:.3f}%"


def scale_of(tasks: Iterable[Task], today: date, window: Window | None) -> Scale:
    """From the Monday before the first day to a margin after the last; or what the window shows."""
    if window:
        return Scale(window.first, window.days)
    known = [day for task in tasks for day in days_of(task)] or [today]
    first, last = min(known), max(known)
    if first - _NEAR <= today <= last + _NEAR:
        first, last = min(first, today), max(last, today)
    first -= timedelta(days=first.weekday())
    days = (last - first).days + 1
    return Scale(first, days + max(3, round(days * _MARGIN)))


def days_of(task: Task) -> tuple[date, ...]:
    """Every day that the task names."""
    days = (task.start, task.due_on, task.started_on, task.done_on)
    return tuple(day for day in days if day)


def heads(scale: Scale) -> tuple[Span, ...]:
    """Months, quarters or years, whichever the span leaves room to name."""
    months = _months_of_a_head(scale)
    spans = []
    day = scale.first
    while day <= scale.last:
        end = min(_first_day_after(day, months) - ONE_DAY, scale.last)
        width = scale.x(end) - scale.x(day)
        spans.append(scale.span(day, end, _head_name(day, months) if width >= _ROOM_FOR_A_HEAD else ""))
        day = end + ONE_DAY
    return tuple(spans)


def ticks(scale: Scale) -> tuple[Span, ...]:
    """Days or Mondays under months, months under quarters, the first months of quarters under years."""
    if (months := _months_of_a_head(scale)) == 1:
        step = 1 if scale.days <= _DAYS_ONE_BY_ONE else 7
        days = (scale.first + timedelta(days=offset) for offset in range(0, scale.days, step))
        return tuple(scale.span(day, day, str(day.day)) for day in days)
    spans = []
    part = 1 if months == _QUARTER else _QUARTER
    day = _first_day_after(scale.first, part)
    while day <= scale.last:
        spans.append(scale.span(day, day, str(day.month)))
        day = _first_day_after(day, part)
    return tuple(spans)


def stretches(scale: Scale, days_off: Mapping[date, str], *, named: bool) -> tuple[Span, ...]:
    """Runs of days off with one name, so that a weekend is one rectangle."""
    spans: list[Span] = []
    run: list[date] = []
    for day in sorted(d for d in days_off if scale.first <= d <= scale.last and bool(days_off[d]) is named):
        if run and (day - run[-1] > ONE_DAY or days_off[day] != days_off[run[0]]):
            spans.append(scale.span(run[0], run[-1], days_off[run[0]]))
            run = []
        run.append(day)
    if run:
        spans.append(scale.span(run[0], run[-1], days_off[run[0]]))
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
        return _("Tháng %(month)d/%(year)d") % {"month": day.month, "year": day.year}
    if months == _QUARTER:
        return _("Quý %(quarter)d/%(year)d") % {"quarter": (day.month - 1) // 3 + 1, "year": day.year}
    return str(day.year)
