"""Settling what a person had to look at."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.dossiers import access
from thammuu.apps.dossiers.commands import DecideDoubt
from thammuu.apps.dossiers.models import Doubt, DoubtDecision, DoubtState
from thammuu.apps.dossiers.refusals import ReasonMissing
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import StaleEdit


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
