"""Next year's dossier from this one: the same steps a year later, nothing confirmed, no fact carried over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from thammuu.apps.dossiers import derived, policies
from thammuu.apps.dossiers.indexing import index_dossier, index_steps
from thammuu.apps.dossiers.models import Dossier, Origin, Step, StepState, StepUnit
from thammuu.apps.dossiers.reckoning.times import time_of, time_read, time_told, when_columns
from thammuu.apps.dossiers.refusals import TitleMissing
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import match_owners
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible
from thammuu_core.calendars import official_calendar
from thammuu_core.errors import Refusal
from thammuu_core.plans.model import When
from thammuu_core.plans.next_year import a_year_on, years_on


class NothingRepeated(Refusal):
    """A dossier needs a step."""

    code: ClassVar[str] = "dossiers.nothing_repeated"

    def __init__(self) -> None:
        super().__init__("Hãy chọn ít nhất một bước để lập hồ sơ năm sau.")


@dataclass(frozen=True, slots=True)
class RepeatDossier:
    """Make next year's dossier of these steps."""

    dossier: UUID
    title: str
    steps: tuple[UUID, ...]
    outcome_title: str | None = None
    """What the plan is to bring about; None: that of this year, a year later."""


@dataclass(frozen=True, slots=True)
class RepeatedRow:
    """A step with its time now and a year later."""

    uuid: UUID
    where: str
    text: str
    lead: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Repetition:
    """What next year's dossier would be."""

    dossier: UUID
    title: str
    next_title: str
    next_outcome: str
    steps: tuple[RepeatedRow, ...]


def repetition(actor: Actor, dossier: UUID) -> Repetition:
    """The steps a year later, for the screen that makes them. Raises NotVisible, NotAllowed."""
    row = _to_repeat(actor, dossier)
    return Repetition(
        row.uuid, row.title, years_on(row.title), years_on(row.outcome_title), tuple(_rows(row))
    )


def repeat_dossier(actor: Actor, command: RepeatDossier, *, key: UUID) -> UUID:
    """A new dossier of the chosen steps a year later; the actor becomes its drafter. Its uuid."""
    old = _to_repeat(actor, command.dossier)
    if not command.title.strip():
        raise TitleMissing

    def act() -> UUID:
        chosen = [step for step in _steps(old) if step.uuid in command.steps]
        if not chosen:
            raise NothingRepeated
        if len(chosen) != len(set(command.steps)):
            raise NotVisible
        at, outcome = clock.now(), command.outcome_title
        new = Dossier.objects.create(
            agency_id=actor.agency_id,
            unit_id=actor.own_unit_id,
            drafter_id=actor.id,
            previous=old,
            title=command.title.strip(),
            outcome_kind=old.outcome_kind,
            outcome_title=years_on(old.outcome_title) if outcome is None else outcome.strip(),
            outcome_issuer=old.outcome_issuer,
            opened_at=at,
        )
        _copy(new, chosen)
        derived.refresh(new.pk)
        index_dossier(new)
        index_steps(list(new.steps.select_related("dossier").prefetch_related("owners")))
        record(
            "dossier.opened",
            subject=new.uuid,
            at=at,
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data={"title": new.title, "steps": len(chosen), "previous": old.uuid},
        )
        return new.uuid

    return once(actor.uuid, key, "dossier.opened", command, act)


def _to_repeat(actor: Actor, uuid: UUID) -> Dossier:
    """Whoever sees a dossier and may open one of the own may repeat it."""
    dossier = policies.visible_dossiers(actor).filter(uuid=uuid).first()
    if dossier is None:
        raise NotVisible
    if not policies.may_open(actor):
        raise NotAllowed("lập hồ sơ", "chuyên viên hoặc trưởng đơn vị")
    return dossier


def _steps(dossier: Dossier) -> list[Step]:
    """The duties of the year: not the parts into which one was split, nor what the plan dropped."""
    rows = dossier.steps.filter(parent=None).exclude(state=StepState.DROPPED)
    return list(rows.prefetch_related("owners", "after"))


def _rows(dossier: Dossier) -> Iterator[RepeatedRow]:
    for step in _steps(dossier):
        moved = _moved(time_of(step))
        owners = (owner.as_written for owner in step.owners.all() if owner.part == "lead")
        words = _text(step, moved)
        yield RepeatedRow(
            step.uuid, step.where, words, "; ".join(owners), _words(time_of(step)), _words(moved)
        )


def _copy(new: Dossier, chosen: list[Step]) -> None:
    """Steps, owners and order; owners are matched to the register as it is now, for a unit may be gone."""
    copies = {step.pk: _repeated(new, place, step) for place, step in enumerate(chosen, start=1)}
    derived.set_due(copies.values())
    for copy in copies.values():
        copy.save(force_insert=True)
    for step in chosen:
        copies[step.pk].after.set(copies[one.pk] for one in step.after.all() if one.pk in copies)
    _copy_owners(new.agency_id, [(copies[step.pk], list(step.owners.all())) for step in chosen])


def _copy_owners(agency_id: int, wanted: list[tuple[Step, list[StepUnit]]]) -> None:
    names = tuple(dict.fromkeys(owner.as_written for _, owners in wanted for owner in owners))
    matches = dict(zip(names, match_owners(agency_id, names, clock.today()), strict=True))
    StepUnit.objects.bulk_create(
        StepUnit(
            step=copy,
            part=owner.part,
            position=owner.position,
            as_written=owner.as_written,
            unit_id=matches[owner.as_written].unit_id,
            agency_id=matches[owner.as_written].agency_id,
        )
        for copy, owners in wanted
        for owner in owners
    )


def _repeated(new: Dossier, place: int, step: Step) -> Step:
    moved = _moved(time_of(step))
    return Step(
        dossier=new,
        origin=Origin.PLAN,
        position=place,
        mark=f"y{place}",
        where=step.where,
        text=_text(step, moved),
        **when_columns(time_told(moved)),
        also=[time_told(_moved(time_read(when))) for when in step.also],
        condition=step.condition,
        products=step.products,
        report_to=step.report_to,
        activities=step.activities,
    )


def _text(step: Step, moved: When) -> str:
    """The duty with the time that it repeats moved on; what else it names stays."""
    if not step.when_as_written:
        return step.text
    return step.text.replace(step.when_as_written, moved.as_written, 1)


def _moved(when: When) -> When:
    return a_year_on(when, official_calendar())


def _words(when: When) -> str:
    if when.as_written:
        return when.as_written
    days = (day for day in (when.start, when.end) if day)
    return " – ".join(f"{day:%d/%m/%Y}" for day in days) or "Không ghi thời hạn"
