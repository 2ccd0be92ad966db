"""What happens to a step: begun, done, handed over, not to be done, to be done again."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

from django.db.models import F

from thammuu.apps.dossiers import access
from thammuu.apps.dossiers.acting.claiming import claim_step
from thammuu.apps.dossiers.acting.facts import NAMES, Fact, add_fact, journal_fact
from thammuu.apps.dossiers.acting.holding import Holder, holder_named, holder_of_worker
from thammuu.apps.dossiers.commands import FinishStep, HandOverStep, ReopenStep, SkipStep, StartStep
from thammuu.apps.dossiers.models import Act, Step, StepEvent, StepState
from thammuu.apps.dossiers.refusals import (
    EvidenceForOthers,
    EvidenceMissing,
    HeldAlready,
    NoteForOthers,
    ReasonMissing,
)
from thammuu.apps.dossiers.telling import tell_handed_over
from thammuu.apps.dossiers.wording import fact_words
from thammuu.apps.files.services import Kept, keep
from thammuu.apps.journal.receipts import once
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor


def start_step(actor: Actor, command: StartStep, *, key: UUID) -> UUID:
    """Record that work on a step began; whoever began it has it, unless it lies with someone already.

    The step's uuid.
    """
    step = access.step_to_record(actor, command.step)
    fact = Fact(Act.START, command.done_on, command.done_by, command.note)
    return _record(actor, step, command, fact, key)


def finish_step(actor: Actor, command: FinishStep, *, key: UUID) -> UUID:
    """Record that a step was done, with its evidence. The step's uuid."""
    step = access.step_to_record(actor, command.step)
    if command.evidence is None and not command.evidence_note.strip():
        raise EvidenceMissing
    kept = keep(command.evidence, workbook=True) if command.evidence else None
    fact = Fact(Act.FINISH, command.done_on, command.done_by, command.note, command.evidence_note)
    return _record(actor, step, command, fact, key, kept)


def hand_over_step(actor: Actor, command: HandOverStep, *, key: UUID) -> UUID:
    """Record that from a day on the step is with another. The step's uuid."""
    step = access.step_to_record(actor, command.step)
    holder = holder_named(actor, command.officer, command.unit, command.words)
    kept = keep(command.evidence, workbook=True) if command.evidence else None
    fact = Fact(Act.HAND_OVER, command.done_on, command.done_by, command.note, command.evidence_note, holder)
    return _record(actor, step, command, fact, key, kept)


def skip_step(actor: Actor, command: SkipStep, *, key: UUID) -> UUID:
    """Record that the step will not be done, and why. The step's uuid."""
    step = access.step_to_record(actor, command.step)
    if not command.note.strip():
        raise ReasonMissing
    kept = keep(command.evidence, workbook=True) if command.evidence else None
    fact = Fact(Act.SKIP, command.done_on, command.done_by, command.note, command.evidence_note)
    return _record(actor, step, command, fact, key, kept)


def reopen_step(actor: Actor, command: ReopenStep, *, key: UUID) -> UUID:
    """Record that a step that was over is to be done again, and why; its facts stay. The step's uuid."""
    step = access.step_to_record(actor, command.step)
    if not command.note.strip():
        raise ReasonMissing
    kept = keep(command.evidence, workbook=True) if command.evidence else None
    fact = Fact(Act.REOPEN, command.done_on, command.done_by, command.note, command.evidence_note)
    return _record(actor, step, command, fact, key, kept)


Recording = StartStep | FinishStep | HandOverStep | SkipStep | ReopenStep


def _record(
    actor: Actor, step: Step, command: Recording, fact: Fact, key: UUID, kept: Kept | None = None
) -> UUID:
    """One fact on a claimed step, with its notice and its event."""
    _check_others(actor, fact, kept)

    def act() -> UUID:
        claim_step(step, command.version, _yours(fact))
        event = add_fact(actor, step, _held(actor, step, fact), clock.now(), kept)
        begun = _begin_whole(actor, step, fact)
        if fact.act == Act.HAND_OVER:
            tell_handed_over(actor, step, event)
        journal_fact(actor, step, event, kept)
        if begun is not None:
            journal_fact(actor, begun.step, begun)
        return step.uuid

    return once(actor.uuid, key, NAMES[fact.act], command, act)


def _check_others(actor: Actor, fact: Fact, kept: Kept | None) -> None:
    """What another did rests on a file or a word on where the paper lies; that he began, on a note."""
    person = fact.done_by.strip()
    if not person or person == actor.name:
        return
    if fact.act == Act.START:
        if not fact.note.strip():
            raise NoteForOthers(person)
    elif kept is None and not fact.evidence_note.strip():
        raise EvidenceForOthers(person)


def _begin_whole(actor: Actor, step: Step, fact: Fact) -> StepEvent | None:
    """Whoever begins a part begins its whole, if nothing was done to it yet: nobody should have to say it twice."""
    whole = step.parent
    if fact.act != Act.START or whole is None or whole.state != StepState.NOT_STARTED:
        return None
    if whole.events.exclude(act=Act.HAND_OVER).exists():
        return None
    Step.objects.filter(pk=whole.pk).update(version=F("version") + 1)
    whole.refresh_from_db()
    with_it = replace(fact, note=f"Bắt đầu cùng việc thành phần {step.where}")
    return add_fact(actor, whole, _held(actor, whole, with_it), clock.now())


def _held(actor: Actor, step: Step, fact: Fact) -> Fact:
    """The fact with the one it gives the step to: the starter has what nobody had."""
    if fact.act == Act.START and not step.holder_words:
        return replace(fact, holder=holder_of_worker(actor, fact.done_by))
    if fact.act == Act.HAND_OVER and fact.holder == _holder_now(step):
        raise HeldAlready(step.holder_words)
    return fact


def _holder_now(step: Step) -> Holder:
    return Holder(step.holder_words, step.holder_unit_id, step.holder_officer_id)


def _yours(fact: Fact) -> str:
    holder = fact.holder.words if fact.holder else ""
    return fact_words(fact.act.label, fact.done_on, fact.done_by, holder, fact.evidence_note, fact.note)
