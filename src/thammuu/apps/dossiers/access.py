"""The rows an actor may act on, fetched and checked in one place: first whether they are seen, then whether they may."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.dossiers import policies
from thammuu.apps.dossiers.models import Dossier, Doubt, ExtensionRequest, Step
from thammuu.apps.dossiers.policies import Ownership, Tenure
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible

_KEEPERS = "người lập hồ sơ hoặc trưởng đơn vị của hồ sơ"


def step_to_record(actor: Actor, uuid: UUID) -> Step:
    """The step, if the actor may record facts of it. Raises NotVisible or NotAllowed."""
    step = _visible_step(actor, uuid)
    if not policies.may_record(actor, Tenure.of(step)):
        raise NotAllowed(
            "ghi nhận tiến độ của bước này",
            "người lập hồ sơ, trưởng đơn vị, đơn vị chủ trì hoặc người đang giữ bước",
        )
    return step


def step_to_correct(actor: Actor, uuid: UUID) -> Step:
    """The step, if the actor may change what it says. Raises NotVisible or NotAllowed."""
    step = _visible_step(actor, uuid)
    if not policies.may_manage(actor, Ownership.of(step.dossier)):
        raise NotAllowed("sửa nội dung của bước này", _KEEPERS)
    return step


def dossier_to_change(actor: Actor, uuid: UUID) -> Dossier:
    """The dossier, if the actor may change it as a whole. Raises NotVisible or NotAllowed."""
    dossier = policies.visible_dossiers(actor).select_related("drafter").filter(uuid=uuid).first()
    if dossier is None:
        raise NotVisible
    if not policies.may_manage(actor, Ownership.of(dossier)):
        raise NotAllowed("thay đổi hồ sơ này", _KEEPERS)
    return dossier


def request_to_decide(actor: Actor, uuid: UUID) -> ExtensionRequest:
    """The request for more time, if the actor may decide it or record its decision. Raises NotVisible, NotAllowed."""
    visible = ExtensionRequest.objects.filter(step__dossier__in=policies.visible_dossiers(actor))
    request = visible.select_related("step__dossier").filter(uuid=uuid).first()
    if request is None:
        raise NotVisible
    step = request.step
    if not (
        policies.may_grant(actor, Ownership.of(step.dossier)) or policies.may_record(actor, Tenure.of(step))
    ):
        raise NotAllowed(
            "ghi quyết định gia hạn của bước này", "lãnh đạo cơ quan, hoặc người ghi nhận thay có văn bản"
        )
    return request


def doubt_to_decide(actor: Actor, uuid: UUID) -> Doubt:
    """The doubt, if the actor may settle it. Raises NotVisible or NotAllowed."""
    visible = Doubt.objects.filter(dossier__in=policies.visible_dossiers(actor))
    doubt = visible.select_related("dossier").filter(uuid=uuid).first()
    if doubt is None:
        raise NotVisible
    if not policies.may_decide(actor, Ownership.of(doubt.dossier)):
        raise NotAllowed("kết luận điểm cần xem lại", "người lập hồ sơ, trưởng đơn vị hoặc lãnh đạo")
    return doubt


def _visible_step(actor: Actor, uuid: UUID) -> Step:
    visible = Step.objects.filter(dossier__in=policies.visible_dossiers(actor))
    step = visible.select_related("dossier").prefetch_related("owners").filter(uuid=uuid).first()
    if step is None:
        raise NotVisible
    return step
