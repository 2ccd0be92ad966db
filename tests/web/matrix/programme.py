"""Chương trình công tác."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from support.assignments import make_assignment, make_sheet, make_template
from support.programme_sheets import PROGRAMME
from web.matrix.row import READERS, Row, Scene, answers, everyone

KEEPERS = ("clerk", "head")
INSTRUCTORS = ("clerk", "head", "leader")
OPENERS = ("drafter", "head")


def _item(scene: Scene) -> dict[str, UUID]:
    return {"assignment": make_assignment(scene.actor)}


def _sheet(scene: Scene) -> dict[str, UUID]:
    return {"sheet": make_sheet(scene.actor).uuid}


def _file(scene: Scene) -> dict[str, UUID]:
    return {"file": make_sheet(scene.actor).file.uuid}


def _template(scene: Scene) -> dict[str, UUID]:
    return {"template": make_template(scene.actor)}


def _form(**fields: Any) -> Callable[[Scene], dict[str, Any]]:
    return lambda _: {"key": uuid4(), **fields}


def _act(**fields: Any) -> Callable[[Scene], dict[str, Any]]:
    """A form for an assignment that nobody has changed yet."""
    return _form(version=1, **fields)


def _bring(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "file": SimpleUploadedFile("ctct.xlsx", PROGRAMME)}


_CONSENT = {
    "reason": "Chờ hướng dẫn",
    "decided_by": "UBND tỉnh",
    "decided_on": "05/07/2021",
    "paper_note": "Công văn 99/UBND",
}
_NAMED = {"title": "Chương trình công tác năm 2021", "year": 2021}
_LAID = {"template": "mac-dinh", "of": "mac-dinh", "first_day": "06/07/2021", "due_on": "15/10/2021"}
_STEPS = {"name": "Mẫu ngắn", "order_1": 1, "title_1": "Soạn dự thảo", "durations_1": ["draft.days"]}
_REMARK = {
    "words": "Giao Chi cục",
    "given_by": "Nguyễn Văn Bình",
    "given_on": "05/07/2021",
    "evidence_note": "Văn bản đến số 5",
}
_LETTER = {
    "text": "Tham mưu kế hoạch",
    "issuer": "UBND tỉnh",
    "received_on": date(2021, 7, 2).isoformat(),
    "kept_at": "Văn thư, cặp số 2",
}

ROWS = (
    Row("programme:list", "GET", everyone(200)),
    Row("programme:item", "GET", answers(200, READERS), _item),
    Row("programme:file", "GET", answers(200, READERS), _file),
    Row("programme:bring", "GET", answers(200, KEEPERS, unseen=403)),
    Row("programme:bring", "POST", answers(302, KEEPERS, unseen=403), None, _bring, typed="file", by="clerk"),
    Row("programme:sheet", "GET", answers(200, KEEPERS), _sheet),
    Row("programme:sheet", "POST", answers(302, KEEPERS), _sheet, _form(**_NAMED), typed="title", by="clerk"),
    Row("programme:add_programme", "GET", answers(200, KEEPERS, unseen=403)),
    Row(
        "programme:add_programme",
        "POST",
        answers(302, KEEPERS, unseen=403),
        None,
        _form(**_NAMED),
        typed="title",
        by="clerk",
    ),
    Row("programme:add_item", "GET", answers(200, KEEPERS, unseen=403)),
    Row(
        "programme:add_item",
        "POST",
        answers(302, KEEPERS, unseen=403),
        None,
        _form(text="Báo cáo quý"),
        typed="text",
        by="clerk",
    ),
    Row("programme:letter", "GET", answers(200, KEEPERS, unseen=403)),
    Row(
        "programme:letter",
        "POST",
        answers(302, KEEPERS, unseen=403),
        None,
        _form(**_LETTER),
        typed="text",
        by="clerk",
    ),
    Row("programme:instruct", "GET", answers(200, INSTRUCTORS), _item),
    Row(
        "programme:instruct",
        "POST",
        answers(302, INSTRUCTORS),
        _item,
        _act(**_REMARK),
        typed="words",
        by="leader",
    ),
    Row("programme:correct", "GET", answers(200, KEEPERS), _item),
    Row(
        "programme:correct",
        "POST",
        answers(302, KEEPERS),
        _item,
        _act(text="Tên mới", reason="Sửa tên"),
        typed="text",
        by="clerk",
    ),
    Row("programme:defer", "GET", answers(200, KEEPERS), _item),
    Row(
        "programme:defer",
        "POST",
        answers(302, KEEPERS),
        _item,
        _act(**_CONSENT, due_on="20/12/2021"),
        typed="reason",
        by="clerk",
    ),
    Row("programme:withdraw", "GET", answers(200, KEEPERS), _item),
    Row(
        "programme:withdraw",
        "POST",
        answers(302, KEEPERS),
        _item,
        _act(**_CONSENT),
        typed="reason",
        by="clerk",
    ),
    Row("programme:lay", "GET", answers(200, OPENERS), _item),
    Row(
        "programme:lay", "POST", answers(302, OPENERS), _item, _act(**_LAID, title="Hồ sơ mới"), typed="title"
    ),
    # No dossier was made of it yet, so there is no plan to fetch.
    Row("programme:draft", "GET", everyone(404), _item),
    Row("programme:templates", "GET", answers(200, READERS)),
    Row("programme:built_in_template", "GET", answers(200, READERS)),
    Row("programme:template", "GET", answers(200, READERS), _template),
    Row("programme:copy_template", "GET", answers(200, ("head",))),
    Row(
        "programme:copy_template",
        "POST",
        answers(302, ("head",)),
        None,
        _form(**_STEPS, number=0),
        typed="name",
        by="head",
    ),
    Row("programme:edit_template", "GET", answers(200, ("head",)), _template),
    Row(
        "programme:edit_template",
        "POST",
        answers(302, ("head",)),
        _template,
        _form(**_STEPS, number=1),
        typed="name",
        by="head",
    ),
)
