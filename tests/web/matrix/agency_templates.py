"""Mẫu văn bản của cơ quan: every officer sees them; administrators, clerks and heads of unit set them."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from support.drafts import word_file
from thammuu.apps.drafting.models import AgencyTemplate
from thammuu.apps.files.services import add_row, keep
from thammuu.apps.organisations import clock
from web.matrix.records import form
from web.matrix.row import INSIDERS, Row, Scene, everyone

CODE = "to-trinh"
SETTERS = ("head", "clerk", "administrator")
OWN = word_file("Tờ trình riêng của {{cơ quan}}", name="to-trinh-rieng.docx")


def _set(status: int) -> dict[str, int]:
    return dict.fromkeys(INSIDERS, 403) | dict.fromkeys(SETTERS, status)


def _code(_: Scene) -> dict[str, str]:
    return {"template": CODE}


def _edition(scene: Scene) -> AgencyTemplate:
    """The first edition of the scene's agency; nobody of a foreign one in the cast could set it."""
    agency, at = scene.actor.agency_id, clock.now()
    if found := AgencyTemplate.objects.filter(agency_id=agency).first():
        return found
    file = add_row(keep(OWN), agency_id=agency, officer_id=scene.actor.id, at=at)
    by = {"set_by_id": scene.actor.id, "set_at": at}
    return AgencyTemplate.objects.create(
        agency_id=agency, code=CODE, edition=1, file=file, note="Mẫu riêng", **by
    )


def _own(scene: Scene) -> dict[str, str]:
    """A template for which the agency has a file of its own."""
    return {"template": _edition(scene).code}


def _file(scene: Scene) -> dict[str, UUID]:
    return {"file": _edition(scene).file.uuid}


def _sent(_: Scene) -> dict[str, Any]:
    file = SimpleUploadedFile(OWN.name, OWN.data)
    return {"key": uuid4(), "version": "0", "file": file, "note": "Thêm tiêu đề riêng"}


ROWS = (
    Row("agency_templates:list", "GET", everyone(200)),
    Row("agency_templates:detail", "GET", everyone(200), _code, shared=True),
    Row("agency_templates:supplied", "GET", everyone(200), _code, shared=True),
    Row("agency_templates:own", "GET", everyone(200), _own, shared=True),
    Row("agency_templates:set", "GET", _set(200), _code, shared=True, by="clerk"),
    Row("agency_templates:set", "POST", _set(302), _code, _sent, typed="note", shared=True, by="clerk"),
    Row("agency_templates:take_back", "GET", _set(200), _own, shared=True, by="clerk"),
    Row(
        "agency_templates:take_back",
        "POST",
        _set(302),
        _own,
        form(version="1", note="Dùng mẫu chung"),
        typed="note",
        shared=True,
        by="clerk",
    ),
    Row("agency_templates:file", "GET", everyone(200), _file),
)
