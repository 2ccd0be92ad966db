"""Making a dossier out of a reading: what holds of it as rows, and who stands behind each value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from thammuu.apps.documents.held import NOTHING, HeldDoubt, HeldReading, HeldStep, Value
from thammuu.apps.documents.models import Reading
from thammuu.apps.documents.queries import held
from thammuu.apps.documents.register import owners_as_matched
from thammuu.apps.dossiers import derived, policies
from thammuu.apps.dossiers.acting.laying import Owner, owner_rows
from thammuu.apps.dossiers.models import Dossier, Doubt, Origin, Part, Step, StepUnit
from thammuu.apps.dossiers.reckoning.times import when_columns
from thammuu.apps.dossiers.refusals import NoSteps
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Agency, Unit
from thammuu_core.kinds import kind_by_code


@dataclass(frozen=True, slots=True)
class OpenedRow:
    """A dossier made from a document."""

    uuid: UUID
    title: str
    opened_at: datetime
    drafter: str


def dossiers_from(actor: Actor, document: UUID) -> tuple[OpenedRow, ...]:
    """Dossiers that the actor sees and that were made from this document, the newest first."""
    made = policies.visible_dossiers(actor).filter(reading__document__uuid=document)
    rows = made.select_related("drafter").defer("reading").order_by("-pk")
    return tuple(OpenedRow(row.uuid, row.title, row.opened_at, row.drafter.full_name) for row in rows)


def open_dossier(actor: Actor, reading: Reading, title: str, at: datetime) -> Dossier:
    """All rows of a new dossier, inside the caller's transaction. The actor becomes its drafter. Raises NoSteps."""
    now = held(reading)
    if not now.standing:
        raise NoSteps
    dossier = Dossier.objects.create(
        agency_id=actor.agency_id,
        unit_id=actor.own_unit_id,
        drafter_id=actor.id,
        reading=reading,
        title=title or now.header_value("title") or "Hồ sơ chưa có tên",
        **outcome_columns(reading, now),
        opened_at=at,
    )
    steps = _add_steps(dossier, now)
    add_owners(dossier.agency_id, [(steps[one.mark], one) for one in now.standing])
    add_doubts(dossier, now.doubts, steps)
    derived.refresh(dossier.pk)
    return dossier


def outcome_columns(reading: Reading, now: HeldReading) -> dict[str, str]:
    """What the plan is meant to bring about, as columns of a dossier."""
    return {
        "outcome_kind": _kind_name((reading.claim.get("outcome") or {}).get("kind")),
        "outcome_title": now.header_value("outcome") or "",
        "outcome_issuer": now.header_value("outcome_issuer") or "",
    }


def _kind_name(code: str | None) -> str:
    kind = kind_by_code(code) if code else None
    return kind.name if kind else ""


def _add_steps(dossier: Dossier, now: HeldReading) -> dict[str, Step]:
    """The steps by their mark in the reading."""
    rows = [step_row(dossier, position, one) for position, one in enumerate(now.standing, start=1)]
    derived.set_due(rows)
    Step.objects.bulk_create(rows)
    steps = {step.mark: step for step in dossier.steps.all()}
    set_after(now, steps)
    return steps


def set_after(now: HeldReading, steps: Mapping[str, Step]) -> None:
    """Which steps follow which, by their mark in the reading; one joined into another is followed in its place."""
    joined = {one.mark: one.other for one in now.steps if one.fate == "joined"}
    for one in now.standing:
        if one.mark in steps:
            before = (joined.get(mark, mark) for mark in one.claim.get("after", ()))
            steps[one.mark].after.set(steps[mark] for mark in before if mark in steps and mark != one.mark)


def step_row(dossier: Dossier, position: int, one: HeldStep) -> Step:
    """The step as a row that is not saved yet; `due_on` is the caller's to set."""
    when = one.value("when") or NOTHING
    return Step(
        dossier=dossier,
        origin=Origin.PLAN if one.claim else Origin.HAND,
        position=position,
        mark=one.mark,
        where=one.where,
        text=one.value("text") or "",
        **when_columns(when),
        also=one.claim.get("also", []),
        inherited=inherited(one),
        condition=one.value("condition") or "",
        products=one.value("products") or [],
        report_to=one.value("report_to") or "",
        activities=one.claim.get("activities", []),
        sources=sources(one),
        confirmed=one.confirmed_fields,
    )


def sources(one: HeldStep) -> dict[str, Any]:
    """Which words of its document each value of the step came from."""
    return {field: place for field, place in one.claim.get("sources", {}).items() if place}


def inherited(one: HeldStep) -> list[str]:
    """Fields that the plan says for a whole list of steps, and nobody said otherwise for this one."""
    return [field for field in one.claim.get("inherited", []) if field not in _corrected(one)]


def _corrected(one: HeldStep) -> set[str]:
    return {value.field for value in one.values if value.corrected}


Owners = dict[Part, Value]


def _owners(one: HeldStep) -> Owners:
    by_field = {value.field: value for value in one.values}
    return {part: by_field[part.value] for part in (Part.LEAD, Part.COORDINATING)}


def add_owners(agency_id: int, wanted: Iterable[tuple[Step, HeldStep]]) -> None:
    """Owners of new steps."""
    wanted = list(wanted)
    told = owners_told(agency_id, [one for _, one in wanted])
    StepUnit.objects.bulk_create(
        row
        for step, one in wanted
        for part in (Part.LEAD, Part.COORDINATING)
        for row in owner_rows(step, part, told[one.mark, part])
    )


def owners_told(agency_id: int, steps: Iterable[HeldStep]) -> dict[tuple[str, Part], list[Owner]]:
    """Owners of steps by mark and part: as a person chose them, the others matched to the register in force today."""
    named = [(one.mark, part, value) for one in steps for part, value in _owners(one).items()]
    read = [value for _, _, value in named if not value.confirmed]
    told = {value.path: value.value or [] for _, _, value in named if value.confirmed}
    told |= owners_as_matched(agency_id, read)
    ids = _ids(told.values())
    return {
        (mark, part): [
            Owner(owner["as_written"], ids.get(owner["unit"]), ids.get(owner["agency"]))
            for owner in told.get(value.path, ())
        ]
        for mark, part, value in named
    }


def _ids(told: Iterable[list[dict[str, Any]]]) -> dict[str | None, int]:
    """Row ids of units and agencies by their uuids."""
    owners = [owner for one in told for owner in one]
    units = Unit.objects.filter(uuid__in={owner["unit"] for owner in owners if owner["unit"]})
    agencies = Agency.objects.filter(uuid__in={owner["agency"] for owner in owners if owner["agency"]})
    rows = (*units.values_list("uuid", "pk"), *agencies.values_list("uuid", "pk"))
    return {str(uuid): pk for uuid, pk in rows}


def add_doubts(dossier: Dossier, doubts: Iterable[HeldDoubt], steps: Mapping[str, Step]) -> None:
    """Every problem of a reading waits for a person, beside the step whose words it is about when there is one."""
    Doubt.objects.bulk_create(
        Doubt(
            dossier=dossier,
            step=steps.get(doubt.about.removeprefix("steps/")),
            code=doubt.code,
            severity=doubt.severity,
            message=doubt.message,
            basis=doubt.basis,
            where=doubt.where,
        )
        for doubt in doubts
    )
