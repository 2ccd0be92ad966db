"""What was read of a dossier: each table once, its rows by the step they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from thammuu.apps.dossiers.models import (
    DossierEvent,
    Doubt,
    ExtensionRequest,
    Step,
    StepChange,
    StepEvent,
)


class _OfStep(Protocol):
    step_id: int


_Row = TypeVar("_Row", bound=_OfStep)


@dataclass(frozen=True, slots=True)
class Gathered:
    """Rows in their own order; the mappings are by id of the step and hold nothing for a step that has nothing."""

    steps: Sequence[Step]
    """With their owners and holders."""
    facts: Mapping[int, Sequence[StepEvent]]
    changes: Mapping[int, Sequence[StepChange]]
    requests: Mapping[int, Sequence[ExtensionRequest]]
    """For more time."""
    doubts: Sequence[Doubt]
    events: Sequence[DossierEvent]
    after: Mapping[int, Sequence[int]]
    """What a step waits for."""


def by_step(rows: Iterable[_Row]) -> dict[int, list[_Row]]:
    """The rows of each step."""
    return pairs((row.step_id, row) for row in rows)


_Value = TypeVar("_Value")


def pairs(found: Iterable[tuple[int, _Value]]) -> dict[int, list[_Value]]:
    """What stands beside each id."""
    held: defaultdict[int, list[_Value]] = defaultdict(list)
    for key, value in found:
        held[key].append(value)
    return dict(held)
