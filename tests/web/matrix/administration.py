"""Quản trị: the administrator's pages, and absences, which are everyone's."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Any
from uuid import UUID, uuid4

from django.core.files.uploadedfile import SimpleUploadedFile

from support.workbooks import workbook
from thammuu.apps.files.services import add_row, keep
from thammuu.apps.files.uploads import Upload
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.models import (
    Absence,
    Agency,
    AgencySuccession,
    Contact,
    Officer,
    Position,
    RegisterImport,
    Unit,
)
from web.matrix.row import INSIDERS, Row, Scene, everyone

BY = "administrator"


def _alone(status: int) -> dict[str, int]:
    """The administrator's pages are not there for anyone else."""
    return dict.fromkeys(INSIDERS, 404) | {BY: status}


def _agency(_: Scene) -> dict[str, UUID]:
    return {"agency": Agency.objects.get(names__name="Sở Công Thương").uuid}


def _succession(_: Scene) -> dict[str, UUID]:
    one, other = Agency.objects.order_by("pk")[3:5]
    made, _created = AgencySuccession.objects.get_or_create(
        predecessor=one, successor=other, kind="merged", on=date(2021, 3, 1), by="Nghị quyết"
    )
    return {"succession": made.uuid}


def _unit(scene: Scene) -> dict[str, UUID]:
    unit, _created = Unit.objects.get_or_create(agency_id=scene.actor.agency_id, name="Đơn vị không có người")
    return {"unit": unit.uuid}


def _officer(scene: Scene) -> dict[str, UUID]:
    """The drafter of the scene."""
    return {"officer": scene.actor.uuid}


def _position(scene: Scene) -> dict[str, UUID]:
    return {"position": Position.objects.filter(officer_id=scene.actor.id).order_by("pk")[0].uuid}


def _contact(scene: Scene) -> dict[str, UUID]:
    agency = Agency.objects.get(names__name="Sở Công Thương")
    kept, _created = Contact.objects.get_or_create(
        kept_by_id=scene.actor.agency_id, agency=agency, name="Vũ Thị Thu"
    )
    return {"contact": kept.uuid}


def _import(scene: Scene) -> dict[str, UUID]:
    if (made := RegisterImport.objects.filter(agency_id=scene.actor.agency_id).first()) is None:
        made = _brought(scene)
    return {"brought": made.uuid}


def _brought(scene: Scene) -> RegisterImport:
    """A workbook as its agency brought it; of a foreign one nobody in the cast could bring it."""
    kept = keep(Upload("danh-ba.xlsx", _good()), workbook=True)
    by = {"agency_id": scene.actor.agency_id, "officer_id": scene.actor.id}
    file = add_row(kept, **by, at=clock.now())
    report = {"tallies": [], "refused": [], "refused_total": 0}
    return RegisterImport.objects.create(
        agency_id=scene.actor.agency_id,
        file=file,
        brought_by_id=scene.actor.id,
        brought_at=clock.now(),
        report=report,
    )


def _absence(scene: Scene) -> dict[str, UUID]:
    """The drafter is away; somebody of the same agency stands in, anybody where there is nobody else."""
    others = Officer.objects.exclude(pk=scene.actor.id)
    colleagues = others.filter(positions__agency_id=scene.actor.agency_id)
    made, _created = Absence.objects.get_or_create(
        agency_id=scene.actor.agency_id,
        officer_id=scene.actor.id,
        substitute=(colleagues or others).order_by("pk")[0],
        valid_from=date(2021, 8, 2),
        valid_to=date(2021, 8, 6),
        reason="Nghỉ phép",
    )
    return {"absence": made.uuid}


def _parameter(_: Scene) -> dict[str, str]:
    return {"parameter": "request.answer_days"}


def _form(**fields: Any) -> Callable[[Scene], dict[str, Any]]:
    return lambda _: {"key": uuid4(), **fields}


def _in_sco(**fields: Any) -> Callable[[Scene], dict[str, Any]]:
    """A form about a contact at Sở Công Thương."""
    return lambda scene: {"key": uuid4(), "agency": _agency(scene)["agency"], **fields}


def _workbook(_: Scene) -> dict[str, Any]:
    return {"key": uuid4(), "workbook": SimpleUploadedFile("danh-ba.xlsx", _good())}


@cache
def _good() -> bytes:
    return workbook({"Đơn vị": [["Tên đơn vị"], ["Phòng Bưu chính"]]}).data


def _away(scene: Scene) -> dict[str, Any]:
    others = Officer.objects.filter(positions__agency_id=scene.actor.agency_id).exclude(pk=scene.actor.id)
    return {
        "key": uuid4(),
        "officer": scene.actor.uuid,
        "substitute": others.filter(positions__role="leader")[0].uuid,
        "first_day": "02/08/2021",
        "last_day": "06/08/2021",
        "reason": "Nghỉ phép",
    }


POST = {"role": "drafter", "unit": "", "title": "Chuyên viên", "from_day": "01/07/2021"}
HIRED = {"full_name": "Hà Thị Cúc", "username": "cuc.ht", "email": "", "password": "lua-chin-ngoai-dong-7"}
ACCOUNT = {"version": 1, "reason": "Theo đề nghị"}
EXCUSERS = {"drafter": 302, "head": 302, "leader": 302, BY: 302}

ROWS = (
    Row("administration:home", "GET", _alone(200), by=BY),
    Row("administration:agencies", "GET", _alone(200), by=BY),
    Row("administration:agency", "GET", _alone(200), _agency, by=BY, shared=True),
    Row("administration:add_agency", "GET", _alone(200), by=BY),
    Row("administration:add_agency", "POST", _alone(302), None, _form(name="Sở mới"), typed="name", by=BY),
    Row("administration:rename_agency", "GET", _alone(200), _agency, by=BY, shared=True),
    Row(
        "administration:rename_agency",
        "POST",
        _alone(302),
        _agency,
        _form(version=1, name="Sở Công Thương mới", from_day="01/03/2025", by="Nghị quyết"),
        typed="name",
        by=BY,
        shared=True,
    ),
    Row("administration:reorganise_agency", "GET", _alone(200), _agency, by=BY, shared=True),
    Row(
        "administration:reorganise_agency",
        "POST",
        _alone(302),
        _agency,
        _form(
            version=1,
            kind="merged",
            successors="Sở Tài chính",
            from_day="01/03/2025",
            ends="yes",
            by="Nghị quyết",
        ),
        typed="by",
        by=BY,
        shared=True,
    ),
    Row("administration:take_back_succession", "GET", _alone(200), _succession, by=BY, shared=True),
    Row(
        "administration:take_back_succession",
        "POST",
        _alone(302),
        _succession,
        _form(reason="Ghi nhầm"),
        typed="reason",
        by=BY,
        shared=True,
    ),
    Row("administration:units", "GET", _alone(200), by=BY),
    Row("administration:add_unit", "GET", _alone(200), by=BY),
    Row("administration:add_unit", "POST", _alone(302), None, _form(name="Phòng mới"), typed="name", by=BY),
    Row("administration:change_unit", "GET", _alone(200), _unit, by=BY),
    Row(
        "administration:change_unit",
        "POST",
        _alone(302),
        _unit,
        _form(version=1, what="renamed", name="Phòng tên mới", from_day="01/08/2021", by="Quyết định"),
        typed="name",
        by=BY,
    ),
    Row("administration:officers", "GET", _alone(200), by=BY),
    Row("administration:add_officer", "GET", _alone(200), by=BY),
    Row(
        "administration:add_officer",
        "POST",
        _alone(302),
        None,
        _form(**HIRED, **POST),
        typed="full_name",
        by=BY,
    ),
    Row("administration:officer", "GET", _alone(200), _officer, by=BY),
    Row("administration:appoint", "GET", _alone(200), _officer, by=BY),
    Row("administration:appoint", "POST", _alone(302), _officer, _form(**POST), typed="title", by=BY),
    Row("administration:end_position", "GET", _alone(200), _position, by=BY),
    Row(
        "administration:end_position",
        "POST",
        _alone(302),
        _position,
        _form(version=1, last_day="31/12/2021"),
        typed="last_day",
        other=lambda: "30/12/2021",
        by=BY,
    ),
    Row("administration:switch_off", "GET", _alone(200), _officer, by=BY),
    Row("administration:switch_off", "POST", _alone(302), _officer, _form(**ACCOUNT), typed="reason", by=BY),
    Row("administration:switch_on", "GET", _alone(200), _officer, by=BY),
    Row("administration:switch_on", "POST", _alone(302), _officer, _form(**ACCOUNT), typed="reason", by=BY),
    Row("administration:first_password", "GET", _alone(200), _officer, by=BY),
    Row(
        "administration:first_password",
        "POST",
        _alone(302),
        _officer,
        _form(**ACCOUNT, password="lua-chin-ngoai-dong-7"),
        typed="reason",
        by=BY,
    ),
    Row("administration:reset_second_factor", "GET", _alone(200), _officer, by=BY),
    Row(
        "administration:reset_second_factor",
        "POST",
        _alone(302),
        _officer,
        _form(**ACCOUNT),
        typed="reason",
        by=BY,
    ),
    Row("administration:contacts", "GET", _alone(200), by=BY),
    Row("administration:add_contact", "GET", _alone(200), by=BY),
    Row("administration:add_contact", "POST", _alone(302), None, _in_sco(name="Lê An"), typed="name", by=BY),
    Row("administration:edit_contact", "GET", _alone(200), _contact, by=BY),
    Row(
        "administration:edit_contact",
        "POST",
        _alone(302),
        _contact,
        _in_sco(version=1, name="Vũ Thị Thu Hà"),
        typed="name",
        by=BY,
    ),
    Row("administration:end_contact", "GET", _alone(200), _contact, by=BY),
    Row(
        "administration:end_contact",
        "POST",
        _alone(302),
        _contact,
        _form(version=1),
        typed="version",
        other=lambda: "2",
        by=BY,
    ),
    Row("administration:bring_workbook", "GET", _alone(200), by=BY),
    Row(
        "administration:bring_workbook",
        "POST",
        _alone(302),
        None,
        _workbook,
        typed="workbook",
        other=lambda: SimpleUploadedFile("khac.xlsx", workbook({"Đơn vị": [["Tên đơn vị"], ["Khác"]]}).data),
        by=BY,
    ),
    Row("administration:template", "GET", _alone(200), by=BY),
    Row("administration:import", "GET", _alone(200), _import, by=BY),
    Row(
        "administration:import",
        "POST",
        _alone(302),
        _import,
        _form(rows="all"),
        typed="rows",
        other=lambda: "good",
        by=BY,
    ),
    Row("administration:refused", "GET", _alone(200), _import, by=BY),
    Row("administration:parameters", "GET", _alone(200), by=BY),
    Row("administration:parameter", "GET", _alone(200), _parameter, by=BY, shared=True),
    Row(
        "administration:parameter",
        "POST",
        _alone(302),
        _parameter,
        _form(number=0, value="6", reason="Quy chế làm việc"),
        typed="reason",
        by=BY,
        shared=True,
    ),
    Row("administration:absences", "GET", everyone(200)),
    Row("administration:plan_absence", "GET", everyone(200)),
    # Whoever may not excuse the drafter finds no such person to choose.
    Row(
        "administration:plan_absence",
        "POST",
        {"drafter": 302, "head": 302, "leader": 302, BY: 302, "clerk": 422, "other_unit": 422},
        None,
        _away,
        typed="reason",
    ),
    Row(
        "administration:end_absence",
        "GET",
        dict.fromkeys(INSIDERS, 404) | dict.fromkeys(EXCUSERS, 200),
        _absence,
    ),
    Row(
        "administration:end_absence",
        "POST",
        dict.fromkeys(INSIDERS, 404) | EXCUSERS,
        _absence,
        _form(version=1, last_day="04/08/2021"),
        typed="last_day",
        other=lambda: "05/08/2021",
    ),
)
