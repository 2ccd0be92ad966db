"""From a file to a dossier."""

from __future__ import annotations

from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from support.builders import make_document
from support.claims import plan_claim
from thammuu.apps.documents.models import Reading
from thammuu.apps.documents.queries import read_page
from thammuu.apps.dossiers.plans.amending import amendment
from thammuu.apps.organisations.actors import Actor
from web.matrix.row import READERS, Row, Scene, answers

BRINGERS = ("drafter", "head", "clerk", "other_unit")
OPENERS = ("drafter", "head", "other_unit")


def _document(scene: Scene) -> dict[str, UUID]:
    return {"document": scene.dossier.document.uuid}


def _step(scene: Scene) -> dict[str, Any]:
    return {**_document(scene), "mark": "s2"}


def _plan(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "plan": SimpleUploadedFile("ke-hoach.txt", "KẾ HOẠCH".encode())}


def _again(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "reason": "Hồ sơ cũ lập nhầm"}


def _title(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "title": "Hồ sơ mới", "again": "on"}


def _reading(scene: Scene) -> dict[str, Any]:
    page = read_page(scene.actor, scene.dossier.document.uuid)
    return {"key": uuid4(), "reading": page.reading if page else "", "seen": "0"}


def _confirmed(scene: Scene) -> dict[str, Any]:
    return {**_reading(scene), "group": "steps/s2"}


def _header(scene: Scene) -> dict[str, Any]:
    return {**_reading(scene), "title": "Kế hoạch năm 2021"}


def _words(scene: Scene) -> dict[str, Any]:
    return {**_reading(scene), "text": "Xây dựng dự thảo lần 1", "kind": "undated"}


def _dropped(scene: Scene) -> dict[str, Any]:
    return {**_reading(scene), "fate": "joined", "other": "s3"}


def _dossier(scene: Scene) -> dict[str, Any]:
    return {"dossier": scene.dossier.uuid}


def _changes(scene: Scene) -> dict[str, Any]:
    """The dossier against a plan that gives one of its steps another time."""
    claim, _ = plan_claim()
    claim["steps"][3]["when"] |= {"end": "2021-07-20"}
    title = claim["title"]
    made = Reading.objects.filter(document__agency__uuid=scene.actor.agency_uuid, title=f"{title} (sửa đổi)")
    reading = made.first()
    uuid = (
        reading.document.uuid
        if reading
        else make_document(scene.actor, claim | {"title": f"{title} (sửa đổi)"})
    )
    return {**_dossier(scene), "document": uuid}


def _chosen(scene: Scene) -> dict[str, Any]:
    seal, lines = _shown(scene.actor, scene.dossier.uuid, _changes(scene)["document"])
    return {"key": uuid4(), "seen": seal, "lines": lines, "reason": "Theo ý kiến lãnh đạo"}


@cache
def _shown(actor: Actor, dossier: UUID, document: UUID) -> tuple[str, tuple[str, ...]]:
    """The lines as the page first showed them: a form sent again says the same, though they are applied by now."""
    found = amendment(actor, dossier, document)
    return found.seal, tuple(line.id for line in found.lines if not line.warning)


def _next(scene: Scene) -> dict[str, Any]:
    steps = [str(step.uuid) for step in scene.dossier.steps]
    return {"key": uuid4(), "title": "Hồ sơ năm 2022", "steps": steps}


KEEPERS = ("drafter", "head")
ROWS = (
    Row("opening:bring", "GET", answers(200, BRINGERS, unseen=403)),
    Row("opening:bring", "POST", answers(302, BRINGERS, unseen=403), None, _plan, typed="plan"),
    Row("opening:again", "GET", answers(200, BRINGERS), _document),
    Row("opening:again", "POST", answers(302, BRINGERS), _document, _again, typed="reason"),
    Row("opening:reading", "GET", answers(200, READERS), _document),
    Row("opening:reading", "POST", answers(302, OPENERS), _document, _title, typed="title"),
    Row("opening:confirm", "GET", answers(302, READERS), _document),
    Row("opening:confirm", "POST", answers(302, BRINGERS), _document, _confirmed, typed="group"),
    Row("opening:header", "GET", answers(200, BRINGERS), _document),
    Row("opening:header", "POST", answers(302, BRINGERS), _document, _header, typed="title"),
    Row("opening:add_step", "GET", answers(200, BRINGERS), _document),
    Row("opening:add_step", "POST", answers(302, BRINGERS), _document, _words, typed="text"),
    Row("opening:step", "GET", answers(200, BRINGERS), _step),
    Row("opening:step", "POST", answers(302, BRINGERS), _step, _words, typed="text"),
    Row("opening:arrange", "GET", answers(302, BRINGERS), _step),
    Row("opening:arrange", "POST", answers(302, BRINGERS), _step, _dropped, typed="other"),
    Row("opening:amend", "GET", answers(200, KEEPERS), _dossier),
    Row("opening:amend", "POST", answers(302, KEEPERS), _dossier, _plan, typed="plan"),
    Row("opening:changes", "GET", answers(200, KEEPERS), _changes),
    Row("opening:changes", "POST", answers(302, KEEPERS), _changes, _chosen, typed="reason"),
    Row("opening:next_year", "GET", answers(200, OPENERS), _dossier),
    Row("opening:next_year", "POST", answers(302, OPENERS), _dossier, _next, typed="title"),
)
