"""Units of the own agency."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from thammuu.apps.organisations import directory
from thammuu.apps.organisations import units as services
from thammuu.web.administration.acts import Place, RegisterAct
from thammuu.web.administration.forms.bodies import ChangeUnitForm, UnitForm
from thammuu.web.administration.lists import Register, list_page
from thammuu.web.components.lists import Column, Table
from thammuu.web.components.paging import page_asked
from thammuu.web.officers import OfficerRequest, for_officers

_HERE = Place("units", _("Đơn vị"))

ACTS = (
    RegisterAct(
        "add_unit",
        "quan-tri/don-vi/them",
        _("Thêm đơn vị"),
        _("Thêm đơn vị"),
        _("Đã thêm đơn vị."),
        UnitForm,
        services.add_unit,
        services.check_may_administer,
        up=lambda _: _HERE,
    ),
    RegisterAct(
        "change_unit",
        "quan-tri/don-vi/<uuid:unit>/thay-doi",
        _("Đổi tên, sáp nhập, kết thúc đơn vị"),
        _("Ghi thay đổi"),
        _("Đã ghi thay đổi của đơn vị."),
        ChangeUnitForm,
        services.change_unit,
        services.unit_to_edit,
        up=lambda _: _HERE,
        about=lambda unit: unit.name,
    ),
)

UNITS = Register(
    _HERE,
    _("Đơn vị"),
    Table(
        _("Các đơn vị của cơ quan"),
        (Column(_("Đơn vị")), Column(_("Cán bộ")), Column(_("Thời gian")), Column(_("Việc làm"))),
        row="administration/unit_row.html",
    ),
    add=ACTS[0],
    empty=_("Chưa có đơn vị nào. Thêm từng đơn vị, hoặc nhập từ Excel."),
)


@require_GET
@for_officers
def units(request: OfficerRequest) -> HttpResponse:
    """The list, those that have ended last."""
    return list_page(request, UNITS, directory.units(request.actor, page=page_asked(request.GET)))
