"""The rows an actor may act on: first whether they are seen, then whether they may."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from thammuu.apps.dossiers.access import dossier_to_change
from thammuu.apps.dossiers.models import Dossier, Step
from thammuu.apps.dossiers.policies import visible_dossiers
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible
from thammuu.apps.records import policies
from thammuu.apps.records.models import (
    Conclusion,
    ContributionRequest,
    Meeting,
    Note,
    StudyRecord,
    Withdrawal,
)
from thammuu.apps.records.refusals import Withdrawn

Row = TypeVar("Row", bound=Model)
Withdrawable = ContributionRequest | StudyRecord | Meeting | Note
_KEEPERS = "người lập hồ sơ, trưởng đơn vị, hoặc đơn vị đang làm một bước của hồ sơ"


def dossier_seen(actor: Actor, uuid: UUID) -> Dossier:
    """The dossier. Raises NotVisible."""
    return _one(visible_dossiers(actor), uuid)


def dossier_to_keep(actor: Actor, uuid: UUID) -> Dossier:
    """The dossier, if the actor may keep studies and meetings in it. Raises NotVisible, NotAllowed."""
    dossier = dossier_seen(actor, uuid)
    if not policies.may_keep(actor, dossier):
        raise NotAllowed("ghi chép vào hồ sơ này", _KEEPERS)
    return dossier


def step_to_ask(actor: Actor, uuid: UUID) -> Step:
    """The step, if the actor may ask for contributions to it. Raises NotVisible, NotAllowed."""
    seen = Step.objects.filter(dossier__in=visible_dossiers(actor))
    step = _one(seen.select_related("dossier").prefetch_related("owners"), uuid)
    if not policies.may_ask(actor, step):
        raise NotAllowed(
            "đề nghị phối hợp cho bước này", "người lập hồ sơ, trưởng đơn vị hoặc đơn vị chủ trì bước"
        )
    return step


def step_of(dossier: Dossier, uuid: UUID | None) -> Step | None:
    """A step of the dossier that a record is about; None for the dossier as a whole. Raises NotVisible."""
    return _one(dossier.steps.all(), uuid) if uuid else None


def request_to_answer(actor: Actor, uuid: UUID) -> ContributionRequest:
    """The request, if the actor may say what came. Raises NotVisible, NotAllowed, Withdrawn."""
    seen = ContributionRequest.objects.filter(dossier__in=visible_dossiers(actor))
    request = _one(seen.select_related("dossier", "step__dossier", "unit"), uuid)
    if not policies.may_answer(actor, request):
        raise NotAllowed("trả lời đề nghị này", "đơn vị được đề nghị, hoặc người ghi nhận thay có văn bản")
    check_stands(request.uuid)
    return request


def study_to_receive(actor: Actor, uuid: UUID) -> StudyRecord:
    """The request for data, if the actor may say that they came. Raises NotVisible, NotAllowed, Withdrawn."""
    record = _one(
        StudyRecord.objects.filter(dossier__in=visible_dossiers(actor)).select_related("dossier"), uuid
    )
    dossier_to_keep(actor, record.dossier.uuid)
    check_stands(record.uuid)
    return record


def meeting_to_keep(actor: Actor, uuid: UUID) -> Meeting:
    """The meeting, if the actor may keep its minutes. Raises NotVisible, NotAllowed, Withdrawn."""
    meeting = _one(
        Meeting.objects.filter(dossier__in=visible_dossiers(actor)).select_related("dossier"), uuid
    )
    dossier_to_keep(actor, meeting.dossier.uuid)
    check_stands(meeting.uuid)
    return meeting


def conclusion_to_carry_out(actor: Actor, uuid: UUID) -> Conclusion:
    """The conclusion, if the actor may add steps to its dossier. Raises NotVisible, NotAllowed, Withdrawn."""
    seen = Conclusion.objects.filter(minutes__meeting__dossier__in=visible_dossiers(actor))
    conclusion = _one(seen.select_related("minutes__meeting__dossier"), uuid)
    dossier_to_change(actor, conclusion.minutes.meeting.dossier.uuid)
    check_stands(conclusion.minutes.meeting.uuid)
    return conclusion


def record_to_withdraw(actor: Actor, uuid: UUID) -> Withdrawable:
    """The request, study, meeting or note, if the actor may withdraw it. Raises NotVisible, NotAllowed."""
    for kind in (ContributionRequest, StudyRecord, Meeting, Note):
        seen = kind.objects.filter(dossier__in=visible_dossiers(actor), uuid=uuid)
        if (found := seen.select_related("dossier").first()) is not None:
            if not policies.may_withdraw(actor, found.dossier, recorder_of(found)):
                raise NotAllowed("rút ghi chép này", "người đã ghi, người lập hồ sơ hoặc trưởng đơn vị")
            return found
    raise NotVisible


def recorder_of(record: Withdrawable) -> int:
    """The officer who recorded it."""
    for field in ("recorded_by_id", "asked_by_id", "written_by_id"):
        if (officer := getattr(record, field, None)) is not None:
            return officer
    raise AssertionError(record)


def check_stands(uuid: UUID) -> None:
    """Raises Withdrawn."""
    if Withdrawal.objects.filter(subject=uuid).exists():
        raise Withdrawn


def _one(rows: QuerySet[Row], uuid: UUID) -> Row:
    found = rows.filter(uuid=uuid).first()
    if found is None:
        raise NotVisible
    return found
