"""A draft written from a template and what the dossier knows."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.drafting import access
from thammuu.apps.drafting.checking import Found
from thammuu.apps.drafting.commands import ComposeDraft
from thammuu.apps.drafting.gathering import facts_of, template_of
from thammuu.apps.drafting.keeping import prepare
from thammuu.apps.drafting.models import Source
from thammuu.apps.drafting.services.drafts import New, begun
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.receipts import once
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.records.access import step_of
from thammuu_core.compositions import Composed, compose
from thammuu_core.rendering import to_docx

LETTER = "Công văn"
"""What a document without a name of its kind is."""


def compose_draft(actor: Actor, command: ComposeDraft, *, key: UUID) -> UUID:
    """A draft of the dossier whose first version is composed. The draft's uuid.

    What the dossier does not know stands as "…" in it and among what the check found. Raises UnknownTemplate.
    """
    dossier = access.dossier_to_draft(actor, command.dossier)
    step = step_of(dossier, command.step)
    template = template_of(command.template)
    composed = compose(template, facts_of(dossier, step, template))
    document = composed.document
    kind = document.kind or LETTER
    file = Upload(f"{template.code}.docx", to_docx(document))
    new = New(dossier, step, kind, document.subject, prepare(actor, file, _missing(composed)), template.code)

    def act() -> UUID:
        return begun(actor, new, Source.COMPOSED).uuid

    return once(actor.uuid, key, "draft.composed", command, act)


def _missing(composed: Composed) -> tuple[Found, ...]:
    return tuple(Found(one.code, one.severity, one.where or "", one.message, "") for one in composed.problems)
