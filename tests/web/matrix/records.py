"""Ghi chép của hồ sơ."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from support.records import ask, ask_data, call_meeting, conclude, note
from thammuu.apps.files.uploads import Upload
from thammuu.apps.records import queries, services
from thammuu.apps.records.commands import Concluded, KeepStudy
from web.matrix.row import READERS, Row, Scene, answers

ASKERS = ("drafter", "head")
KEEPERS = ("drafter", "head", "other_unit")
"""The unit of `other_unit` leads a step of the plan."""


def _dossier(scene: Scene) -> dict[str, UUID]:
    return {"uuid": scene.dossier.uuid}


def _list(scene: Scene) -> dict[str, UUID]:
    return {"dossier": scene.dossier.uuid}


def _step(scene: Scene) -> dict[str, UUID]:
    return {"uuid": scene.dossier.steps[0].uuid}


def _request(scene: Scene) -> dict[str, UUID]:
    return {"uuid": ask(scene.actor, scene.dossier)}


def _data(scene: Scene) -> dict[str, UUID]:
    return {"uuid": ask_data(scene.actor, scene.dossier)}


def _meeting(scene: Scene) -> dict[str, UUID]:
    return {"uuid": call_meeting(scene.actor, scene.dossier)}


def _conclusion(scene: Scene) -> dict[str, UUID]:
    conclude(scene.actor, call_meeting(scene.actor, scene.dossier), Concluded("Rà soát lại số liệu"))
    meeting = queries.records_view(scene.actor, scene.dossier.uuid).meetings[-1]
    return {"uuid": meeting.minutes[0].conclusions[0].uuid}


def _note(scene: Scene) -> dict[str, UUID]:
    return {"uuid": note(scene.actor, scene.dossier)}


def _file(scene: Scene) -> dict[str, UUID]:
    paper = Upload("so-lieu.txt", "Số liệu năng suất".encode())
    command = KeepStudy(scene.dossier.uuid, "reading", "Báo cáo", scene.dossier.today, file=paper)
    services.keep_study(scene.actor, command, key=uuid4())
    study = queries.records_view(scene.actor, scene.dossier.uuid).studies[-1]
    assert study.file
    return {"file": study.file.uuid}


def form(**fields: str) -> Any:
    """A form with these fields and a key of its own."""
    return lambda _: {"key": uuid4(), **fields}


ASK = form(body="Cục Thống kê", asked_for="Gửi số liệu", asked_on="2021-07-01", due_on="2021-07-08")
ANSWER = form(
    version="0",
    answer="given",
    text="Số liệu kèm theo",
    answered_on="2021-07-05",
    answered_by="Lê An",
    file_note="Số 12/CTK",
)
STUDY = form(kind="reading", title="Quyết định số 1322/QĐ-TTg", done_on="2021-07-01")
MEETING = form(title="Góp ý dự thảo", held_on="2021-07-05", invited="Văn phòng Sở\nThanh tra Sở")
MINUTES = form(version="0", held_on="2021-07-05", chair="Nguyễn Văn Bình", text_0="Rà soát lại số liệu")

ROWS = (
    Row("records:list", "GET", answers(200, READERS), _list),
    Row("records:file", "GET", answers(200, READERS), _file),
    Row("records:ask", "GET", answers(200, ASKERS), _step),
    Row("records:ask", "POST", answers(302, ASKERS), _step, ASK, typed="asked_for"),
    Row("records:answer", "GET", answers(200, ASKERS), _request),
    Row("records:answer", "POST", answers(302, ASKERS), _request, ANSWER, typed="text"),
    Row("records:study", "GET", answers(200, KEEPERS), _dossier),
    Row("records:study", "POST", answers(302, KEEPERS), _dossier, STUDY, typed="title"),
    Row("records:receive", "GET", answers(200, KEEPERS), _data),
    Row(
        "records:receive",
        "POST",
        answers(302, KEEPERS),
        _data,
        form(received_on="2021-07-05", whole="yes", summary="Đủ 5 năm"),
        typed="summary",
    ),
    Row("records:meeting", "GET", answers(200, KEEPERS), _dossier),
    Row("records:meeting", "POST", answers(302, KEEPERS), _dossier, MEETING, typed="title"),
    Row("records:minutes", "GET", answers(200, KEEPERS), _meeting),
    Row("records:minutes", "POST", answers(302, KEEPERS), _meeting, MINUTES, typed="text_0"),
    Row("records:carry_out", "GET", answers(200, ASKERS), _conclusion),
    Row(
        "records:carry_out",
        "POST",
        answers(302, ASKERS),
        _conclusion,
        form(due_on="30/07/2021"),
        typed="due_on",
    ),
    Row("records:note", "GET", answers(200, READERS), _dossier),
    Row("records:note", "POST", answers(302, READERS), _dossier, form(text="Chờ bản ký"), typed="text"),
    Row("records:withdraw", "GET", answers(200, ASKERS), _note),
    Row("records:withdraw", "POST", answers(302, ASKERS), _note, form(reason="Ghi nhầm"), typed="reason"),
)
