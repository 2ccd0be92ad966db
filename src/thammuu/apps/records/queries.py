"""Reads of the records of a dossier, in a number of queries that does not grow with them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from thammuu.apps.dossiers.models import OVER, Dossier, DossierState, Part, Step
from thammuu.apps.dossiers.policies import WORKERS, visible_dossiers
from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.queries import file_in
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.choosing import Choice, unit_choices
from thammuu.apps.organisations.parameters import value
from thammuu.apps.organisations.refusals import visible
from thammuu.apps.records import access, policies
from thammuu.apps.records.models import (
    ContributionAnswer,
    ContributionRequest,
    Meeting,
    Minutes,
    StudyReceipt,
    StudyRecord,
    Withdrawal,
)
from thammuu.apps.records.rows import ContributionRow, MeetingRow, RecordsView
from thammuu.apps.records.showing import Look, contribution_row, meeting_row, note_row, study_row
from thammuu_core.calendars import YearUnknown, official_calendar

MOST_WAITING = 50


def records_view(actor: Actor, uuid: UUID) -> RecordsView:
    """All records of a dossier. Raises NotVisible."""
    dossier = access.dossier_seen(actor, uuid)
    look = _look(actor, dossier)
    contributions = tuple(
        contribution_row(row, look) for row in _requests(dossier.contribution_requests.all())
    )
    return RecordsView(
        dossier_uuid=dossier.uuid,
        dossier_title=dossier.title,
        contributions=contributions,
        studies=tuple(study_row(row, look) for row in _studies(dossier)),
        meetings=tuple(meeting_row(row, look) for row in _meetings(dossier)),
        notes=tuple(note_row(row, look) for row in dossier.notes.select_related("step", "written_by")),
        may_keep=look.keeps,
        steps=tuple(map(_choice, look.steps)),
        steps_to_ask=tuple(
            _choice(step) for step in look.steps if step.pk in look.asks and step.state not in OVER
        ),
        open_contributions=sum(row.state in ("waiting", "late") for row in contributions),
        late_contributions=sum(row.state == "late" for row in contributions),
    )


def contributions_waiting(actor: Actor) -> tuple[ContributionRow, ...]:
    """Requests to the actor's units that nobody answered yet, the most urgent first; at most MOST_WAITING."""
    units = frozenset[int]().union(*(one.unit_ids for one in actor.capacities if one.holds(*WORKERS)))
    waiting = ContributionRequest.objects.filter(
        ~Exists(ContributionAnswer.objects.filter(request=OuterRef("pk"))),
        ~Exists(Withdrawal.objects.filter(subject=OuterRef("uuid"))),
        unit_id__in=units,
        dossier__in=visible_dossiers(actor).filter(state=DossierState.OPEN),
    )
    rows = _requests(waiting.order_by("due_on", "pk")[:MOST_WAITING])
    look = Look(actor, clock.today(), {}, (), frozenset(), keeps=False)
    return tuple(contribution_row(row, look) for row in rows)


@dataclass(frozen=True, slots=True)
class Asking:
    """What the form for a request chooses from: the units, those the plan names first, and the usual last day."""

    units: tuple[Choice, ...]
    coordinating: tuple[UUID, ...]
    bodies: tuple[str, ...]
    """Co-ordinating bodies of the plan that are no unit of the agency."""
    due_on: date | None
    """None where the year has no calendar: then a person says the day."""


@dataclass(frozen=True, slots=True)
class Minuting:
    """What the form for minutes starts from: the meeting as invited to, and the units that can carry out."""

    meeting: MeetingRow
    units: tuple[Choice, ...]


About = TypeVar("About")


@dataclass(frozen=True, slots=True)
class Subject(Generic[About]):
    """What a form is about, in its dossier; each query that gives one refuses exactly as the service would."""

    words: str
    dossier_uuid: UUID
    dossier_title: str
    about: About


def to_ask(actor: Actor, step: UUID) -> Subject[Asking]:
    """A step to which others are to contribute."""
    row = access.step_to_ask(actor, step)
    units = unit_choices(actor)
    names = {unit.uuid for unit in units}
    owners = row.owners.filter(part=Part.COORDINATING).select_related("unit")
    asking = Asking(
        units=units,
        coordinating=tuple(owner.unit.uuid for owner in owners if owner.unit and owner.unit.uuid in names),
        bodies=tuple(owner.as_written for owner in owners if not owner.unit),
        due_on=_usual_due(actor),
    )
    return Subject(_words(row), row.dossier.uuid, row.dossier.title, asking)


def to_answer(actor: Actor, request: UUID) -> Subject[ContributionRow]:
    """A request that is to be answered."""
    found = access.request_to_answer(actor, request)
    (row,) = _requests(ContributionRequest.objects.filter(pk=found.pk))
    shown = contribution_row(row, _look(actor, found.dossier))
    return Subject(found.asked_for, found.dossier.uuid, found.dossier.title, shown)


def to_keep(actor: Actor, dossier: UUID) -> Subject[RecordsView]:
    """A dossier in which a study or a meeting is to be kept."""
    access.dossier_to_keep(actor, dossier)
    return to_note(actor, dossier)


def to_note(actor: Actor, dossier: UUID) -> Subject[RecordsView]:
    """A dossier on which a note is to be written."""
    view = records_view(actor, dossier)
    return Subject(view.dossier_title, view.dossier_uuid, view.dossier_title, view)


def to_receive(actor: Actor, record: UUID) -> Subject[None]:
    """A request for data that have come."""
    found = access.study_to_receive(actor, record)
    return Subject(found.title, found.dossier.uuid, found.dossier.title, None)


def to_minute(actor: Actor, meeting: UUID) -> Subject[Minuting]:
    """A meeting whose minutes are to be kept."""
    found = access.meeting_to_keep(actor, meeting)
    row = meeting_row(found, _look(actor, found.dossier))
    return Subject(found.title, found.dossier.uuid, found.dossier.title, Minuting(row, unit_choices(actor)))


def to_carry_out(actor: Actor, conclusion: UUID) -> Subject[tuple[Choice, ...]]:
    """A conclusion that is to become a step, and the units to choose from."""
    found = access.conclusion_to_carry_out(actor, conclusion)
    dossier = found.minutes.meeting.dossier
    return Subject(found.text, dossier.uuid, dossier.title, unit_choices(actor))


def to_withdraw(actor: Actor, record: UUID) -> Subject[None]:
    """A record that is to be withdrawn."""
    found = access.record_to_withdraw(actor, record)
    return Subject(str(found), found.dossier.uuid, found.dossier.title, None)


def file_to_serve(actor: Actor, uuid: UUID) -> StoredFile:
    """A file of a record of a dossier that the actor sees. Raises NotVisible."""
    seen = visible_dossiers(actor)
    places = (
        (ContributionRequest.objects.filter(dossier__in=seen), "letter"),
        (ContributionAnswer.objects.filter(request__dossier__in=seen), "file"),
        (StudyRecord.objects.filter(dossier__in=seen), "file"),
        (StudyReceipt.objects.filter(record__dossier__in=seen), "file"),
        (Meeting.objects.filter(dossier__in=seen), "letter"),
        (Minutes.objects.filter(meeting__dossier__in=seen), "paper"),
    )
    return visible(file_in(uuid, places))


def _look(actor: Actor, dossier: Dossier) -> Look:
    steps = tuple(dossier.steps.select_related("dossier").prefetch_related("owners"))
    withdrawals = dossier.withdrawals.select_related("withdrawn_by")
    return Look(
        actor,
        clock.today(),
        {row.subject: row for row in withdrawals},
        steps,
        frozenset(step.pk for step in steps if policies.may_ask(actor, step)),
        keeps=policies.may_keep(actor, dossier),
    )


def _requests(rows: QuerySet[ContributionRequest]) -> Iterable[ContributionRequest]:
    return rows.select_related("dossier", "step__dossier", "asked_by", "letter", "unit").prefetch_related(
        "step__owners", "answers__recorded_by", "answers__file"
    )


def _studies(dossier: Dossier) -> QuerySet[StudyRecord]:
    return dossier.study_records.select_related("step", "file", "recorded_by", "dossier").prefetch_related(
        "receipts__file", "receipts__recorded_by"
    )


def _meetings(dossier: Dossier) -> QuerySet[Meeting]:
    return dossier.meetings.select_related("step", "letter", "recorded_by", "dossier").prefetch_related(
        "invitees",
        "minutes__paper",
        "minutes__recorded_by",
        "minutes__attendances",
        "minutes__conclusions__made__step",
    )


def _choice(step: Step) -> Choice:
    return Choice(step.uuid, _words(step))


def _words(step: Step) -> str:
    return f"{step.where} {step.text}".strip()


def _usual_due(actor: Actor) -> date | None:
    """The last day that a request made today usually has, by the agency's own number of working days."""
    days = int(value(actor.agency_id, "request.answer_days"))
    try:
        return official_calendar().add_working_days(clock.today(), days)
    except YearUnknown:
        return None
