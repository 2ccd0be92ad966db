"""Pages of a dossier."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID, uuid4

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


def _fact(version: int, **fields: Any) -> Callable[[Scene], dict[str, Any]]:
    """A form for a fact of a step that stands at that version."""
    return lambda _: {
        "key": uuid4(),
        "version": version,
        "done_on": "2021-07-05",
        "done_by": "Nguyễn Thị Lan",
        **fields,
    }


def _settled(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "version": 1, "state": "confirmed", "reason": "Đã hỏi lại người soạn"}


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
    Row("dossiers:decide_doubt", "GET", answers(200, DECIDERS), _doubt),
    Row("dossiers:decide_doubt", "POST", answers(302, DECIDERS), _doubt, _settled, typed="reason"),
    Row("dossiers:evidence", "GET", answers(200, READERS), _file),
)
