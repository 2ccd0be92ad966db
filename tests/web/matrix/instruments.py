"""Sổ văn bản pháp luật: everyone's to read, the clerk's and the administrator's to keep; what a document cites."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from support.builders import make_document
from support.claims import plan_claim
from support.workbooks import workbook
from thammuu.apps.documents.models import Reading
from thammuu.apps.files.services import add_row, keep
from thammuu.apps.files.uploads import Upload
from thammuu.apps.instruments.models import Instrument, InstrumentImport, MandateItem
from thammuu.apps.organisations import clock
from web.matrix.row import Row, Scene, answers, everyone

BY = "clerk"
CITING = "Kế hoạch có viện dẫn"


def _kept(status: int) -> dict[str, int]:
    """Clerks and administrators keep the register; the others see it and are told who does."""
    return everyone(403) | {BY: status, "administrator": status}


def _instrument(_: Scene | None = None) -> Instrument:
    made, _created = Instrument.objects.get_or_create(
        kind="Nghị định",
        symbol="99/2020/NĐ-CP",
        issuer="Chính phủ",
        subject="Về một việc",
        source="Công báo",
        certainty="stated",
        symbol_key="99 2020 nd cp",
        entered_at__isnull=False,
        defaults={"entered_at": clock.now()},
    )
    return made


def _detail(_: Scene) -> dict[str, UUID]:
    return {"instrument": _instrument().uuid}


def _about(_: Scene) -> dict[str, UUID]:
    return {"uuid": _instrument().uuid}


def _item(_: Scene) -> dict[str, UUID]:
    made, _created = MandateItem.objects.get_or_create(
        instrument=_instrument(),
        kind="duty",
        words="Ban hành kế hoạch",
        certainty="stated",
        source="Điều 2",
        at__isnull=False,
        defaults={"at": clock.now()},
    )
    return {"uuid": made.uuid}


def _import(scene: Scene) -> dict[str, UUID]:
    if (made := InstrumentImport.objects.filter(agency_id=scene.actor.agency_id).first()) is None:
        kept = keep(Upload("so.xlsx", _good()), workbook=True)
        by = {"agency_id": scene.actor.agency_id, "officer_id": scene.actor.id}
        made = InstrumentImport.objects.create(
            agency_id=scene.actor.agency_id,
            file=add_row(kept, **by, at=clock.now()),
            brought_by_id=scene.actor.id,
            brought_at=clock.now(),
            report={"tallies": [], "refused": [], "refused_total": 0},
        )
    return {"brought": made.uuid}


def _cited(scene: Scene) -> dict[str, UUID]:
    """A document that cites what the register has not."""
    made = Reading.objects.filter(document__agency__uuid=scene.actor.agency_uuid, title=CITING).first()
    if made:
        return {"document": made.document.uuid}
    claim, _ = plan_claim()
    citation = {
        "kind": "Nghị định",
        "symbol": "5/2021/NĐ-CP",
        "name": None,
        "date": "2021-01-25",
        "issuer": "Chính phủ",
        "subject": "Về A",
        "pinpoint": None,
        "role": "basis",
        "where": "",
        "quote": "Nghị định số 5/2021/NĐ-CP",
        "source": {"provision": "p1", "start": 0, "end": 5},
    }
    return {"document": make_document(scene.actor, claim | {"title": CITING, "citations": [citation]})}


def _accepted(scene: Scene) -> dict[str, Any]:
    reading = Reading.objects.get(document__uuid=_cited(scene)["document"])
    return {"key": uuid4(), "reading": reading.uuid, "index": 0}


def _form(**fields: Any) -> Callable[[Scene], dict[str, Any]]:
    return lambda _: {"key": uuid4(), **fields}


def _file(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "file": SimpleUploadedFile("so.xlsx", _good())}


@cache
def _good() -> bytes:
    return workbook(
        {"Văn bản": [["Loại văn bản", "Số, ký hiệu", "Nguồn"], ["Luật", "1/2020/QH14", "A"]]}
    ).data


SAID = {"kind": "Nghị định", "symbol": "98/2020/NĐ-CP", "issuer": "Chính phủ", "subject": "Về việc khác"}
SAID |= {"source": "Công báo", "certainty": "verified"}
ITEM = {"kind": "duty", "words": "Báo cáo hằng năm", "source": "Điều 3", "certainty": "stated"}

ROWS = (
    Row("instruments:list", "GET", everyone(200)),
    Row("instruments:detail", "GET", everyone(200), _detail, shared=True),
    Row("instruments:add", "GET", _kept(200), by=BY),
    Row("instruments:add", "POST", _kept(302), None, _form(**SAID), typed="subject", by=BY),
    Row("instruments:correct", "GET", _kept(200), _about, by=BY, shared=True),
    Row(
        "instruments:correct",
        "POST",
        _kept(302),
        _about,
        _form(**SAID | {"version": 1, "reason": "Đọc bản gốc"}),
        typed="reason",
        by=BY,
        shared=True,
    ),
    Row("instruments:add_item", "GET", _kept(200), _about, by=BY, shared=True),
    Row("instruments:add_item", "POST", _kept(302), _about, _form(**ITEM), typed="words", by=BY, shared=True),
    Row("instruments:correct_item", "GET", _kept(200), _item, by=BY, shared=True),
    Row(
        "instruments:correct_item",
        "POST",
        _kept(302),
        _item,
        _form(**ITEM | {"reason": "Đọc bản gốc"}),
        typed="words",
        by=BY,
        shared=True,
    ),
    Row("instruments:withdraw_item", "GET", _kept(200), _item, by=BY, shared=True),
    Row(
        "instruments:withdraw_item",
        "POST",
        _kept(302),
        _item,
        _form(reason="Không có trong văn bản"),
        typed="reason",
        by=BY,
        shared=True,
    ),
    Row("instruments:bring", "GET", _kept(200), by=BY),
    Row("instruments:bring", "POST", _kept(302), None, _file, typed="file", by=BY),
    Row("instruments:template", "GET", _kept(200), by=BY),
    Row("instruments:import", "GET", _kept(200), _import, by=BY),
    Row(
        "instruments:import",
        "POST",
        _kept(302),
        _import,
        _form(rows="all"),
        typed="rows",
        other=lambda: "good",
        by=BY,
    ),
    Row("instruments:refused", "GET", _kept(200), _import, by=BY),
    Row(
        "instruments:cited", "GET", answers(200, ("drafter", "head", "clerk", "leader", "other_unit")), _cited
    ),
    Row(
        "instruments:cited",
        "POST",
        answers(302, ("drafter", "head", "clerk", "other_unit")),
        _cited,
        _accepted,
        typed="index",
    ),
)
