"""Bút phê: a leader's words on an assignment, written by the leader or recorded with where they stand."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.dossiers.acting.holding import unit_of
from thammuu.apps.files.services import Kept, add_row, keep
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import officer_named
from thammuu.apps.programme import access, policies
from thammuu.apps.programme.commands import Instruct, Remark
from thammuu.apps.programme.models import Assignment, AssignmentChange, ChangeAct, Instruction
from thammuu.apps.programme.refusals import RemarkUnproved


def instruct(actor: Actor, command: Instruct, *, key: UUID) -> UUID:
    """Put a bút phê on an assignment, giving it to a unit where the words do. The instruction's uuid."""
    assignment = access.assignment_to_instruct(actor, command.assignment)
    evidence = keep_evidence(actor, command.remark)

    def act() -> UUID:
        made = add_instruction(actor, assignment, command.version, command.remark, evidence)
        at = clock.now()
        record(
            "assignment.instructed",
            subject=assignment.uuid,
            at=at,
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data={"instruction": made.uuid, "command": command},
        )
        return made.uuid

    return once(actor.uuid, key, "assignment.instructed", command, act)


def keep_evidence(actor: Actor, remark: Remark) -> Kept | None:
    """The file behind the words, safely stored before the transaction. Raises RemarkUnproved."""
    own = policies.is_leader(actor) and remark.given_by.strip() == actor.name
    if not own and remark.evidence is None and not remark.evidence_note.strip():
        raise RemarkUnproved(remark.given_by.strip())
    return keep(remark.evidence) if remark.evidence else None


def add_instruction(
    actor: Actor, assignment: Assignment, version: int, remark: Remark, kept: Kept | None
) -> Instruction:
    """The rows, inside the caller's transaction."""
    at = clock.now()
    unit = unit_of(actor.agency_id, remark.unit) if remark.unit else None
    given = {"lead_unit": unit, "lead_agency": None} if unit else {}
    access.changed(assignment, version, remark.words, **given)
    if unit:
        before = str(assignment.lead_unit or assignment.lead_agency or assignment.lead_words)
        AssignmentChange.objects.create(
            assignment=assignment,
            act=ChangeAct.GIVE,
            before={"lead": before},
            after={"lead": unit.name},
            reason=remark.words.strip(),
            decided_by=remark.given_by.strip(),
            decided_on=remark.given_on,
            recorded_by_id=actor.id,
            recorded_at=at,
        )
    return Instruction.objects.create(
        assignment=assignment,
        words=remark.words.strip(),
        given_by=remark.given_by.strip(),
        given_by_officer=officer_named(actor.agency_id, remark.given_by),
        given_on=remark.given_on,
        unit=unit,
        evidence=add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=at) if kept else None,
        evidence_note=remark.evidence_note.strip(),
        recorded_by_id=actor.id,
        recorded_at=at,
    )
