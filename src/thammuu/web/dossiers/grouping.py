"""Steps under the headings of their plan, so that a plan of two hundred rows is opened where somebody is needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from thammuu.web.dossiers.lines import Line, lines
from thammuu.web.dossiers.summary import OVER

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import StepRow

SEEN_OPEN = 25
"""So many steps are read on one page without folding any."""
APART = _("Có điều kiện hoặc chưa ghi thời hạn")


@dataclass(frozen=True, slots=True)
class Group:
    """Steps of one heading; `open` where the page should show them at once."""

    key: str
    title: str
    lines: tuple[Line, ...]
    finished: int
    late: int
    open: bool


def groups(steps: tuple[StepRow, ...], opened: int | None = None) -> tuple[Group, ...]:
    """By heading of the plan; steps without a day, or under a condition, last; a part goes with its step.

    `opened` is the number of the step that the page shows whole.
    """
    placed: dict[str, list[Line]] = {}
    of_parent: dict[UUID, str] = {}
    few = len(steps) <= SEEN_OPEN
    for line in lines(steps, opened):
        step = line.step
        title = of_parent.get(step.parent) if step.parent else None
        if title is None:
            title = _title(step, few=few)
        of_parent[step.uuid] = title
        placed.setdefault(title, []).append(line)
    last = placed.pop(str(APART), None)
    ordered = [*placed.items(), *([(str(APART), last)] if last else [])]
    return tuple(
        _group(n, title, held, few or any(line.opened for line in held))
        for n, (title, held) in enumerate(ordered, 1)
    )


def wanting(steps: tuple[StepRow, ...]) -> Iterator[StepRow]:
    """Steps to jump to: late, or begun."""
    return (step for step in steps if step.late or step.state == "started")


def _title(step: StepRow, *, few: bool) -> str:
    if step.state not in OVER and (step.condition or not (step.when.due_on or step.when.starts_on)):
        return str(APART)
    if few:
        return ""
    head, comma, _ = step.where.rpartition(",")
    if not comma:
        head = step.where.rpartition(".")[0]
    return gettext("Mục %(where)s") % {"where": head} if head[:1].isdigit() or head.isupper() else head


def _group(n: int, title: str, held: list[Line], open_: bool) -> Group:
    steps = tuple(line.step for line in held)
    late = sum(step.late for step in steps)
    finished = sum(step.state in OVER for step in steps)
    open_ = open_ or any(True for _ in wanting(steps))
    return Group(f"nhom-{n}", title, tuple(held), finished, late, open_)
