"""Lays a chart out: a row a step, and the lines from a step to those that follow it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from thammuu.web.components.gantt.model import (
    FOOT,
    HEAD,
    ROW,
    Block,
    Chart,
    Link,
    Note,
    Row,
    Task,
    TaskState,
    Window,
)
from thammuu.web.components.gantt.scale import (
    DAYS_WITH_SHADE,
    ONE_DAY,
    Scale,
    days_of,
    heads,
    percent,
    scale_of,
    stretches,
    ticks,
)

ROWS_UNDER_A_SCALE = 12
"""A long chart repeats its scale, on the screen to be seen and on paper because a page holds no more."""
_LETTER, _GAP = 0.75, 1.5
"""Percent of the width that a letter of a note, and the gap before it, take on a chart of about 850 pixels."""
_LONGEST_NOTE = 32
_BAR_TOP, _BAR_MIDDLE, _BAR_FOOT = 9, 16, 26
"""Pixels below the top of a row where the bar of the plan lies; as `gantt_row.html` draws it."""


def draw(
    tasks: Iterable[Task], today: date, days_off: Mapping[date, str], window: Window | None = None
) -> Chart:
    """Lay out a chart; `days_off` names each day without work in the span ("" for an ordinary weekend)."""
    tasks = tuple(tasks)
    dated = tuple(task for task in tasks if task.due_on or task.start)
    scale = scale_of(dated, today, window)
    by_id = {task.id: task for task in dated}
    seen = tuple(task for task in dated if _is_seen(scale, task, by_id, today))
    shaded = scale.days <= DAYS_WITH_SHADE
    return Chart(
        first=scale.first,
        last=scale.last,
        heads=heads(scale),
        ticks=ticks(scale),
        days_off=stretches(scale, days_off, named=False) if shaded else (),
        holidays=stretches(scale, days_off, named=True) if shaded else (),
        today=percent(scale.x(today) + 50 / scale.days) if scale.first <= today <= scale.last else None,
        blocks=tuple(_blocks(scale, seen, by_id, today)),
        undated=tuple(task for task in tasks if not (task.due_on or task.start)),
        unseen=len(dated) - len(seen),
    )


def _is_seen(scale: Scale, task: Task, by_id: Mapping[str, Task], today: date) -> bool:
    """Something of it lies on the scale; what is late lies there until today."""
    days = [*days_of(task), _begins(task, by_id), _ended(task, today)]
    known = [day for day in days if day]
    return min(known) <= scale.last and max(known) >= scale.first


def _blocks(scale: Scale, tasks: tuple[Task, ...], by_id: Mapping[str, Task], today: date) -> Iterable[Block]:
    for first in range(0, len(tasks), ROWS_UNDER_A_SCALE):
        under = tasks[first : first + ROWS_UNDER_A_SCALE]
        rows = tuple(_row(scale, task, HEAD + ROW * i, by_id, today) for i, task in enumerate(under))
        last = first + len(under) == len(tasks)
        yield Block(rows, HEAD + ROW * len(rows) + (FOOT if last else 0), tuple(_links(rows)))


def _row(scale: Scale, task: Task, y: int, by_id: Mapping[str, Task], today: date) -> Row:
    due, ended = task.due_on, _ended(task, today)
    over = due is not None and ended is not None and ended > due
    furthest = max(day for day in (*days_of(task), ended if over or task.started_on else None) if day)
    return Row(
        task=task,
        y=y,
        plan=scale.seen(_begins(task, by_id), due),
        implied=task.start is None,
        follows=", ".join(by_id[id_].label for id_ in task.after if id_ in by_id),
        mark=scale.mark(due) if due else None,
        actual=scale.seen(task.started_on, ended),
        overdue=scale.seen(due + ONE_DAY, ended) if due else None,
        spare=scale.seen(task.spare_from, due),
        note=_note(scale.x(furthest + ONE_DAY), task.note) if task.note else None,
    )


def _begins(task: Task, by_id: Mapping[str, Task]) -> date | None:
    """Its own first day, or the day after the last step that it waits for."""
    if task.start:
        return task.start
    ends = [by_id[id_].due_on for id_ in task.after if id_ in by_id]
    known = [end for end in ends if end]
    return max(known) + ONE_DAY if known else None


def _ended(task: Task, today: date) -> date | None:
    """The day on which it was done; today while it is being done or is late."""
    if task.done_on or task.state is TaskState.OFF:
        return task.done_on
    return today if task.started_on or task.state is TaskState.LATE else None


def _note(x: float, text: str) -> Note:
    """To the right of the bar, or to its left where it would be cut off."""
    if len(text) > _LONGEST_NOTE:
        text = f"{text[: _LONGEST_NOTE - 1].rstrip()}…"
    if x + _GAP + _LETTER * len(text) > 100:
        return Note(percent(min(x, 100)), -14, "end", text)
    return Note(percent(max(x, 0)), 14, "start", text)


def _links(rows: tuple[Row, ...]) -> Iterator[Link]:
    """Those whose both ends are drawn under one scale; the others are told in words."""
    by_id = {row.task.id: row for row in rows}
    for row in rows:
        for id_ in row.task.after:
            if (
                (before := by_id.get(id_))
                and before.mark
                and (begins := row.plan.x if row.plan else row.mark)
            ):
                yield _link(before, row, begins)


def _link(before: Row, row: Row, begins: str) -> Link:
    up = row.y < before.y
    leaves = before.y + (_BAR_TOP if up else _BAR_FOOT)
    mark = before.mark or ""
    if float(begins[:-1]) > float(mark[:-1]):
        return Link(mark, leaves, row.y + _BAR_MIDDLE, begins, up)
    return Link(mark, leaves, row.y + (_BAR_FOOT if up else _BAR_TOP), None, up)
