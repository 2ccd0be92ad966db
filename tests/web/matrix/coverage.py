"""Đối chiếu với văn bản giao."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from support.drafts import begin
from thammuu.apps.coverage.queries import matrix
from thammuu.apps.drafting.queries import drafts_of
from thammuu.apps.instruments import supplied
from thammuu.apps.instruments.models import Instrument
from web.matrix.records import KEEPERS
from web.matrix.row import READERS, Row, Scene, answers

PLAN = (
    "KẾ HOẠCH",
    "Nâng cao năng suất giai đoạn 2021 - 2025",
    "Căn cứ Quyết định số 36/QĐ-TTg ngày 11/01/2021 của Thủ tướng Chính phủ;",
    "I. MỤC TIÊU",
    "1. Tốc độ tăng năng suất lao động bình quân đạt khoảng 6,5%/năm.",
)


def _draft(scene: Scene) -> dict[str, UUID]:
    supplied.load()
    return {"draft": begin(scene.actor, scene.dossier.uuid, *PLAN)}


def _item(scene: Scene) -> dict[str, UUID]:
    made = _draft(scene)
    return {**made, "item": matrix(scene.actor, made["draft"]).rows[0].item.uuid}


def _newest(scene: Scene) -> Any:
    return matrix(scene.actor, drafts_of(scene.actor, scene.dossier.uuid)[-1].uuid)


def _left_out(scene: Scene) -> dict[str, Any]:
    version = _newest(scene).version.uuid
    return {
        "key": uuid4(),
        "of": version,
        "version": "0",
        "answer": "omitted",
        "other": "",
        "reason": "Không giao",
    }


def _instrument(**named: str) -> UUID:
    return Instrument.objects.get(**named).uuid


def _congress(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "instrument": _instrument(subject__contains="lần thứ XIII")}


ROWS = (
    Row("coverage:matrix", "GET", answers(200, READERS), _draft),
    Row("coverage:workbook", "GET", answers(200, READERS), _draft),
    Row("coverage:answer", "GET", answers(200, KEEPERS), _item),
    Row("coverage:answer", "POST", answers(302, KEEPERS), _item, _left_out, typed="reason"),
    Row("coverage:add", "GET", answers(200, KEEPERS), _draft),
    Row(
        "coverage:add",
        "POST",
        answers(302, KEEPERS),
        _draft,
        _congress,
        typed="instrument",
        other=lambda: _instrument(symbol="1305/QĐ-TTg"),
    ),
)
