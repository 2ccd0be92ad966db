"""Changes of what an assignment says: a slip put right, or a decision with its paper behind it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from thammuu.apps.dossiers.reckoning.timing import last_day
from thammuu.apps.files.services import Kept, add_row, keep
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.programme import access
from thammuu.apps.programme.commands import ChangeByPaper, CorrectItem
from thammuu.apps.programme.making import said
from thammuu.apps.programme.models import Assignment, AssignmentChange, AssignmentState, ChangeAct
from thammuu.apps.programme.refusals import PaperMissing

_TOLD = ("text", "lead_words", "coordinating", "when_as_written", "product", "submitted_to", "basis", "note")
"""Columns whose change is told."""


def correct_item(actor: Actor, command: CorrectItem, *, key: UUID) -> UUID:
    """What was read or typed wrongly is put right; an unchanged time keeps the words it was written in."""
    assignment = access.assignment_to_keep(actor, command.assignment)

    def act() -> UUID:
        fields = said(actor, command.fields, clock.today())
        if command.fields.due_on == assignment.due_on:
            fields = {name: value for name, value in fields.items() if name not in _OF_TIME}
        if fields["lead_words"] == assignment.lead_words:
            # The words are the same: what a bút phê made of them since is not undone by correcting a comma.
            fields = {
                name: value
                for name, value in fields.items()
                if name not in ("lead_unit_id", "lead_agency_id")
            }
        before = {name: getattr(assignment, name) for name in _TOLD if name in fields}
        after = {name: fields[name] for name in before}
        access.changed(assignment, command.version, command.fields.text, **fields)
        changes = [name for name in before if before[name] != after[name]]
        _add(
            actor,
            assignment,
            ChangeAct.CORRECT,
            before={name: before[name] for name in changes},
            after={name: after[name] for name in changes},
            reason=command.reason.strip(),
        )
        _record("assignment.corrected", assignment, actor, command)
        return assignment.uuid

    return once(actor.uuid, key, "assignment.corrected", command, act)


_OF_TIME = ("when_as_written", "starts_on", "ends_on", "strict", "due_on")


def defer_item(actor: Actor, command: ChangeByPaper, *, key: UUID) -> UUID:
    """The day due is moved with consent (NĐ 191/2026/NĐ-CP, Điều 20; quy chế làm việc)."""
    assert command.due_on is not None
    new = {
        "starts_on": None,
        "ends_on": command.due_on,
        "strict": False,
        "due_on": last_day(None, command.due_on, strict=False),
        "when_as_written": f"{command.due_on:%d/%m/%Y}",
    }
    return _by_paper(actor, command, key, ChangeAct.DEFER, "assignment.deferred", new)


def withdraw_item(actor: Actor, command: ChangeByPaper, *, key: UUID) -> UUID:
    """The assignment is taken out of the programme with consent; its row stays."""
    new = {"state": AssignmentState.WITHDRAWN}
    return _by_paper(actor, command, key, ChangeAct.WITHDRAW, "assignment.withdrawn", new)


def _by_paper(
    actor: Actor, command: ChangeByPaper, key: UUID, change: ChangeAct, event: str, new: dict[str, Any]
) -> UUID:
    assignment = access.assignment_to_keep(actor, command.assignment)
    if command.paper is None and not command.paper_note.strip():
        raise PaperMissing
    kept = keep(command.paper) if command.paper else None

    def act() -> UUID:
        before = {"due_on": assignment.due_on.isoformat() if assignment.due_on else None}
        after = {"due_on": command.due_on.isoformat()} if command.due_on else {}
        access.changed(assignment, command.version, command.reason, **new)
        _add(actor, assignment, change, before, after, command.reason.strip(), command, kept)
        _record(event, assignment, actor, command)
        return assignment.uuid

    return once(actor.uuid, key, event, command, act)


def _add(
    actor: Actor,
    assignment: Assignment,
    act: ChangeAct,
    before: dict[str, Any],
    after: dict[str, Any],
    reason: str,
    decided: ChangeByPaper | None = None,
    kept: Kept | None = None,
) -> None:
    at = clock.now()
    AssignmentChange.objects.create(
        assignment=assignment,
        act=act,
        before=before,
        after=after,
        reason=reason,
        decided_by=decided.decided_by.strip() if decided else "",
        decided_on=decided.decided_on if decided else None,
        paper=add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=at) if kept else None,
        paper_note=decided.paper_note.strip() if decided else "",
        recorded_by_id=actor.id,
        recorded_at=at,
    )


def _record(event: str, assignment: Assignment, actor: Actor, data: object) -> None:
    at = clock.now()
    record(event, subject=assignment.uuid, at=at, actor=actor.uuid, agency=actor.agency_uuid, data=data)
