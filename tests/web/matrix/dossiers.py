"""Pages of a dossier."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from support.builders import finish
from thammuu.apps.dossiers import queries, services
from thammuu.apps.dossiers.commands import AskMoreTime, CloseDossier, SkipStep
from thammuu.apps.dossiers.rows import DossierView
from web.matrix.row import READERS, Row, Scene, answers

RECORDERS = ("drafter", "head")
DECIDERS = ("drafter", "head", "leader")


def _dossier(scene: Scene) -> dict[str, UUID]:
    return {"dossier": scene.dossier.uuid}


def _step(scene: Scene) -> dict[str, UUID]:
    return {"step": scene.dossier.steps[0].uuid}


def _started_step(scene: Scene) -> dict[str, UUID]:
    return {"step": next(step.uuid for step in scene.dossier.steps if step.state == "started")}


def _doubt(scene: Scene) -> dict[str, UUID]:
    return {"dossier": scene.dossier.uuid, "doubt": scene.dossier.doubts[0].uuid}


def _file(scene: Scene) -> dict[str, UUID]:
    return {"file": scene.dossier.document.file_uuid}


def _now(scene: Scene) -> DossierView:
    """The dossier as it stands; what a row needs is made once, however often its address is asked."""
    return queries.dossier_view(scene.actor, scene.dossier.uuid)


def _finished_step(scene: Scene) -> dict[str, UUID]:
    step = _now(scene).steps[1]
    if step.state == "started":
        finish(scene.actor, step)
    return {"step": step.uuid}


def _field(scene: Scene) -> dict[str, Any]:
    return {**_step(scene), "field": "text"}


def _asked(scene: Scene) -> dict[str, UUID]:
    step = _now(scene).steps[1]
    if step.extensions:
        return {"extension": step.extensions[0].uuid}
    command = AskMoreTime(
        step.uuid, step.version, date(2021, 7, 5), "Nguyễn Thị Lan", date(2021, 7, 30), "Chờ ý kiến", "12/TTr"
    )
    return {"extension": services.ask_more_time(scene.actor, command, key=uuid4())}


def _skipped(scene: Scene) -> dict[str, UUID]:
    """Nothing open any more, so that it may be closed."""
    for step in _now(scene).steps:
        if step.state in ("not_started", "started"):
            command = SkipStep(
                step.uuid, step.version, date(2021, 7, 5), "Nguyễn Thị Lan", "Không cần nữa", "Tủ A"
            )
            services.skip_step(scene.actor, command, key=uuid4())
    return _dossier(scene)


def _closed(scene: Scene) -> dict[str, UUID]:
    place = _skipped(scene)
    if (view := _now(scene)).state == "open":
        close = CloseDossier(view.uuid, view.version, "Dừng theo chỉ đạo")
        services.close_dossier(scene.actor, close, key=uuid4())
    return place


def _sent(**fields: Any) -> Callable[[Scene], dict[str, Any]]:
    """A form with these fields and a key of its own."""
    return lambda _: {"key": uuid4(), **fields}


def _fact(version: int, **fields: Any) -> Callable[[Scene], dict[str, Any]]:
    """A form for a fact of a step that stands at that version."""
    return lambda _: {
        "key": uuid4(),
        "version": version,
        "done_on": "2021-07-05",
        "done_by": "Nguyễn Thị Lan",
        "note": "Theo sổ giao việc",
        "evidence_note": "Bản giấy, tủ A",
        **fields,
    }


def _settled(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "version": 1, "state": "confirmed", "reason": "Đã hỏi lại người soạn"}


def _to_another(scene: Scene) -> dict[str, Any]:
    """To the head of the unit, who may still send the form again."""
    officers = [one for one in queries.holders(scene.actor) if one.kind == "officer"]
    other = next((one for one in officers if one.words == "Trần Mạnh Hùng"), officers[0])
    return {"key": uuid4(), "version": 1, "officer": other.uuid, "reason": "Phân công lại"}


ROWS = (
    Row("dossiers:detail", "GET", answers(200, READERS), _dossier),
    Row("dossiers:start_step", "GET", answers(200, RECORDERS), _step),
    Row("dossiers:start_step", "POST", answers(302, RECORDERS), _step, _fact(1), typed="done_by"),
    Row("dossiers:finish_step", "GET", answers(200, RECORDERS), _started_step),
    Row(
        "dossiers:finish_step",
        "POST",
        answers(302, RECORDERS),
        _started_step,
        _fact(2, evidence_note="Bản giấy, tủ A"),
        typed="done_by",
    ),
    Row("dossiers:hand_over_step", "GET", answers(200, RECORDERS), _step),
    Row(
        "dossiers:hand_over_step",
        "POST",
        answers(302, RECORDERS),
        _step,
        _fact(1, words="Văn phòng UBND tỉnh"),
        typed="words",
    ),
    Row("dossiers:skip_step", "GET", answers(200, RECORDERS), _step),
    Row("dossiers:skip_step", "POST", answers(302, RECORDERS), _step, _fact(1, note="Đã gộp"), typed="note"),
    Row("dossiers:reopen_step", "GET", answers(200, RECORDERS), _finished_step),
    Row(
        "dossiers:reopen_step",
        "POST",
        answers(302, RECORDERS),
        _finished_step,
        _fact(3, note="Phải làm lại"),
        typed="note",
    ),
    Row("dossiers:ask_more_time_step", "GET", answers(200, RECORDERS), _started_step),
    Row(
        "dossiers:ask_more_time_step",
        "POST",
        answers(302, RECORDERS),
        _started_step,
        _sent(
            version=2,
            asked_on="05/07/2021",
            asked_by="Nguyễn Thị Lan",
            ends_on="30/07/2021",
            reason="Chờ ý kiến",
            letter_note="12/TTr-TĐC",
        ),
        typed="reason",
    ),
    Row("dossiers:decide_more_time", "GET", answers(200, DECIDERS), _asked),
    Row(
        "dossiers:decide_more_time",
        "POST",
        answers(302, DECIDERS),
        _asked,
        _sent(
            version=3,
            granted="yes",
            ends_on="30/07/2021",
            decided_on="06/07/2021",
            decided_by="Nguyễn Văn Bình",
            reason="Đồng ý",
            paper_note="Bút phê ngày 06/7/2021",
        ),
        typed="reason",
    ),
    Row("dossiers:split_step", "GET", answers(200, RECORDERS), _step),
    Row(
        "dossiers:split_step",
        "POST",
        answers(302, RECORDERS),
        _step,
        _sent(version=1, text_0="Gửi văn bản", text_1="Tổng hợp"),
        typed="text_0",
    ),
    Row("dossiers:correct_step", "GET", answers(200, RECORDERS), _field),
    Row(
        "dossiers:correct_step",
        "POST",
        answers(302, RECORDERS),
        _field,
        _sent(version=1, value="Nghiên cứu văn bản", reason="Ghi nhầm"),
        typed="value",
    ),
    Row("dossiers:confirm_step", "GET", answers(302, RECORDERS), _step),
    Row(
        "dossiers:confirm_step",
        "POST",
        answers(302, RECORDERS),
        _step,
        _sent(version=1, fields_read="text"),
        typed="fields_read",
    ),
    Row("dossiers:add_step", "GET", answers(200, RECORDERS), _dossier),
    Row(
        "dossiers:add_step",
        "POST",
        answers(302, RECORDERS),
        _dossier,
        _sent(version=1, text="Họp thống nhất", origin="conclusion", reason="Kết luận ngày 05/7/2021"),
        typed="text",
    ),
    Row("dossiers:hand_over_dossier", "GET", answers(200, RECORDERS), _dossier),
    Row(
        "dossiers:hand_over_dossier",
        "POST",
        answers(302, RECORDERS),
        _dossier,
        _to_another,
        typed="reason",
        by="head",
    ),
    Row("dossiers:rename_dossier", "GET", answers(200, RECORDERS), _dossier),
    Row(
        "dossiers:rename_dossier",
        "POST",
        answers(302, RECORDERS),
        _dossier,
        _sent(version=1, title="Tên mới"),
        typed="title",
    ),
    Row("dossiers:close_dossier", "GET", answers(200, RECORDERS), _dossier),
    Row(
        "dossiers:close_dossier",
        "POST",
        answers(302, RECORDERS),
        _skipped,
        _sent(version=1, reason="Đã ban hành"),
        typed="reason",
    ),
    Row("dossiers:reopen_dossier", "GET", answers(200, RECORDERS), _dossier),
    Row(
        "dossiers:reopen_dossier",
        "POST",
        answers(302, RECORDERS),
        _closed,
        _sent(version=2, reason="Có yêu cầu sửa"),
        typed="reason",
    ),
    Row("dossiers:decide_doubt", "GET", answers(200, DECIDERS), _doubt),
    Row("dossiers:decide_doubt", "POST", answers(302, DECIDERS), _doubt, _settled, typed="reason"),
    Row("dossiers:evidence", "GET", answers(200, READERS), _file),
)
