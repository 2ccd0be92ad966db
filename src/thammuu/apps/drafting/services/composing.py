"""A draft written from a template and what the dossier knows."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.drafting import access
from thammuu.apps.drafting.checking import Found
from thammuu.apps.drafting.commands import ComposeDraft
from thammuu.apps.drafting.gathering import facts_of, template_of
from thammuu.apps.drafting.keeping import prepare
from thammuu.apps.drafting.models import Source
from thammuu.apps.drafting.own_templates import filled_own
from thammuu.apps.drafting.services.drafts import New, begun
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.receipts import once
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.records.access import step_of
from thammuu_core.compositions import compose
from thammuu_core.errors import Problem
from thammuu_core.rendering import to_docx

LETTER = "Công văn"
"""What a document without a name of its kind is."""


def compose_draft(actor: Actor, command: ComposeDraft, *, key: UUID) -> UUID:
    """A draft of the dossier whose first version is composed, in the agency's own file where it has one. The draft's uuid.

    What the dossier does not know stands as "…" in it and among what the check found. Raises UnknownTemplate.
    """
    dossier = access.dossier_to_draft(actor, command.dossier)
    step = step_of(dossier, command.step)
    template = template_of(command.template)
    facts = facts_of(dossier, step, template)
    composed, own = compose(template, facts), filled_own(dossier.agency_id, template, facts)
    document = composed.document
    file = Upload(f"{template.code}.docx", own.data if own else to_docx(document))
    prepared = prepare(actor, file, _missing((own or composed).problems))
    kind, told = document.kind or LETTER, own.told if own else ""
    title = f"{document.subject[:1].upper()}{document.subject[1:]}"
    new = New(dossier, step, kind, title, prepared, template.code, told)

    def act() -> UUID:
        return begun(actor, new, Source.COMPOSED).uuid

    return once(actor.uuid, key, "draft.composed", command, act)


def _missing(problems: tuple[Problem, ...]) -> tuple[Found, ...]:
    return tuple(Found(one.code, one.severity, one.where or "", one.message, "") for one in problems)
