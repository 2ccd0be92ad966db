"""So sánh kế hoạch các tỉnh."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from support.drafts import word_file
from thammuu.apps.coverage import services
from thammuu.apps.coverage.commands import AddPlan, BeginComparison
from thammuu.apps.coverage.queries import comparison
from thammuu.apps.documents.services import receive_document
from web.matrix.coverage import PLAN
from web.matrix.records import form
from web.matrix.row import READERS, Row, Scene, answers, everyone

FILE = word_file(*PLAN)
KEY = uuid4()
BRINGERS = ("drafter", "head", "clerk", "other_unit")


def _comparison(scene: Scene) -> UUID:
    return services.begin_comparison(scene.actor, BeginComparison("Các tỉnh"), key=uuid4())


def _plan(scene: Scene) -> tuple[UUID, Any]:
    made = _comparison(scene)
    services.add_plan(scene.actor, AddPlan(made, "Tỉnh A", word_file(*PLAN)), key=uuid4())
    return made, comparison(scene.actor, made).plans[0]


def _detail(scene: Scene) -> dict[str, UUID]:
    return {"comparison": _plan(scene)[0]}


def _changed(scene: Scene) -> dict[str, UUID]:
    return {"uuid": _comparison(scene)}


def _one_plan(scene: Scene) -> dict[str, UUID]:
    return {"uuid": _plan(scene)[1].uuid}


def _file(scene: Scene) -> dict[str, UUID]:
    return {"file": _plan(scene)[1].file_uuid}


def _upload(_: Scene) -> dict[str, Any]:
    return {
        "key": uuid4(),
        "name": "Tỉnh B",
        "file": SimpleUploadedFile("ke-hoach.docx", FILE.data),
    }


def _kept(scene: Scene) -> dict[str, Any]:
    return {
        "key": uuid4(),
        "name": "Tỉnh C",
        "document": receive_document(scene.actor, FILE, key=KEY),
    }


ROWS = (
    Row("comparison:list", "GET", everyone(200)),
    Row("comparison:detail", "GET", answers(200, READERS), _detail),
    Row("comparison:workbook", "GET", answers(200, READERS), _detail),
    Row("comparison:file", "GET", answers(200, READERS), _file),
    Row("comparison:begin", "GET", answers(200, BRINGERS, unseen=403)),
    Row(
        "comparison:begin",
        "POST",
        answers(302, BRINGERS, unseen=403),
        None,
        form(title="Các tỉnh"),
        typed="title",
    ),
    Row("comparison:add", "GET", answers(200, BRINGERS), _changed),
    Row("comparison:add", "POST", answers(302, BRINGERS), _changed, _upload, typed="name"),
    Row("comparison:add_kept", "GET", answers(200, BRINGERS), _changed),
    Row("comparison:add_kept", "POST", answers(302, BRINGERS), _changed, _kept, typed="name"),
    Row("comparison:take_out", "GET", answers(200, BRINGERS), _one_plan),
    Row("comparison:take_out", "POST", answers(302, BRINGERS), _one_plan, form()),
)
