"""Beginning a draft."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.dossiers.acting.claiming import lock_open
from thammuu.apps.dossiers.models import Dossier, Step
from thammuu.apps.drafting import access
from thammuu.apps.drafting.commands import BeginDraft
from thammuu.apps.drafting.keeping import Prepared, add, prepare, said
from thammuu.apps.drafting.models import Draft, Source
from thammuu.apps.journal.receipts import once
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.records.access import step_of


def begin_draft(actor: Actor, command: BeginDraft, *, key: UUID) -> UUID:
    """A draft of the dossier whose first version is the Word file. The draft's uuid."""
    dossier = access.dossier_to_draft(actor, command.dossier)
    step = step_of(dossier, command.step)
    kind = said(command.kind, "loại văn bản (Kế hoạch, Tờ trình, Công văn, …)")
    title = said(command.title, "trích yếu nội dung văn bản")
    prepared = prepare(command.file)

    def act() -> UUID:
        return _begin(actor, dossier, step, kind, title, prepared).uuid

    return once(actor.uuid, key, "draft.begun", command, act)


def _begin(
    actor: Actor, dossier: Dossier, step: Step | None, kind: str, title: str, prepared: Prepared
) -> Draft:
    lock_open(dossier.pk)
    at = clock.now()
    draft = Draft.objects.create(
        dossier=dossier, step=step, kind=kind, title=title, begun_by_id=actor.id, begun_at=at
    )
    add(actor, draft, 1, prepared, Source.UPLOADED, "", at)
    return draft
