"""Recording that something was done to a step."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from thammuu.apps.dossiers import derived
from thammuu.apps.dossiers.commands import FinishStep, StartStep
from thammuu.apps.dossiers.models import Act, Step, StepEvent, StepState
from thammuu.apps.dossiers.refusals import DayInFuture, DayLongPast, FinishBeforeStart, PersonMissing
from thammuu.apps.dossiers.transitions import following
from thammuu.apps.files.services import Kept, add_row
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import officer_named
from thammuu.apps.organisations.refusals import StaleEdit

Recorded = StartStep | FinishStep
LONGEST_YEARS = 20
"""Facts are not corrected but by other facts; what is older than this was mistyped."""
NAMES = {Act.START: "step.started", Act.FINISH: "step.finished"}


def check_fact(step: Step, act: Act, command: Recorded) -> None:
    """The fact can be true: someone did it, not after today nor decades ago, and not before the step began."""
    if not command.done_by.strip():
        raise PersonMissing
    today = clock.today()
    if command.done_on > today:
        raise DayInFuture(command.done_on, today)
    if command.done_on.year < today.year - LONGEST_YEARS:
        raise DayLongPast(command.done_on)
    started = step.events.filter(act=Act.START).last()
    if act == Act.FINISH and started and command.done_on < started.done_on:
        raise FinishBeforeStart(command.done_on, started.done_on)


def add_fact(actor: Actor, step: Step, act: Act, command: Recorded, kept: Kept | None = None) -> UUID:
    """The fact, the step's new state, the journal event. Raises StaleEdit when the step changed since it was shown."""
    _move(step, act, command)
    at = clock.now()
    evidence = add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=at) if kept else None
    event = StepEvent.objects.create(
        step=step,
        act=act,
        done_on=command.done_on,
        done_by=command.done_by.strip(),
        done_by_officer=officer_named(actor.agency_id, command.done_by),
        recorded_by_id=actor.id,
        recorded_at=at,
        evidence=evidence,
        evidence_note=getattr(command, "evidence_note", "").strip(),
        note=command.note.strip(),
    )
    derived.refresh(step.dossier_id)
    record(
        NAMES[act],
        subject=step.uuid,
        at=at,
        actor=actor.uuid,
        agency=actor.agency_uuid,
        data=_told(step, event, kept),
    )
    return step.uuid


def _move(step: Step, act: Act, command: Recorded) -> None:
    """Compare and swap on the version: of two who act on what they both saw, the second is told."""
    current = Step.objects.filter(pk=step.pk, version=command.version)
    state = current.values_list("state", flat=True).first()
    if state is None:
        raise StaleEdit(yours=_said(act.label, command), current=_current(step))
    after = following(StepState(state), act)
    days = {Act.START: {"started_on": command.done_on}, Act.FINISH: {"finished_on": command.done_on}}
    if not current.update(state=after, version=command.version + 1, **days[act]):
        raise StaleEdit(yours=_said(act.label, command), current=_current(step))


def _current(step: Step) -> str:
    """What stands of the step now, in words."""
    fact = step.events.select_related("recorded_by").last()
    if fact is None:
        return StepState(step.state).label
    return f"{_said(fact.get_act_display(), fact)} (ghi nhận: {fact.recorded_by})"


def _said(act: str, fact: Recorded | StepEvent) -> str:
    """A fact in one line, recorded or only asked for."""
    parts = (
        f"{act} ngày {fact.done_on:%d/%m/%Y}, {fact.done_by}",
        getattr(fact, "evidence_note", ""),
        fact.note,
    )
    return "; ".join(part for part in parts if part)


def _told(step: Step, event: StepEvent, kept: Kept | None) -> dict[str, Any]:
    return {
        "fact": event.uuid,
        "dossier": step.dossier.uuid,
        "where": step.where,
        "done_on": event.done_on,
        "done_by": event.done_by,
        "evidence_sha256": kept.sha256 if kept else None,
        "evidence_note": event.evidence_note,
        "note": event.note,
    }
