"""The register of agencies that all agencies share."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy
from django.views.decorators.http import require_GET

from thammuu.apps.organisations import agencies as services
from thammuu.apps.organisations import directory
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.directory.rows import AgencyView
from thammuu.web.administration.acts import Place, RegisterAct
from thammuu.web.administration.forms.bodies import (
    AgencyFilterForm,
    AgencyForm,
    RenameAgencyForm,
    ReorganiseForm,
    TakeBackForm,
)
from thammuu.web.administration.lists import Register, list_page
from thammuu.web.administration.views.contacts import CONTACTS_OF_ONE
from thammuu.web.components.lists import Column, Table
from thammuu.web.components.paging import page_asked
from thammuu.web.officers import OfficerRequest, for_officers

_HERE = Place("agencies", _("Cơ quan"))
_REORGANISED = _("%(old)s → %(new)s từ ngày %(day)s.")


def _to_edit(actor: Actor, uuid: UUID) -> AgencyView:
    services.agency_to_edit(actor, uuid)
    return directory.agency_view(actor, uuid)


def _page_of(agency: AgencyView) -> Place:
    return Place("agency", agency.name, agency.uuid)


ACTS = (
    RegisterAct(
        "add_agency",
        "quan-tri/co-quan/them",
        _("Thêm cơ quan"),
        _("Thêm vào danh bạ"),
        _("Đã thêm cơ quan."),
        AgencyForm,
        services.add_agency,
        services.check_may_edit_register,
        up=lambda _: _HERE,
    ),
    RegisterAct(
        "rename_agency",
        "quan-tri/co-quan/<uuid:agency>/doi-ten",
        _("Đổi tên cơ quan"),
        _("Ghi tên mới"),
        _("Đã ghi tên mới của cơ quan."),
        RenameAgencyForm,
        services.rename_agency,
        _to_edit,
        up=_page_of,
        hint=_("Tên cũ vẫn được giữ: văn bản của những ngày trước vẫn hiện tên lúc đó."),
    ),
    RegisterAct(
        "reorganise_agency",
        "quan-tri/co-quan/<uuid:agency>/to-chuc-lai",
        _("Sáp nhập, chia tách cơ quan"),
        _("Ghi việc tổ chức lại"),
        _("Đã ghi việc tổ chức lại cơ quan."),
        ReorganiseForm,
        services.reorganise_agency,
        _to_edit,
        up=_page_of,
        hint=_("Văn bản cũ vẫn hiểu theo cơ quan lúc đó và được nhắc cơ quan kế tục hiện nay."),
    ),
    RegisterAct(
        "take_back_succession",
        "quan-tri/ke-tuc/<uuid:succession>/rut-lai",
        _("Rút lại việc tổ chức lại đã ghi nhầm"),
        _("Rút lại"),
        _("Đã rút lại; bản ghi cũ vẫn còn trong nhật ký."),
        TakeBackForm,
        services.take_back_succession,
        services.succession_to_take_back,
        up=lambda made: Place("agency", str(made.predecessor), made.predecessor.uuid),
        about=lambda made: (
            _REORGANISED % {"old": made.predecessor, "new": made.successor, "day": f"{made.on:%d/%m/%Y}"}
        ),
        grave=True,
    ),
)

AGENCIES = Register(
    _HERE,
    _("Cơ quan"),
    Table(
        _("Các cơ quan trong danh bạ"),
        (Column(_("Cơ quan")), Column(_("Loại")), Column(_("Cấp trên")), Column(_("Thời gian"))),
        row="administration/agency_row.html",
    ),
    add=ACTS[0],
    empty=_("Không có cơ quan nào khớp với điều kiện lọc."),
    way=_("Bỏ lọc"),
    counted=ngettext_lazy("%(n)s cơ quan", "%(n)s cơ quan", "n"),
)


@require_GET
@for_officers
def agencies(request: OfficerRequest) -> HttpResponse:
    """The list, narrowed by words, kind and whether they are there today."""
    form = AgencyFilterForm(request.GET)
    told = form.told()
    found = directory.agencies(
        request.actor,
        told.get("words", ""),
        told.get("kind", ""),
        ended=bool(told.get("ended")),
        page=page_asked(request.GET),
    )
    return list_page(request, AGENCIES, found, form, may_add=services.may_edit_register(request.actor))


@require_GET
@for_officers
def agency(request: OfficerRequest, agency: UUID) -> HttpResponse:
    """One agency: its names, what went before it and what came after."""
    view = directory.agency_view(request.actor, agency)
    return render(request, "administration/agency.html", {"agency": view, "contacts": CONTACTS_OF_ONE})
