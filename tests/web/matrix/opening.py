"""From a file to a dossier."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from web.matrix.row import READERS, Row, Scene, answers

BRINGERS = ("drafter", "head", "clerk", "other_unit")
OPENERS = ("drafter", "head", "other_unit")


def _document(scene: Scene) -> dict[str, UUID]:
    return {"document": scene.dossier.document.uuid}


def _plan(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "plan": SimpleUploadedFile("ke-hoach.txt", "KẾ HOẠCH".encode())}


def _title(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "title": "Hồ sơ mới"}


ROWS = (
    Row("opening:bring", "GET", answers(200, BRINGERS, unseen=403)),
    Row("opening:bring", "POST", answers(302, BRINGERS, unseen=403), None, _plan, typed="plan"),
    Row("opening:reading", "GET", answers(200, READERS), _document),
    Row("opening:reading", "POST", answers(302, OPENERS), _document, _title, typed="title"),
)
