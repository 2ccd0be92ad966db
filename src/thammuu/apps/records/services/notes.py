"""Notes, and taking back what was recorded by mistake."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.journal.receipts import once
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.records import access
from thammuu.apps.records.commands import Withdraw, WriteNote
from thammuu.apps.records.keeping import journal, said
from thammuu.apps.records.models import Note, Withdrawal


def write_note(actor: Actor, command: WriteNote, *, key: UUID) -> UUID:
    """Leave a note on the dossier or one of its steps. The note's uuid."""
    dossier = access.dossier_seen(actor, command.dossier)
    step = access.step_of(dossier, command.step)
    text = said(command.text, "nội dung ghi chú")

    def act() -> UUID:
        note = Note.objects.create(
            dossier=dossier, step=step, text=text, written_by_id=actor.id, written_at=clock.now()
        )
        journal(actor, "note.written", note.uuid, dossier.uuid, text=text)
        return note.uuid

    return once(actor.uuid, key, "note.written", command, act)


def withdraw(actor: Actor, command: Withdraw, *, key: UUID) -> UUID:
    """The record does not count any more; it stays to be read. The record's uuid."""
    found = access.record_to_withdraw(actor, command.subject)
    reason = said(command.reason, "lý do rút ghi chép")

    def act() -> UUID:
        access.check_stands(found.uuid)
        Withdrawal.objects.create(
            dossier=found.dossier,
            subject=found.uuid,
            reason=reason,
            withdrawn_by_id=actor.id,
            withdrawn_at=clock.now(),
        )
        journal(actor, "record.withdrawn", found.uuid, found.dossier.uuid, reason=reason)
        return found.uuid

    return once(actor.uuid, key, "record.withdrawn", command, act)
