"""Units of the own agency."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.organisations import directory
from thammuu.apps.organisations import units as services
from thammuu.web.administration.acts import Act, act_page
from thammuu.web.administration.forms.bodies import ChangeUnitForm, UnitForm
from thammuu.web.officers import OfficerRequest, for_officers


@require_GET
@for_officers
def units(request: OfficerRequest) -> HttpResponse:
    """The list, those that have ended last."""
    return render(request, "administration/units.html", {"units": directory.units(request.actor)})


@require_http_methods(["GET", "POST"])
@for_officers
def add_unit(request: OfficerRequest) -> HttpResponse:
    """Thêm đơn vị."""
    services.check_may_administer(request.actor)
    form = UnitForm(request.POST or None)
    act = Act(
        title=_("Thêm đơn vị"),
        press=_("Thêm đơn vị"),
        done=_("Đã thêm đơn vị."),
        back=reverse("administration:units"),
        up=_("Đơn vị"),
    )
    return act_page(
        request, form, act, lambda: services.add_unit(request.actor, form.command(), key=form.sent_key)
    )


@require_http_methods(["GET", "POST"])
@for_officers
def change_unit(request: OfficerRequest, unit: UUID) -> HttpResponse:
    """Đổi tên, sáp nhập, kết thúc đơn vị."""
    there = services.unit_to_edit(request.actor, unit)
    form = ChangeUnitForm(
        request.POST or None,
        initial={"version": there.version},
        units=directory.unit_choices(request.actor, but=unit),
    )
    act = Act(
        title=_("Đổi tên, sáp nhập, kết thúc đơn vị"),
        press=_("Ghi thay đổi"),
        done=_("Đã ghi thay đổi của đơn vị."),
        back=reverse("administration:units"),
        up=_("Đơn vị"),
        lead=there.name,
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.change_unit(request.actor, form.command(unit), key=form.sent_key),
    )
