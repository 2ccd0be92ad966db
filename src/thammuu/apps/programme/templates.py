"""Templates of steps as pages show them: the one of the program and the agency's own, every version."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.organisations import parameters
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotVisible
from thammuu.apps.programme import access, policies
from thammuu.apps.programme.models import TemplateVersion
from thammuu.apps.programme.rows import TemplateRow, TemplateStepRow, TemplateView
from thammuu.apps.programme.timetables import DEFAULT_NAME, template_of
from thammuu_core.schedules import Template, default_template, needs


def template_rows(actor: Actor) -> tuple[TemplateRow, ...]:
    """The template of the program, then the agency's own that are in use. Administrators see none but that."""
    newest = _newest_versions(actor)
    return (_default_row(), *(_template_row(version, version.template.uuid) for version in newest))


def _default_row() -> TemplateRow:
    """The template that comes with the program."""
    return TemplateRow(None, DEFAULT_NAME, 0, len(default_template().steps), "", None)


def template_view(actor: Actor, uuid: UUID | None) -> TemplateView:
    """A template with its steps; None is the one of the program. Raises NotVisible."""
    if not policies.may_view(actor):
        raise NotVisible
    if uuid is None:
        return TemplateView(
            _default_row(), _template_steps(actor, default_template()), (), policies.may_edit_templates(actor)
        )
    versions = list(access.seen_template(actor, uuid).versions.select_related("made_by"))
    newest = versions[-1]
    return TemplateView(
        _template_row(newest, uuid),
        _template_steps(actor, template_of(newest.steps)),
        tuple(_template_row(one, uuid) for one in reversed(versions)),
        policies.may_edit_templates(actor),
    )


def template_to_edit(actor: Actor, uuid: UUID | None) -> TemplateView:
    """For the editor: NotVisible, NotAllowed."""
    view = template_view(actor, uuid)
    access.check_may_edit_templates(actor)
    return view


def _newest_versions(actor: Actor) -> list[TemplateVersion]:
    rows = TemplateVersion.objects.filter(template__in=policies.visible_templates(actor))
    newest = {one.template_id: one for one in rows.select_related("template", "made_by").order_by("number")}
    return sorted((one for one in newest.values() if one.steps), key=lambda one: one.name)


def _template_row(version: TemplateVersion, uuid: UUID) -> TemplateRow:
    return TemplateRow(
        uuid, version.name, version.number, len(version.steps), version.made_by.full_name, version.made_at
    )


def _template_steps(actor: Actor, template: Template) -> tuple[TemplateStepRow, ...]:
    found = needs(template, parameters.own_days(actor.agency_id))
    return tuple(
        TemplateStepRow(
            need.step.title, need.step.durations, need.step.condition or "", need.step.owner, need.days
        )
        for need in found
    )
