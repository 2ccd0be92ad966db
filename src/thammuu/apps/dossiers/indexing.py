"""What of dossiers and steps can be found by words. Services call these in the transaction that changes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.db.models import QuerySet

from thammuu.apps.dossiers.models import Dossier, Step
from thammuu.apps.search.services import Findable, index, index_many

DOSSIER = "dossier"
STEP = "step"
_Row = TypeVar("_Row", Dossier, Step)


def index_dossier(dossier: Dossier) -> None:
    """Make the dossier findable by its title, its outcome, its mandate, its unit and its drafter."""
    index(_dossier(dossier))


def index_steps(steps: list[Step]) -> None:
    """Make steps findable by their words and their owners; their owners are fetched if they are not yet."""
    index_many([_step(step) for step in steps])


def index_all(batch: int = 500) -> int:
    """Index every dossier and step anew, for an upgrade; the number of things."""
    dossiers = Dossier.objects.select_related("unit", "drafter").order_by("pk")
    steps = Step.objects.select_related("dossier").prefetch_related("owners").order_by("pk")
    return _index_each(dossiers, _dossier, batch) + _index_each(steps, _step, batch)


def _index_each(rows: QuerySet[_Row], findable: Callable[[_Row], Findable], batch: int) -> int:
    total, last = 0, 0
    while found := list(rows.filter(pk__gt=last)[:batch]):
        index_many([findable(row) for row in found])
        total, last = total + len(found), found[-1].pk
    return total


def _dossier(dossier: Dossier) -> Findable:
    text = (dossier.outcome_title, dossier.mandate, str(dossier.unit or ""), dossier.drafter.full_name)
    return Findable(DOSSIER, dossier.uuid, dossier.agency_id, dossier.title, " ".join(text))


def _step(step: Step) -> Findable:
    owners = (owner.as_written for owner in step.owners.all())
    text = " ".join((*step.products, step.condition, *owners))
    return Findable(STEP, step.uuid, step.dossier.agency_id, f"{step.where} {step.text}".strip(), text)
