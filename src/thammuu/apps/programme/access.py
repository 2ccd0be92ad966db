"""The rows an actor may act on, fetched and checked in one place: first whether they are seen, then whether they may."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu.apps.programme import policies
from thammuu.apps.programme.models import (
    Assignment,
    AssignmentState,
    ProgrammeSheet,
    StepTemplate,
    WorkProgramme,
)
from thammuu.apps.programme.refusals import NotInForce

KEEPERS = "văn thư hoặc trưởng phòng, đơn vị"


def check_may_keep(actor: Actor) -> None:
    """Raises NotAllowed for whoever does not keep the programme; for the form as well."""
    if not policies.may_keep(actor):
        raise NotAllowed("nhập, sửa chương trình công tác", KEEPERS)


def check_may_edit_templates(actor: Actor) -> None:
    """Raises NotAllowed for whoever does not edit templates; for the form as well."""
    if not policies.may_edit_templates(actor):
        raise NotAllowed("sửa mẫu các bước", "trưởng phòng, đơn vị")


def seen_assignment(actor: Actor, uuid: UUID) -> Assignment:
    """The assignment, if the actor sees it. Raises NotVisible."""
    rows = policies.visible_assignments(actor)
    related = ("programme", "letter__document__file", "lead_unit", "lead_agency", "dossier")
    found = rows.select_related(*related).filter(uuid=uuid).first()
    if found is None:
        raise NotVisible
    return found


def assignment_to_keep(actor: Actor, uuid: UUID) -> Assignment:
    """The assignment, if the actor may change what it says. Raises NotVisible, NotAllowed."""
    return _checked(actor, uuid, policies.may_keep, "sửa nhiệm vụ này", KEEPERS)


def assignment_to_instruct(actor: Actor, uuid: UUID) -> Assignment:
    """The assignment, if the actor may put a bút phê on it. Raises NotVisible, NotAllowed."""
    return _checked(
        actor, uuid, policies.may_instruct, "ghi bút phê", f"lãnh đạo, hoặc {KEEPERS} ghi nhận thay"
    )


def assignment_to_open(actor: Actor, uuid: UUID) -> Assignment:
    """The assignment, if the actor may make a dossier of it. Raises NotVisible, NotAllowed."""
    found = seen_assignment(actor, uuid)
    if not (policies.may_open(actor, found.lead_unit_id) or _waits_for_a_unit(actor, found)):
        raise NotAllowed("lập hồ sơ cho nhiệm vụ này", "chuyên viên hoặc trưởng đơn vị chủ trì")
    return found


def _waits_for_a_unit(actor: Actor, found: Assignment) -> bool:
    """Not given to a unit yet: who could open it is told so rather than sent away."""
    return found.lead_unit_id is None and any(policies.may_open(actor, unit) for unit in actor.unit_ids)


def _checked(actor: Actor, uuid: UUID, may: Callable[[Actor], bool], act: str, who: str) -> Assignment:
    found = seen_assignment(actor, uuid)
    if not may(actor):
        raise NotAllowed(act, who)
    return found


def seen_sheet(actor: Actor, uuid: UUID) -> ProgrammeSheet:
    """The file with its reading, if the actor sees it. Raises NotVisible."""
    found = policies.visible_sheets(actor).select_related("file", "received_by").filter(uuid=uuid).first()
    if found is None:
        raise NotVisible
    return found


def seen_programme(actor: Actor, uuid: UUID) -> WorkProgramme:
    """The programme, if the actor sees it. Raises NotVisible."""
    found = policies.visible_programmes(actor).filter(uuid=uuid).first()
    if found is None:
        raise NotVisible
    return found


def seen_template(actor: Actor, uuid: UUID) -> StepTemplate:
    """The template, if the actor sees it. Raises NotVisible."""
    found = policies.visible_templates(actor).prefetch_related("versions").filter(uuid=uuid).first()
    if found is None:
        raise NotVisible
    return found


def changed(assignment: Assignment, version: int, yours: str, **fields: Any) -> None:
    """Set fields if nobody has changed the assignment since `version`; else StaleEdit with both texts, or NotInForce."""
    rows = Assignment.objects.filter(pk=assignment.pk, version=version, state=AssignmentState.STANDING)
    if rows.update(version=version + 1, **fields):
        return
    assignment.refresh_from_db()
    if assignment.state == AssignmentState.WITHDRAWN:
        raise NotInForce
    raise StaleEdit(yours=yours, current=shown(assignment))


def shown(assignment: Assignment) -> str:
    """An assignment in a few lines, for the page that tells of two edits at once."""
    due = f"{assignment.due_on:%d/%m/%Y}" if assignment.due_on else "chưa có"
    lines = (
        assignment.text,
        f"Chủ trì: {assignment.lead_unit or assignment.lead_agency or assignment.lead_words or 'chưa giao'}",
        f"Hạn: {due}",
        assignment.get_state_display(),
    )
    return "\n".join(lines)
