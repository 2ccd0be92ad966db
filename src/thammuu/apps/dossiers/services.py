"""What people do to dossiers. Each: policy, guard, rows, journal event, in one transaction with its receipt."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.documents.queries import visible_document
from thammuu.apps.dossiers import access, policies
from thammuu.apps.dossiers.commands import DecideDoubt, FinishStep, OpenDossier, StartStep
from thammuu.apps.dossiers.facts import add_fact, check_fact
from thammuu.apps.dossiers.models import Act, Doubt, DoubtDecision, DoubtState
from thammuu.apps.dossiers.opening import open_dossier
from thammuu.apps.dossiers.refusals import EvidenceMissing, NoSteps, NotReadYet, ReasonMissing
from thammuu.apps.files.services import keep
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, StaleEdit


def create_dossier_from_reading(actor: Actor, command: OpenDossier, *, key: UUID) -> UUID:
    """A dossier from the newest reading of a document; the actor becomes its drafter. The dossier's uuid."""
    if not policies.may_open(actor):
        raise NotAllowed("lập hồ sơ từ kế hoạch", "chuyên viên hoặc trưởng đơn vị")
    document = visible_document(actor, command.document)

    def act() -> UUID:
        reading = document.readings.order_by("pk").last()
        if reading is None:
            raise NotReadYet
        if not reading.claim["steps"]:
            raise NoSteps
        at = clock.now()
        dossier = open_dossier(actor, reading, command.title.strip(), at)
        data = {"reading": reading.uuid, "title": dossier.title, "steps": dossier.steps.count()}
        record(
            "dossier.opened",
            subject=dossier.uuid,
            at=at,
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data=data,
        )
        return dossier.uuid

    return once(actor.uuid, key, "dossier.opened", command, act)


def start_step(actor: Actor, command: StartStep, *, key: UUID) -> UUID:
    """Record that work on a step began. The step's uuid."""
    step = access.step_to_record(actor, command.step)

    def act() -> UUID:
        check_fact(step, Act.START, command)
        return add_fact(actor, step, Act.START, command)

    return once(actor.uuid, key, "step.started", command, act)


def finish_step(actor: Actor, command: FinishStep, *, key: UUID) -> UUID:
    """Record that a step was done, with its evidence. The step's uuid."""
    step = access.step_to_record(actor, command.step)
    if command.evidence is None and not command.evidence_note.strip():
        raise EvidenceMissing
    kept = keep(command.evidence) if command.evidence else None

    def act() -> UUID:
        check_fact(step, Act.FINISH, command)
        return add_fact(actor, step, Act.FINISH, command, kept)

    return once(actor.uuid, key, "step.finished", command, act)


def decide_doubt(actor: Actor, command: DecideDoubt, *, key: UUID) -> UUID:
    """Say what a doubt amounts to, and why; saying it again replaces what is shown, never what was said."""
    doubt = access.doubt_to_decide(actor, command.doubt)
    state = DoubtState(command.state)
    if state != DoubtState.OPEN and not command.reason.strip():
        raise ReasonMissing

    def act() -> UUID:
        changed = Doubt.objects.filter(pk=doubt.pk, version=command.version)
        if not changed.update(state=state, version=command.version + 1):
            doubt.refresh_from_db()
            raise StaleEdit(
                yours=f"{state.label}: {command.reason}",
                current=str(doubt.decisions.last() or doubt.get_state_display()),
            )
        at = clock.now()
        DoubtDecision.objects.create(
            doubt=doubt, state=state, reason=command.reason.strip(), decided_by_id=actor.id, decided_at=at
        )
        record(
            "doubt.decided",
            subject=doubt.uuid,
            at=at,
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data=command,
        )
        return doubt.uuid

    return once(actor.uuid, key, "doubt.decided", command, act)
