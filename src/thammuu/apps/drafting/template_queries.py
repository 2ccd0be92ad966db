"""Reads of templates: what is used today, what an own file may ask for, files to look at and to start from."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from thammuu.apps.drafting.models import AgencyTemplate
from thammuu.apps.drafting.own_templates import example, known, newest, newest_of
from thammuu.apps.drafting.policies import check_sets_templates, may_set_templates
from thammuu.apps.drafting.rows import EditionRow, Made, TemplateRow, TemplatesView, TemplateView
from thammuu.apps.files import store
from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.queries import file_in
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import visible
from thammuu_core.compositions import Offer, Template, compose, offers, templates, worked_facts
from thammuu_core.rendering import to_docx


def agency_templates(actor: Actor) -> TemplatesView:
    """All templates by name, each with what the actor's agency uses today."""
    own = newest(actor.agency_id)
    rows = (_row(one, own.get(one.code)) for one in templates())
    return TemplatesView(tuple(sorted(rows, key=lambda row: row.name)), may_set_templates(actor))


def agency_template(actor: Actor, code: str) -> TemplateView:
    """One template with the placeholders it offers and the editions of the actor's agency. Raises NotVisible."""
    template = known(code)
    editions = AgencyTemplate.objects.filter(agency_id=actor.agency_id, code=code)
    history = tuple(editions.select_related("file", "set_by").order_by("-edition"))
    offered = offers(template, worked_facts(code))
    return TemplateView(
        row=_row(template, history[0] if history else None),
        single=tuple(one for one in offered if not one.rows),
        lists=tuple(one for one in offered if one.each),
        tables=_tables(template, offered),
        history=tuple(_edition(one) for one in history),
        edition=history[0].edition if history else 0,
        may_set=may_set_templates(actor),
    )


def to_set(actor: Actor, code: str) -> TemplateView:
    """The same for those who may change what is used. Raises NotVisible, NotAllowed."""
    view = agency_template(actor, code)
    check_sets_templates(actor)
    return view


def supplied_example(actor: Actor, code: str) -> Made:
    """The template that the program brings, filled with its example. Raises NotVisible."""
    template = known(code)
    return Made(to_docx(compose(template, worked_facts(code)).document), f"{code}.docx")


def own_example(actor: Actor, code: str) -> Made:
    """The agency's own file filled with the same example. Raises NotVisible where it has none."""
    template, row = known(code), newest_of(actor.agency_id, code)
    file = visible(row.file if row else None)
    return Made(example(store.get(file.sha256), template).data, f"{code}-cua-co-quan.docx")


def template_file(actor: Actor, uuid: UUID) -> StoredFile:
    """The file of an edition of the actor's agency. Raises NotVisible."""
    editions = AgencyTemplate.objects.filter(agency_id=actor.agency_id)
    return visible(file_in(uuid, ((editions, "file"),)))


def _row(template: Template, newest: AgencyTemplate | None) -> TemplateRow:
    own = _edition(newest) if newest and newest.file else None
    return TemplateRow(template.code, template.name, template.source, own)


def _edition(row: AgencyTemplate) -> EditionRow:
    return EditionRow(
        uuid=row.uuid,
        number=row.edition,
        note=row.note,
        set_by=row.set_by.full_name,
        set_at=row.set_at,
        file_uuid=row.file.uuid if row.file else None,
        file_name=row.file.name if row.file else "",
    )


def _tables(template: Template, offered: Iterable[Offer]) -> tuple[tuple[str, tuple[Offer, ...]], ...]:
    """Columns by the table whose rows they repeat, in its order."""
    found: dict[str, list[Offer]] = {}
    for one in offered:
        if one.rows and not one.each:
            found.setdefault(one.rows, []).append(one)
    return tuple((_label(template, name), tuple(rows)) for name, rows in found.items())


def _label(template: Template, name: str) -> str:
    field = template.field(*name.split("."))
    return field.label if field and field.label else name
