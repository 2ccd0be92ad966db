"""Recording progress. Each request carries `Idempotency-Key` (a UUID): sent twice, it has one effect and one answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from ninja import Header, Router

from thammuu.api.v1 import shapes
from thammuu.apps.dossiers import services
from thammuu.apps.dossiers.commands import FinishStep, HandOverStep, ReopenStep, SkipStep, StartStep
from thammuu.apps.journal.receipts import replayed
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible

Recording = StartStep | FinishStep | HandOverStep | SkipStep | ReopenStep
router = Router(tags=["Ghi nhận tiến độ"])
Key = Header(
    alias="Idempotency-Key", description="Một UUID mới cho mỗi việc; gửi lại cùng mã thì chỉ ghi một lần"
)


@router.post("/steps/{uuid:step}/start", response=shapes.Recorded, summary="Bắt đầu")
def start(request: Any, step: UUID, act: shapes.Act, key: UUID = Key) -> dict[str, UUID]:
    """Work on the step began."""
    command = StartStep(step, act.version, act.done_on, _by(request, act), act.note)
    return _recorded(services.start_step, request, command, key)


@router.post("/steps/{uuid:step}/finish", response=shapes.Recorded, summary="Hoàn thành")
def finish(request: Any, step: UUID, act: shapes.Finish, key: UUID = Key) -> dict[str, UUID]:
    """The step was done."""
    command = FinishStep(step, act.version, act.done_on, _by(request, act), act.evidence_note, act.note)
    return _recorded(services.finish_step, request, command, key)


@router.post("/steps/{uuid:step}/hand-over", response=shapes.Recorded, summary="Chuyển giao")
def hand_over(request: Any, step: UUID, act: shapes.HandOver, key: UUID = Key) -> dict[str, UUID]:
    """The step is with somebody else."""
    command = HandOverStep(
        step,
        act.version,
        act.done_on,
        _by(request, act),
        officer=act.officer,
        unit=act.unit,
        words=act.words,
        note=act.note,
        evidence_note=act.evidence_note,
    )
    return _recorded(services.hand_over_step, request, command, key)


@router.post("/steps/{uuid:step}/skip", response=shapes.Recorded, summary="Không thực hiện")
def skip(request: Any, step: UUID, act: shapes.ReasonedAct, key: UUID = Key) -> dict[str, UUID]:
    """The step will not be done."""
    command = SkipStep(step, act.version, act.done_on, _by(request, act), act.note, act.evidence_note)
    return _recorded(services.skip_step, request, command, key)


@router.post("/steps/{uuid:step}/reopen", response=shapes.Recorded, summary="Mở lại")
def reopen(request: Any, step: UUID, act: shapes.ReasonedAct, key: UUID = Key) -> dict[str, UUID]:
    """The step must be done again."""
    command = ReopenStep(step, act.version, act.done_on, _by(request, act), act.note, act.evidence_note)
    return _recorded(services.reopen_step, request, command, key)


def _recorded(service: Callable[..., UUID], request: Any, command: Recording, key: UUID) -> dict[str, UUID]:
    """Carry the act out; what went through before is answered as then, though the right to it went with it."""
    try:
        return {"step": service(request.auth, command, key=key)}
    except (NotAllowed, NotVisible):
        if (before := replayed(request.auth.uuid, key, command)) is None:
            raise
        return {"step": before}


def _by(request: Any, act: shapes.Act) -> str:
    return act.done_by.strip() or request.auth.name
