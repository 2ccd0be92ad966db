"""The register of agencies that all agencies share."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.organisations import agencies as services
from thammuu.apps.organisations import directory
from thammuu.web.administration.acts import Act, act_page
from thammuu.web.administration.forms.bodies import (
    AgencyFilterForm,
    AgencyForm,
    ReasonForm,
    RenameAgencyForm,
    ReorganiseForm,
)
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.officers import OfficerRequest, for_officers


@require_GET
@for_officers
def agencies(request: OfficerRequest) -> HttpResponse:
    """The list, narrowed by words, kind and whether they are there today."""
    form = AgencyFilterForm(request.GET)
    form.is_valid()
    asked = form.cleaned_data
    found = directory.agencies(
        request.actor,
        asked.get("words", ""),
        asked.get("kind", ""),
        ended=bool(asked.get("ended")),
        page=page_asked(request.GET),
    )
    may_edit = services.may_edit_register(request.actor)
    page = {
        "form": form,
        "agencies": found,
        "may_edit": may_edit,
        "pager": pager(request, found.number, found.pages),
    }
    return render(request, "administration/agencies.html", page)


@require_GET
@for_officers
def agency(request: OfficerRequest, agency: UUID) -> HttpResponse:
    """One agency: its names, what went before it and what came after."""
    view = directory.agency_view(request.actor, agency)
    return render(request, "administration/agency.html", {"agency": view})


@require_http_methods(["GET", "POST"])
@for_officers
def add_agency(request: OfficerRequest) -> HttpResponse:
    """Thêm cơ quan."""
    services.check_may_edit_register(request.actor)
    form = AgencyForm(request.POST or None, agencies=directory.agency_choices(request.actor))
    act = Act(
        title=_("Thêm cơ quan"),
        press=_("Thêm vào danh bạ"),
        done=_("Đã thêm cơ quan."),
        back=reverse("administration:agencies"),
        up=_("Cơ quan"),
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.add_agency(request.actor, form.command(), key=form.sent_key),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def rename_agency(request: OfficerRequest, agency: UUID) -> HttpResponse:
    """Đổi tên cơ quan từ một ngày."""
    services.agency_to_edit(request.actor, agency)
    view = directory.agency_view(request.actor, agency)
    form = RenameAgencyForm(request.POST or None, initial={"version": view.version})
    act = Act(
        title=_("Đổi tên cơ quan"),
        press=_("Ghi tên mới"),
        done=_("Đã ghi tên mới của cơ quan."),
        back=reverse("administration:agency", args=[agency]),
        up=view.name,
        lead=_("Tên cũ vẫn được giữ: văn bản của những ngày trước vẫn hiện tên lúc đó."),
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.rename_agency(request.actor, form.command(agency), key=form.sent_key),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def reorganise_agency(request: OfficerRequest, agency: UUID) -> HttpResponse:
    """Sáp nhập, hợp nhất, chia, tách."""
    services.agency_to_edit(request.actor, agency)
    view = directory.agency_view(request.actor, agency)
    form = ReorganiseForm(request.POST or None, initial={"version": view.version})
    act = Act(
        title=_("Sáp nhập, chia tách cơ quan"),
        press=_("Ghi việc tổ chức lại"),
        done=_("Đã ghi việc tổ chức lại cơ quan."),
        back=reverse("administration:agency", args=[agency]),
        up=view.name,
        lead=_("Văn bản cũ vẫn hiểu theo cơ quan lúc đó và được nhắc cơ quan kế tục hiện nay."),
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.reorganise_agency(request.actor, form.command(agency), key=form.sent_key),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def take_back_succession(request: OfficerRequest, succession: UUID) -> HttpResponse:
    """Rút lại việc tổ chức lại đã ghi nhầm."""
    made = services.succession_to_take_back(request.actor, succession)
    form = ReasonForm(request.POST or None)
    act = Act(
        title=_("Rút lại việc tổ chức lại đã ghi nhầm"),
        press=_("Rút lại"),
        done=_("Đã rút lại; bản ghi cũ vẫn còn trong nhật ký."),
        back=reverse("administration:agency", args=[made.predecessor.uuid]),
        up=str(made.predecessor),
        lead=_("%(old)s → %(new)s từ ngày %(day)s.")
        % {"old": made.predecessor, "new": made.successor, "day": f"{made.on:%d/%m/%Y}"},
        grave=True,
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.take_back_succession(request.actor, form.take_back(succession), key=form.sent_key),
    )
