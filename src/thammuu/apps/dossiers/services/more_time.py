"""Gia hạn: a last day moves only by a request with its letter and the decision about it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from thammuu.apps.dossiers import access, derived
from thammuu.apps.dossiers.acting import changes
from thammuu.apps.dossiers.acting.claiming import claim_step
from thammuu.apps.dossiers.acting.facts import check_day
from thammuu.apps.dossiers.acting.lapsing import outcome_words
from thammuu.apps.dossiers.commands import AskMoreTime, DecideMoreTime
from thammuu.apps.dossiers.models import OVER, ExtensionDecision, ExtensionRequest, Step, StepState
from thammuu.apps.dossiers.policies import Ownership, may_grant
from thammuu.apps.dossiers.refusals import (
    AskedAlready,
    DecidedAlready,
    DecidedBeforeAsked,
    LetterMissing,
    NoDayToMove,
    NotLater,
    PaperMissing,
    ReasonMissing,
    StepIsOver,
)
from thammuu.apps.dossiers.telling import tell_asked, tell_decided
from thammuu.apps.dossiers.wording import joined
from thammuu.apps.files.services import Kept, add_row, keep
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import officer_named
from thammuu_core.plans.model import WhenKind


def ask_more_time(actor: Actor, command: AskMoreTime, *, key: UUID) -> UUID:
    """Record that more time was asked for, with the letter that asks. The request's uuid."""
    step = access.step_to_record(actor, command.step)
    if not command.reason.strip():
        raise ReasonMissing
    if command.letter is None and not command.letter_note.strip():
        raise LetterMissing
    kept = keep(command.letter) if command.letter else None

    def act() -> UUID:
        words = joined((f"Xin gia hạn đến {command.ends_on:%d/%m/%Y}", command.reason, command.letter_note))
        claim_step(step, command.version, words)
        check_day(command.asked_on, command.asked_by)
        _check_may_wait(step)
        _check_later(step, command.ends_on)
        request = _add_request(actor, step, command, kept)
        tell_asked(actor, request)
        _journal(actor, step, "step.more_time_asked", request, command.ends_on, command.reason, kept)
        return request.uuid

    return once(actor.uuid, key, "step.more_time_asked", command, act)


def decide_more_time(actor: Actor, command: DecideMoreTime, *, key: UUID) -> UUID:
    """Record what was decided of a request; what is granted becomes the step's last day. The request's uuid."""
    request = access.request_to_decide(actor, command.request)
    kept = keep(command.paper) if command.paper else None

    def act() -> UUID:
        step = request.step
        claim_step(step, command.version, _yours(command))
        _check_decision(actor, request, command, kept)
        decision = _add_decision(actor, request, command, kept)
        if decision.ends_on:
            _move(actor, step, decision)
        tell_decided(actor, decision)
        _journal(actor, step, "step.more_time_decided", decision, decision.ends_on, decision.reason, kept)
        return request.uuid

    return once(actor.uuid, key, "step.more_time_decided", command, act)


def waiting_request(step: Step) -> ExtensionRequest | None:
    """The request about which nothing is decided yet."""
    return step.extension_requests.filter(decision=None).last()


def _check_may_wait(step: Step) -> None:
    if step.state in OVER:
        raise StepIsOver(StepState(step.state).label)
    if step.due_on is None:
        raise NoDayToMove
    if (waiting := waiting_request(step)) is not None:
        raise AskedAlready(waiting.ends_on)


def _check_later(step: Step, day: date) -> None:
    """Later than the present last day, not over yet, and not behind the step it is a part of."""
    today = clock.today()
    if day < today:
        raise NotLater(day, today, today=True)
    if step.due_on is not None and day <= step.due_on:
        raise NotLater(day, step.due_on, today=False)
    changes.check_inside_whole(step, day)


def _check_decision(
    actor: Actor, request: ExtensionRequest, command: DecideMoreTime, kept: Kept | None
) -> None:
    check_day(command.decided_on, command.decided_by)
    if command.decided_on < request.asked_on:
        raise DecidedBeforeAsked(command.decided_on, request.asked_on)
    decided = ExtensionDecision.objects.filter(request=request).first()
    if decided is not None:
        raise DecidedAlready(outcome_words(decided))
    if kept is None and not command.paper_note.strip() and not _is_own(actor, request, command):
        raise PaperMissing
    if not command.granted:
        if not command.reason.strip():
            raise ReasonMissing
        return
    if request.step.state in OVER:
        raise StepIsOver(StepState(request.step.state).label)
    _check_later(request.step, command.ends_on or request.ends_on)


def _is_own(actor: Actor, request: ExtensionRequest, command: DecideMoreTime) -> bool:
    """The leader who decides records it in person."""
    officer = officer_named(actor.agency_id, command.decided_by)
    return (
        officer is not None
        and officer.pk == actor.id
        and may_grant(actor, Ownership.of(request.step.dossier))
    )


def _add_request(actor: Actor, step: Step, command: AskMoreTime, kept: Kept | None) -> ExtensionRequest:
    at = clock.now()
    return ExtensionRequest.objects.create(
        step=step,
        asked_on=command.asked_on,
        asked_by=command.asked_by.strip(),
        ends_on=command.ends_on,
        reason=command.reason.strip(),
        letter=add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=at) if kept else None,
        letter_note=command.letter_note.strip(),
        recorded_by_id=actor.id,
        recorded_at=at,
    )


def _add_decision(
    actor: Actor, request: ExtensionRequest, command: DecideMoreTime, kept: Kept | None
) -> ExtensionDecision:
    at = clock.now()
    return ExtensionDecision.objects.create(
        request=request,
        granted=command.granted,
        ends_on=(command.ends_on or request.ends_on) if command.granted else None,
        decided_on=command.decided_on,
        decided_by=command.decided_by.strip(),
        paper=add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=at) if kept else None,
        paper_note=command.paper_note.strip(),
        reason=command.reason.strip(),
        recorded_by_id=actor.id,
        recorded_at=at,
    )


def _move(actor: Actor, step: Step, decision: ExtensionDecision) -> None:
    """The granted day is the last day, included, and no longer the end of a month; the plan's words stay as they were."""
    before = changes.value_of(step, "when")
    step.ends_on, step.strict, step.when_kind = decision.ends_on, False, WhenKind.DEADLINE
    derived.set_due([step])
    step.save(update_fields=["ends_on", "strict", "when_kind", "due_on"])
    changes.add(actor, step, "when", before, decision.recorded_at, reason=decision.reason, decision=decision)
    derived.refresh(step.dossier_id)


def _yours(command: DecideMoreTime) -> str:
    if not command.granted:
        return joined(("Không đồng ý gia hạn", command.reason, command.paper_note))
    until = f" đến {command.ends_on:%d/%m/%Y}" if command.ends_on else ""
    return joined((f"Đồng ý gia hạn{until}", command.reason, command.paper_note))


def _journal(
    actor: Actor,
    step: Step,
    name: str,
    row: ExtensionRequest | ExtensionDecision,
    ends_on: date | None,
    reason: str,
    kept: Kept | None,
) -> None:
    data = {
        "row": row.uuid,
        "dossier": step.dossier.uuid,
        "where": step.where,
        "ends_on": ends_on,
        "reason": reason,
        "paper_sha256": kept.sha256 if kept else None,
    }
    record(
        name,
        subject=step.uuid,
        at=row.recorded_at,
        actor=actor.uuid,
        agency=actor.agency_uuid,
        data=data,
    )
