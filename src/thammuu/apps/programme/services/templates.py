"""Templates of steps: copied and edited by an agency, every version kept."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import StaleEdit
from thammuu.apps.programme import access
from thammuu.apps.programme.commands import SaveTemplate, TemplateStepFields
from thammuu.apps.programme.models import StepTemplate, TemplateVersion
from thammuu.apps.programme.refusals import NoTemplateSteps
from thammuu_core.plans.durations import durations


def save_template(actor: Actor, command: SaveTemplate, *, key: UUID) -> UUID:
    """A new template, or a new version of one. The template's uuid. Raises StaleEdit when another version came first."""
    access.check_may_edit_templates(actor)
    template = access.seen_template(actor, command.template) if command.template else None
    _check(command.steps)

    def act() -> UUID:
        at = clock.now()
        saved = template or StepTemplate.objects.create(agency_id=actor.agency_id, made_at=at)
        _refuse_stale(saved, command)
        TemplateVersion.objects.create(
            template=saved,
            number=command.number + 1,
            name=command.name.strip(),
            steps=[_step(step) for step in command.steps],
            reason=command.reason.strip(),
            made_by_id=actor.id,
            made_at=at,
        )
        record(
            "template.saved",
            subject=saved.uuid,
            at=at,
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data=command,
        )
        return saved.uuid

    return once(actor.uuid, key, "template.saved", command, act)


def _check(steps: tuple[TemplateStepFields, ...]) -> None:
    known = {one.key for one in durations()}
    whole = all(step.title.strip() and step.durations and known.issuperset(step.durations) for step in steps)
    if not whole or all(step.condition.strip() for step in steps):
        raise NoTemplateSteps


def _refuse_stale(template: StepTemplate, command: SaveTemplate) -> None:
    """The row is locked, so that of two savings at once the second sees the first."""
    StepTemplate.objects.select_for_update().get(pk=template.pk)
    newest = TemplateVersion.objects.filter(template=template).order_by("number").last()
    if (newest.number if newest else 0) != command.number:
        current = "\n".join(step["title"] for step in newest.steps) if newest else ""
        raise StaleEdit(yours="\n".join(step.title for step in command.steps), current=current)


def _step(step: TemplateStepFields) -> dict[str, object]:
    return {
        "title": step.title.strip(),
        "durations": list(step.durations),
        "condition": step.condition.strip(),
        "owner": step.owner.strip(),
    }
