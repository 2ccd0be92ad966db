"""The list of changes that an amended plan makes to the steps of the one before."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from thammuu_core.plans.amendment.duty import duty, meaning, named
from thammuu_core.plans.amendment.pairing import pairs
from thammuu_core.plans.model import Step


class Field(StrEnum):
    """What of a step changed; a step as a whole is added or dropped."""

    ADDED = "added"
    DROPPED = "dropped"
    WHEN = "when"
    LEAD = "lead"
    COORDINATING = "coordinating"
    TEXT = "text"
    CONDITION = "condition"
    PRODUCTS = "products"
    REPORT_TO = "report_to"
    WHERE = "where"
    """The label: the step was renumbered or moved."""


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the list: `old` is None for an added step, `new` for a dropped one."""

    field: Field
    old: Step | None
    new: Step | None

    @property
    def id(self) -> str:
        """Names the line among those of one comparison: "s3.when.s4"."""
        return f"{self.old.id if self.old else ''}.{self.field}.{self.new.id if self.new else ''}"


_COMPARED: tuple[tuple[Field, Callable[[Step], object]], ...] = (
    (Field.WHEN, lambda step: (meaning(step.when), tuple(map(meaning, step.also)))),
    (Field.LEAD, lambda step: named(step.lead)),
    (Field.COORDINATING, lambda step: named(step.coordinating)),
    (Field.TEXT, duty),
    (Field.CONDITION, lambda step: step.condition or ""),
    (Field.PRODUCTS, lambda step: step.products),
    (Field.REPORT_TO, lambda step: step.report_to or ""),
    (Field.WHERE, lambda step: step.where),
)


def changes(old: Sequence[Step], new: Sequence[Step]) -> tuple[Change, ...]:
    """What the new steps change, in the order of the new plan, dropped steps last.

    Ids need be unique within each side only. Steps that restate others are the caller's to leave out.
    """
    paired, dropped = pairs(old, new)
    before = {after.id: earlier for earlier, after in paired}
    told = [change for step in new for change in _of(before.get(step.id), step)]
    return (*told, *(Change(Field.DROPPED, step, None) for step in dropped))


def _of(old: Step | None, new: Step) -> Iterator[Change]:
    if old is None:
        yield Change(Field.ADDED, None, new)
        return
    yield from (Change(field, old, new) for field, value in _COMPARED if value(old) != value(new))
