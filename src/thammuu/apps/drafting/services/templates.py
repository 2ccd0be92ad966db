"""An agency's own wording and layout: setting its Word file in the place of a template, taking it back."""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from thammuu.apps.drafting.commands import SetTemplate, TakeBackTemplate
from thammuu.apps.drafting.keeping import said
from thammuu.apps.drafting.models import AgencyTemplate
from thammuu.apps.drafting.own_templates import check_own, known, newest_of
from thammuu.apps.drafting.policies import check_sets_templates
from thammuu.apps.drafting.refusals import NoOwnTemplate, SameTemplate
from thammuu.apps.files.services import Kept, add_row, keep
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import StaleEdit


def set_template(actor: Actor, command: SetTemplate, *, key: UUID) -> UUID:
    """From now on drafts of this template are made from the agency's own Word file. The edition's uuid.

    Raises NotVisible, NotAllowed, TemplateNotWord, NoPlaceholders, UnknownPlaceholder and BrokenPlaceholder with their
    places, LinksOut, SameTemplate, StaleEdit, and what the gate raises.
    """
    template = known(command.template)
    check_sets_templates(actor)
    note = said(command.note, "mẫu này khác mẫu trước ở đâu")
    check_own(command.file, template)
    kept = keep(command.file)

    def act() -> UUID:
        before = _newest(actor, command)
        if before and before.file and before.file.sha256 == kept.sha256:
            raise SameTemplate(before.edition)
        return _set(actor, command, note, kept)

    return once(actor.uuid, key, "template.set", command, act)


def take_back_template(actor: Actor, command: TakeBackTemplate, *, key: UUID) -> UUID:
    """From now on drafts of this template are made as the program brings it; the agency's editions stay. The row's uuid.

    Raises NotVisible, NotAllowed, NoOwnTemplate, StaleEdit.
    """
    known(command.template)
    check_sets_templates(actor)
    note = said(command.note, "vì sao bỏ mẫu riêng")

    def act() -> UUID:
        before = _newest(actor, command)
        if not (before and before.file):
            raise NoOwnTemplate
        return _set(actor, command, note, None)

    return once(actor.uuid, key, "template.taken_back", command, act)


def _newest(actor: Actor, command: SetTemplate | TakeBackTemplate) -> AgencyTemplate | None:
    """The edition that the page showed. Raises StaleEdit when another one has come."""
    before = newest_of(actor.agency_id, command.template)
    if (before.edition if before else 0) != command.edition:
        raise StaleEdit(yours=command.note, current=_words(before))
    return before


def _set(actor: Actor, command: SetTemplate | TakeBackTemplate, note: str, kept: Kept | None) -> UUID:
    at, edition = clock.now(), command.edition + 1
    who = {"agency_id": actor.agency_id, "officer_id": actor.id}
    try:
        with transaction.atomic():
            row = AgencyTemplate.objects.create(
                agency_id=actor.agency_id,
                code=command.template,
                edition=edition,
                file=add_row(kept, **who, at=at) if kept else None,
                note=note,
                set_by_id=actor.id,
                set_at=at,
            )
    except IntegrityError as taken:
        raise StaleEdit(yours=note, current=_words(newest_of(actor.agency_id, command.template))) from taken
    done = "template.set" if kept else "template.taken_back"
    told = {"template": command.template, "edition": edition, "sha256": kept.sha256 if kept else None}
    record(done, subject=row.uuid, at=at, actor=actor.uuid, agency=actor.agency_uuid, data=told)
    return row.uuid


def _words(row: AgencyTemplate | None) -> str:
    if row is None:
        return "Mẫu có sẵn, chưa ai đặt mẫu riêng"
    done = f"đặt mẫu lần {row.edition}" if row.file else "bỏ mẫu riêng"
    return f"{row.set_by.full_name} {done} lúc {clock.local(row.set_at):%H:%M %d/%m/%Y}: {row.note}"
