"""From an assignment to a dossier: the timetable laid backwards, its steps with their days and owners."""

from __future__ import annotations

from uuid import UUID, uuid5

from thammuu.apps.dossiers.commands import NewStep, OpenLaidDossier
from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.dossiers.reckoning.rules import includes_named_day
from thammuu.apps.dossiers.services import open_laid_dossier
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.programme import access
from thammuu.apps.programme.commands import OpenFromAssignment
from thammuu.apps.programme.models import Assignment, AssignmentChange, ChangeAct, LaidTimetable
from thammuu.apps.programme.refusals import DossierThere, UnitMissing
from thammuu.apps.programme.timetables import Laid, LaidStep, lay_out, mandate_of
from thammuu_core.schedules import deadline


def open_from_assignment(actor: Actor, command: OpenFromAssignment, *, key: UUID) -> UUID:
    """A dossier by the timetable, linked with its assignment both ways. The dossier's uuid.

    Raises TooLittleTime, YearUnknown, DayPassed for a timetable that cannot be; UnitMissing, DossierThere, NotInForce.
    """
    assignment = access.assignment_to_open(actor, command.assignment)

    def act() -> UUID:
        if assignment.lead_unit_id is None:
            raise UnitMissing
        if Assignment.objects.get(pk=assignment.pk).dossier_id:
            raise DossierThere
        laid = lay_out(actor, command.laid)
        opened = open_laid_dossier(actor, _dossier(assignment, command, laid), key=uuid5(key, "dossier"))
        dossier = Dossier.objects.get(uuid=opened)
        access.changed(assignment, command.version, command.title, dossier=dossier)
        _keep(actor, assignment, dossier, laid)
        data = {"dossier": opened, "template": laid.name, "due_on": laid.due_on, "steps": len(laid.steps)}
        at = clock.now()
        record(
            "assignment.dossier_opened",
            subject=assignment.uuid,
            at=at,
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data=data,
        )
        return opened

    return once(actor.uuid, key, "assignment.dossier_opened", command, act)


def _dossier(assignment: Assignment, command: OpenFromAssignment, laid: Laid) -> OpenLaidDossier:
    literal = not includes_named_day(assignment.agency_id)
    certain = [at for at, step in enumerate(laid.steps) if not step.condition]
    follows = {at: (certain[place - 1],) for place, at in enumerate(certain) if place}
    return OpenLaidDossier(
        title=command.title.strip() or assignment.text,
        steps=tuple(_step(assignment, step, laid, literal) for step in laid.steps),
        follows=tuple(follows.get(at, ()) for at in range(len(laid.steps))),
        mandate=mandate_of(assignment),
        due_on=laid.due_on,
        outcome_title=assignment.text,
        outcome_issuer=assignment.submitted_to,
    )


def _step(assignment: Assignment, step: LaidStep, laid: Laid, literal: bool) -> NewStep:
    """Owners: the step's own by name, else the unit that leads the assignment, with those who help it."""
    when = deadline(step.last_day, laid.calendar, literal=literal) if step.last_day else None
    own = bool(step.owner)
    return NewStep(
        text=step.title,
        kind=when.kind.value if when else "conditional" if step.condition else "undated",
        ends_on=when.end if when else None,
        strict=bool(when and when.strict),
        as_written=when.as_written if when else step.condition,
        condition=step.condition,
        lead_units=() if own or assignment.lead_unit is None else (assignment.lead_unit.uuid,),
        lead_words=(step.owner,) if own else (),
        coordinating_words=() if own else tuple(assignment.coordinating),
        activities=step.activities,
    )


def _keep(actor: Actor, assignment: Assignment, dossier: Dossier, laid: Laid) -> None:
    at = clock.now()
    LaidTimetable.objects.create(
        assignment=assignment,
        template_name=laid.name,
        template_version=laid.version,
        first_day=laid.first_day,
        due_on=laid.due_on,
        steps=[step.as_json() for step in laid.steps],
        made_by_id=actor.id,
        made_at=at,
    )
    AssignmentChange.objects.create(
        assignment=assignment,
        act=ChangeAct.OPEN,
        after={"dossier": str(dossier.uuid), "title": dossier.title},
        recorded_by_id=actor.id,
        recorded_at=at,
    )
