"""What goes into a chart and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

ROW = 44
"""Height of a row in pixels; `gantt.css` gives the list beside the drawing the same height."""
HEAD = 46
"""Height of the scale above the rows."""
FOOT = 8
"""Room for the marks of the last row."""


class TaskState(StrEnum):
    """What a bar says of its step."""

    PLANNED = "planned"
    DOING = "doing"
    DONE = "done"
    LATE = "late"
    OFF = "off"
    """Will not be done."""


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
    spare_from: date | None = None
    """From here to the last day are days that are not needed: it may end so much later than at best."""
    after: tuple[str, ...] = ()
    inside: bool = False
    """A part of the step above it."""
    note: str = ""
    """A few words beside the bar: "xong 10/6", "quá hạn 3 ngày"."""


@dataclass(frozen=True, slots=True)
class Window:
    """The days to be seen of a chart that is too long or too crowded to be seen whole."""

    first: date
    days: int


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
    spare: Span | None
    note: Note | None

    @property
    def centre(self) -> int:
        """Middle of the row."""
        return self.y + ROW // 2


@dataclass(frozen=True, slots=True)
class Link:
    """From the end of one bar down (or up) to the row of one that follows it, then along to where that begins."""

    x: str
    leaves: int
    arrives: int
    along: str | None
    """Where the bar that follows begins, when that is later; None: the arrow meets it from above or below."""
    up: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """Rows under a scale of their own."""

    rows: tuple[Row, ...]
    height: int
    links: tuple[Link, ...] = ()


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
    unseen: int = 0
    """Dated steps with nothing in the window."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of all blocks."""
        return tuple(row for block in self.blocks for row in block.rows)
