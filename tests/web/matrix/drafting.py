"""Dự thảo."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from support.drafts import begin, word_file
from thammuu.apps.drafting.commands import ComposeDraft
from thammuu.apps.drafting.queries import draft_view, drafts_of
from thammuu.apps.drafting.services import compose_draft
from web.matrix.records import KEEPERS, form
from web.matrix.row import READERS, Row, Scene, answers, everyone

WORD = word_file("KẾ HOẠCH", "Đã sửa mục tiêu.").data
STARTERS = ("drafter", "head")
"""Who initials first."""
INITIALLERS = ("drafter", "head", "clerk", "leader")


def _dossier(scene: Scene) -> dict[str, UUID]:
    return {"dossier": scene.dossier.uuid}


def _draft(scene: Scene) -> dict[str, UUID]:
    return {"draft": begin(scene.actor, scene.dossier.uuid)}


def _version(scene: Scene) -> dict[str, Any]:
    return {**_draft(scene), "number": 1}


def _written(scene: Scene) -> dict[str, Any]:
    """A version that was written here, and so needs nobody else to print it."""
    command = ComposeDraft(scene.dossier.uuid, "to-trinh")
    return {"draft": compose_draft(scene.actor, command, key=uuid4()), "number": 1}


def _file(scene: Scene) -> dict[str, UUID]:
    return {"file": draft_view(scene.actor, begin(scene.actor, scene.dossier.uuid)).shown.file_uuid}


def _sent(**fields: str) -> Any:
    """A form with these fields and a Word file."""
    return lambda _: {"key": uuid4(), "file": SimpleUploadedFile("du-thao.docx", WORD), **fields}


def _on_chain(remark: str) -> Any:
    """A form about the newest draft of the scene, that no one has initialled."""

    def sent(scene: Scene) -> dict[str, Any]:
        newest = drafts_of(scene.actor, scene.dossier.uuid)[-1].newest
        return {"key": uuid4(), "of": newest.uuid, "post": "drafter", "length": "0", "remark": remark}

    return sent


ROWS = (
    Row("drafting:list", "GET", answers(200, READERS), _dossier),
    Row("drafting:detail", "GET", answers(200, READERS), _draft),
    Row("drafting:changes", "GET", answers(200, READERS), _version),
    Row("drafting:cited", "GET", answers(200, READERS), _version),
    Row("drafting:pdf", "GET", answers(200, READERS), _written),
    Row("drafting:begin", "GET", answers(200, KEEPERS), _dossier),
    Row(
        "drafting:begin",
        "POST",
        answers(302, KEEPERS),
        _dossier,
        _sent(kind="Kế hoạch", title="Nâng cao năng suất"),
        typed="title",
    ),
    Row("drafting:compose", "GET", answers(200, KEEPERS), _dossier),
    Row(
        "drafting:compose",
        "POST",
        answers(302, KEEPERS),
        _dossier,
        form(template="to-trinh"),
        typed="template",
        other=lambda: "bao-cao",
    ),
    Row("drafting:repair", "GET", answers(200, KEEPERS), _draft),
    Row(
        "drafting:repair",
        "POST",
        answers(302, KEEPERS),
        _draft,
        form(version="1"),
        typed="version",
        other=lambda: "2",
    ),
    Row("drafting:add", "GET", answers(200, KEEPERS), _draft),
    Row(
        "drafting:add",
        "POST",
        answers(302, KEEPERS),
        _draft,
        _sent(version="1", reason="Sửa mục tiêu"),
        typed="reason",
    ),
    Row("drafting:check", "GET", answers(200, KEEPERS), _draft),
    Row(
        "drafting:check",
        "POST",
        answers(302, KEEPERS),
        _draft,
        form(state="submitted"),
        typed="state",
        other=lambda: "issued",
    ),
    Row("drafting:initial", "GET", answers(200, INITIALLERS), _draft),
    Row("drafting:initial", "POST", answers(302, STARTERS), _draft, _on_chain("Đã soát"), typed="remark"),
    Row("drafting:return", "GET", answers(200, INITIALLERS), _draft),
    Row("drafting:return", "POST", answers(302, STARTERS), _draft, _on_chain("Sai"), typed="remark"),
    Row("drafting:file", "GET", answers(200, READERS), _file),
    Row("drafting:rule", "GET", everyone(200), lambda _: {"rule": "TT-121"}, shared=True),
)
