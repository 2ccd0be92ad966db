"""What the steps of a dossier say: one added, one split into its parts, one corrected, one confirmed."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from thammuu.apps.dossiers import access, derived
from thammuu.apps.dossiers.acting import changes
from thammuu.apps.dossiers.acting.claiming import claim_step, lock_open
from thammuu.apps.dossiers.acting.laying import Owner, lay, set_owners
from thammuu.apps.dossiers.commands import AddStep, ConfirmStep, CorrectStep, NewStep, SplitStep
from thammuu.apps.dossiers.indexing import index_steps
from thammuu.apps.dossiers.models import OVER, Dossier, Origin, Part, Step, StepChange, StepState
from thammuu.apps.dossiers.reckoning.rules import due_day
from thammuu.apps.dossiers.refusals import (
    MoreTimeByRequest,
    PartsNotTaken,
    ReasonMissing,
    StepIsOver,
    ValueNotTaken,
)
from thammuu.apps.dossiers.telling import tell_added, tell_changed
from thammuu.apps.dossiers.wording import FIELD_WORDS, change_words, joined, value_words
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotVisible

ADDED = (Origin.CONCLUSION, Origin.HAND)
"""Where a step of a running dossier can come from; the others come with the dossier or by splitting."""


def add_step(actor: Actor, command: AddStep, *, key: UUID) -> UUID:
    """A further step of a running dossier, and why. The step's uuid."""
    dossier = access.dossier_to_change(actor, command.dossier)
    origin = Origin(command.origin)
    if origin not in ADDED:
        raise ValueNotTaken(f"Không thêm được bước với nguồn “{origin.label}”.")
    if not command.reason.strip():
        raise ReasonMissing

    def act() -> UUID:
        lock_open(dossier.pk)
        before = _steps_named(dossier, command.after)
        (step,) = lay(dossier, (command.step,), origin)
        step.after.set(before)
        at = clock.now()
        StepChange.objects.create(
            step=step,
            field="added",
            after={"text": step.text, "origin": origin},
            reason=command.reason.strip(),
            made_by_id=actor.id,
            made_at=at,
        )
        derived.refresh(dossier.pk)
        index_steps([step])
        tell_added(actor, step)
        _journal(actor, step, "step.added", text=step.text, origin=origin, reason=command.reason)
        return step.uuid

    return once(actor.uuid, key, "step.added", command, act)


def split_step(actor: Actor, command: SplitStep, *, key: UUID) -> UUID:
    """The parts of a bundled step become steps of their own inside it, one after the other. The step's uuid."""
    step = access.step_to_record(actor, command.step)

    def act() -> UUID:
        claim_step(step, command.version, "; ".join(part.text for part in command.parts))
        _check_parts(step, command.parts)
        parts = lay(step.dossier, command.parts, Origin.PART, step)
        for before, part in pairwise(parts):
            part.after.add(before)
        _pass_owners_on(step, parts)
        derived.refresh(step.dossier_id)
        index_steps(parts)
        _journal(actor, step, "step.split", parts=[part.text for part in parts])
        return step.uuid

    return once(actor.uuid, key, "step.split", command, act)


def correct_step(actor: Actor, command: CorrectStep, *, key: UUID) -> UUID:
    """What the step says was read or typed wrongly; a last day that is to move is for `ask_more_time`.

    The step's uuid.
    """
    step = access.step_to_correct(actor, command.step)
    if not command.reason.strip():
        raise ReasonMissing
    value = changes.checked(command.field, command.value)

    def act() -> UUID:
        claim_step(step, command.version, _yours(command.field, value, command.reason))
        before, stands, due = (
            changes.value_of(step, command.field),
            command.field in step.confirmed,
            step.due_on,
        )
        changes.set_value(step, command.field, value)
        if command.field == "when" and stands and due and (step.due_on is None or step.due_on > due):
            raise MoreTimeByRequest(due)
        if command.field == "when":
            changes.check_inside_whole(step, step.due_on)
        if changes.value_of(step, command.field) == before:
            raise ValueNotTaken("Nội dung vẫn như cũ. Nếu đã đúng, hãy bấm xác nhận thay cho sửa.")
        change = changes.add(actor, step, command.field, before, clock.now(), reason=command.reason)
        derived.refresh(step.dossier_id)
        index_steps([step])
        tell_changed(actor, step, change.uuid, change_words(change))
        _journal(
            actor,
            step,
            "step.corrected",
            field=change.field,
            before=change.before,
            after=change.after,
            reason=change.reason,
        )
        return step.uuid

    return once(actor.uuid, key, "step.corrected", command, act)


def confirm_step(actor: Actor, command: ConfirmStep, *, key: UUID) -> UUID:
    """A person has seen these fields and takes them as they are. The step's uuid."""
    step = access.step_to_correct(actor, command.step)
    unknown = [field for field in command.fields if field not in changes.CORRECTABLE]
    if unknown or not command.fields:
        raise ValueNotTaken("Hãy chọn ít nhất một mục của bước để xác nhận.")

    def act() -> UUID:
        named = ", ".join(FIELD_WORDS[field] for field in command.fields)
        claim_step(step, command.version, f"Xác nhận: {named}")
        step.confirmed = changes.confirmed_with(step, command.fields)
        step.save(update_fields=["confirmed"])
        _journal(actor, step, "step.confirmed", fields=command.fields)
        return step.uuid

    return once(actor.uuid, key, "step.confirmed", command, act)


def _steps_named(dossier: Dossier, uuids: tuple[UUID, ...]) -> list[Step]:
    found = list(dossier.steps.filter(uuid__in=uuids))
    if len(found) != len(set(uuids)):
        raise NotVisible
    return found


def _check_parts(step: Step, parts: tuple[NewStep, ...]) -> None:
    """A step of one's own level, not over and not split before, into at least two parts inside its days."""
    if step.state in OVER:
        raise StepIsOver(StepState(step.state).label)
    if step.parent_id or step.parts.exists():
        raise PartsNotTaken("Bước này đã là việc thành phần hoặc đã được tách rồi.")
    if len(parts) < 2:
        raise PartsNotTaken("Cần ít nhất hai việc thành phần để tách một bước.")
    for part in parts:
        due = due_day(step.dossier.agency_id, part.starts_on, part.ends_on, strict=part.strict)
        if due and step.due_on and due > step.due_on:
            raise PartsNotTaken(
                f"Việc thành phần “{part.text}” kết thúc {due:%d/%m/%Y}, sau hạn của bước {step.due_on:%d/%m/%Y}."
            )


def _pass_owners_on(step: Step, parts: list[Step]) -> None:
    """A part without owners has those of its whole."""
    for kind in Part:
        owners = [
            Owner(owner.as_written, owner.unit_id, owner.agency_id)
            for owner in step.owners.filter(part=kind).order_by("position")
        ]
        for part in parts:
            if not part.owners.filter(part=kind).exists():
                set_owners(part, kind, owners)


def _yours(field: str, value: object, reason: str) -> str:
    return joined((f"{FIELD_WORDS[field]}: {value_words(field, value)}", reason))


def _journal(actor: Actor, step: Step, name: str, **data: object) -> None:
    record(
        name,
        subject=step.uuid,
        at=clock.now(),
        actor=actor.uuid,
        agency=actor.agency_uuid,
        data={"dossier": step.dossier.uuid, "where": step.where, **data},
    )
