"""Beginning a draft."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class New:
    """A draft that is about to begin."""

    dossier: Dossier
    step: Step | None
    kind: str
    title: str
    first: Prepared
    template: str = ""
    reason: str = ""
    """Of the first version: what it was made from, where that is worth saying."""


def begin_draft(actor: Actor, command: BeginDraft, *, key: UUID) -> UUID:
    """A draft of the dossier whose first version is the Word file. The draft's uuid."""
    dossier = access.dossier_to_draft(actor, command.dossier)
    step = step_of(dossier, command.step)
    kind = said(command.kind, "loại văn bản (Kế hoạch, Tờ trình, Công văn, …)")
    title = said(command.title, "trích yếu nội dung văn bản")
    new = New(dossier, step, kind, title, prepare(actor, command.file))

    def act() -> UUID:
        return begun(actor, new, Source.UPLOADED).uuid

    return once(actor.uuid, key, "draft.begun", command, act)


def begun(actor: Actor, new: New, source: Source) -> Draft:
    """The draft with its first version, inside the transaction of the act."""
    lock_open(new.dossier.pk)
    at = clock.now()
    draft = Draft.objects.create(
        dossier=new.dossier,
        step=new.step,
        template=new.template,
        kind=new.kind,
        title=new.title,
        begun_by_id=actor.id,
        begun_at=at,
    )
    add(actor, draft, 1, new.first, source, new.reason, at)
    return draft
