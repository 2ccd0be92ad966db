"""Steps that did not come out of a reading, as rows: laid backwards, typed, concluded in a meeting, parts of another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Max

from thammuu.apps.dossiers import derived
from thammuu.apps.dossiers.acting.holding import unit_of
from thammuu.apps.dossiers.commands import NewStep
from thammuu.apps.dossiers.models import Dossier, Origin, Part, Step, StepUnit
from thammuu.apps.dossiers.refusals import ValueNotTaken
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.queries import match_owners
from thammuu_core.plans.model import WhenKind


@dataclass(frozen=True, slots=True)
class Owner:
    """One owner of a step, as words and as what they name in the register."""

    as_written: str
    unit_id: int | None = None
    agency_id: int | None = None


def lay(dossier: Dossier, laid: Sequence[NewStep], origin: Origin, parent: Step | None = None) -> list[Step]:
    """The rows of new steps, last in their dossier; order among them and `derived.refresh` are the caller's.

    Raises ValueNotTaken, and NotVisible for a foreign unit.
    """
    for new in laid:
        check_new(new)
    last = dossier.steps.aggregate(last=Max("position"))["last"] or 0
    shown = (parent.parts if parent else dossier.steps.filter(parent=None)).count()
    steps = [_step(dossier, new, origin, last + i, shown + i, parent) for i, new in enumerate(laid, start=1)]
    derived.set_due(steps)
    for step, new in zip(steps, laid, strict=True):
        step.save(force_insert=True)
        _own(step, new)
    return steps


def check_new(new: NewStep) -> None:
    """A step says something, and its days are in order. Raises ValueNotTaken."""
    if not new.text.strip():
        raise ValueNotTaken("Cần ghi nội dung của bước.")
    if new.kind not in set(WhenKind):
        raise ValueNotTaken(f"Không có loại thời hạn “{new.kind}”.")
    if new.starts_on and new.ends_on and new.ends_on < new.starts_on:
        raise ValueNotTaken(
            f"Bước “{new.text}”: ngày kết thúc {new.ends_on:%d/%m/%Y} trước ngày bắt đầu {new.starts_on:%d/%m/%Y}."
        )


def written(names: Iterable[str], agency_id: int) -> list[Owner]:
    """Owners told in words, matched to the register in force today."""
    wanted = tuple(dict.fromkeys(name.strip() for name in names if name.strip()))
    matches = match_owners(agency_id, wanted, clock.today())
    return [Owner(match.as_written, match.unit_id, match.agency_id) for match in matches]


def set_owners(step: Step, part: Part, owners: Iterable[Owner]) -> None:
    """The owners of one kind, in their order, in place of those there were."""
    step.owners.filter(part=part).delete()
    StepUnit.objects.bulk_create(owner_rows(step, part, owners))


def owner_rows(step: Step, part: Part, owners: Iterable[Owner]) -> list[StepUnit]:
    """The owners of one kind as rows that are not saved yet, in their order."""
    return [
        StepUnit(
            step=step,
            part=part,
            position=position,
            as_written=owner.as_written,
            unit_id=owner.unit_id,
            agency_id=owner.agency_id,
        )
        for position, owner in enumerate(owners)
    ]


def _step(
    dossier: Dossier, new: NewStep, origin: Origin, position: int, number: int, parent: Step | None
) -> Step:
    label = f"{parent.where}.{number}" if parent else str(number)
    step = Step(
        dossier=dossier,
        parent=parent,
        origin=origin,
        position=position,
        mark=f"{origin}.{position}",
        where=new.where.strip() or label,
        text=new.text.strip(),
        when_as_written=new.as_written.strip(),
        when_kind=new.kind,
        starts_on=new.starts_on,
        ends_on=new.ends_on,
        strict=new.strict,
        condition=new.condition.strip(),
        products=list(new.products),
        activities=[{"kind": kind} for kind in new.activities],
    )
    step.confirmed = _typed(new)
    return step


def _typed(new: NewStep) -> list[str]:
    """Fields that somebody wrote: nothing of a laid step was only read by the machine."""
    said = {
        "text": True,
        "when": new.ends_on or new.starts_on,
        "lead": new.lead_units or new.lead_words,
        "coordinating": new.coordinating_units or new.coordinating_words,
        "condition": new.condition,
        "products": new.products,
    }
    return [field for field, value in said.items() if value]


def _own(step: Step, new: NewStep) -> None:
    agency = step.dossier.agency_id
    named = (
        (Part.LEAD, new.lead_units, new.lead_words),
        (Part.COORDINATING, new.coordinating_units, new.coordinating_words),
    )
    for part, uuids, words in named:
        units = (unit_of(agency, uuid) for uuid in uuids)
        chosen = [Owner(unit.name, unit_id=unit.pk) for unit in units]
        set_owners(step, part, [*chosen, *written(words, agency)])
