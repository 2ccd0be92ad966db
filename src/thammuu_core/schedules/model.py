"""What a timetable is: rows that a terminal, a Gantt chart and a screen can all show as they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thammuu_core.errors import Problem
from thammuu_core.plans.model import ActivityKind


@dataclass(frozen=True, slots=True)
class Infeasible:
    """Why a step does not fit, and each way that would make it fit; in Vietnamese."""

    reason: str
    ways: tuple[str, ...]

    @property
    def message(self) -> str:
        """Both in one paragraph."""
        return f"{self.reason} Cách xử lý: {'; hoặc '.join(self.ways)}."


@dataclass(frozen=True, slots=True)
class Row:
    """One step on the calendar. Days are working days; figures that cannot be known stand as None."""

    id: str
    where: str
    text: str
    after: tuple[str, ...]
    activities: tuple[ActivityKind, ...]
    minimum: int
    """Days the step needs at least."""
    planned_start: date | None
    planned_end: date | None
    """The dates of the plan, whether worked or not."""
    due: date | None
    """The last day on which the deadline is kept."""
    available: int | None = None
    """Days after the latest predecessor is due, up to and including `due`."""
    after_sending: int | None = None
    """Of those, the days that count for a step that waits for others: a period runs from the day after the papers
    go out (LV-01), and they go out on the first day at best."""
    earliest_start: date | None = None
    earliest_end: date | None = None
    """When everything before it takes its minimum."""
    latest_start: date | None = None
    latest_end: date | None = None
    """When everything after it takes its minimum."""
    slack: int | None = None
    """Days from `earliest_end` to `latest_end`; negative when it cannot be done."""
    infeasible: Infeasible | None = None


@dataclass(frozen=True, slots=True)
class Timetable:
    """All steps in the order of the plan, and what to tell about them."""

    rows: tuple[Row, ...]
    problems: tuple[Problem, ...] = ()

    @property
    def infeasible(self) -> tuple[Row, ...]:
        """The steps that do not fit."""
        return tuple(row for row in self.rows if row.infeasible)

    @property
    def first_day(self) -> date | None:
        """The earliest date in it, where a chart begins."""
        return min(self._days(), default=None)

    @property
    def last_day(self) -> date | None:
        """The latest date in it."""
        return max(self._days(), default=None)

    def row(self, step_id: str) -> Row:
        """The row of a step; KeyError when there is none."""
        found = next((row for row in self.rows if row.id == step_id), None)
        if found is None:
            raise KeyError(step_id)
        return found

    def _days(self) -> list[date]:
        return [
            day
            for row in self.rows
            for day in (row.planned_start, row.planned_end, row.due, row.latest_start, row.latest_end)
            if day is not None
        ]
