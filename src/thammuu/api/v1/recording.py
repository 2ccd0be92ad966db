"""Recording progress. Each request carries `Idempotency-Key` (a UUID): sent twice, it has one effect and one answer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from ninja import Header, Router

from thammuu.api.v1 import shapes
from thammuu.apps.dossiers import services
from thammuu.apps.dossiers.commands import FinishStep, HandOverStep, ReopenStep, SkipStep, StartStep

router = Router(tags=["Ghi nhận tiến độ"])
Key = Header(
    alias="Idempotency-Key", description="Một UUID mới cho mỗi việc; gửi lại cùng mã thì chỉ ghi một lần"
)


@router.post("/steps/{uuid:step}/start", response=shapes.Recorded, summary="Bắt đầu")
def start(request: Any, step: UUID, act: shapes.Act, key: UUID = Key) -> dict[str, UUID]:
    """Work on the step began."""
    command = StartStep(step, act.version, act.done_on, _by(request, act), act.note)
    return {"step": services.start_step(request.auth, command, key=key)}


@router.post("/steps/{uuid:step}/finish", response=shapes.Recorded, summary="Hoàn thành")
def finish(request: Any, step: UUID, act: shapes.Finish, key: UUID = Key) -> dict[str, UUID]:
    """The step was done."""
    command = FinishStep(step, act.version, act.done_on, _by(request, act), act.evidence_note, act.note)
    return {"step": services.finish_step(request.auth, command, key=key)}


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
    )
    return {"step": services.hand_over_step(request.auth, command, key=key)}


@router.post("/steps/{uuid:step}/skip", response=shapes.Recorded, summary="Không thực hiện")
def skip(request: Any, step: UUID, act: shapes.ReasonedAct, key: UUID = Key) -> dict[str, UUID]:
    """The step will not be done."""
    command = SkipStep(step, act.version, act.done_on, _by(request, act), act.note)
    return {"step": services.skip_step(request.auth, command, key=key)}


@router.post("/steps/{uuid:step}/reopen", response=shapes.Recorded, summary="Mở lại")
def reopen(request: Any, step: UUID, act: shapes.ReasonedAct, key: UUID = Key) -> dict[str, UUID]:
    """The step must be done again."""
    command = ReopenStep(step, act.version, act.done_on, _by(request, act), act.note)
    return {"step": services.reopen_step(request.auth, command, key=key)}


def _by(request: Any, act: shapes.Act) -> str:
    return act.done_by.strip() or request.auth.name
