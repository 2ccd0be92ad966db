"""The rows an actor may act on, fetched and checked in one place: first whether they are seen, then whether they may."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.dossiers import policies
from thammuu.apps.dossiers.models import Dossier, Doubt, Step
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible


def step_to_record(actor: Actor, uuid: UUID) -> Step:
    """The step, if the actor may record facts of it. Raises NotVisible or NotAllowed."""
    visible = Step.objects.filter(dossier__in=policies.visible_dossiers(actor))
    step = visible.select_related("dossier").prefetch_related("owners").filter(uuid=uuid).first()
    if step is None:
        raise NotVisible
    if not policies.may_record(actor, policies.Ownership.of(step.dossier), step.lead_unit_ids):
        raise NotAllowed(
            "ghi nhận tiến độ của bước này", "người lập hồ sơ, trưởng đơn vị hoặc đơn vị chủ trì bước"
        )
    return step


def doubt_to_decide(actor: Actor, uuid: UUID) -> Doubt:
    """The doubt, if the actor may settle it. Raises NotVisible or NotAllowed."""
    visible = Doubt.objects.filter(dossier__in=policies.visible_dossiers(actor))
    doubt = visible.select_related("dossier").filter(uuid=uuid).first()
    if doubt is None:
        raise NotVisible
    check_may_decide(actor, doubt.dossier)
    return doubt


def check_may_decide(actor: Actor, dossier: Dossier) -> None:
    """Raises NotAllowed when the actor may not settle the doubts of the dossier."""
    if not policies.may_decide(actor, policies.Ownership.of(dossier)):
        raise NotAllowed("kết luận điểm cần xem lại", "người lập hồ sơ, trưởng đơn vị hoặc lãnh đạo")
