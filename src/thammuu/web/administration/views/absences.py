"""Who is away and who stands in: for every officer, not for administrators only."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.organisations import absences as services
from thammuu.apps.organisations import directory
from thammuu.web.administration.acts import Act, act_page
from thammuu.web.administration.forms.people import AbsenceForm, EndAbsenceForm
from thammuu.web.components.paging import page_asked, pager
from thammuu.web.officers import OfficerRequest, for_officers


@require_GET
@for_officers
def absences(request: OfficerRequest) -> HttpResponse:
    """Absences that this person may plan or stands in for."""
    found = directory.absences_seen(request.actor, page=page_asked(request.GET))
    page = {"absences": found, "pager": pager(request, found.number, found.pages)}
    return render(request, "administration/absences.html", page)


@require_http_methods(["GET", "POST"])
@for_officers
def plan_absence(request: OfficerRequest) -> HttpResponse:
    """Ghi vắng mặt."""
    form = AbsenceForm(
        request.POST or None,
        initial={"officer": str(request.actor.uuid)},
        officers=directory.officer_choices(services.excusable(request.actor)),
        colleagues=directory.officer_choices(services.colleagues(request.actor)),
    )
    act = Act(
        title=_("Ghi vắng mặt"),
        press=_("Ghi vắng mặt"),
        done=_("Đã ghi vắng mặt và người làm thay."),
        back=reverse("administration:absences"),
        up=_("Vắng mặt"),
        lead=_("Trong thời gian vắng, người làm thay thấy và làm được phần việc của người vắng."),
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.plan_absence(request.actor, form.command(), key=form.sent_key),
    )


@require_http_methods(["GET", "POST"])
@for_officers
def end_absence(request: OfficerRequest, absence: UUID) -> HttpResponse:
    """Về sớm, về muộn hoặc hủy."""
    there = services.absence_to_end(request.actor, absence)
    initial = {"version": there.version, "last_day": there.valid_to}
    form = EndAbsenceForm(request.POST or None, initial=initial)
    act = Act(
        title=_("Đổi ngày về hoặc hủy vắng mặt"),
        press=_("Ghi thay đổi"),
        done=_("Đã ghi thay đổi."),
        back=reverse("administration:absences"),
        up=_("Vắng mặt"),
        lead=_("%(officer)s vắng từ ngày %(day)s, %(substitute)s làm thay.")
        % {
            "officer": there.officer.full_name,
            "day": f"{there.valid_from:%d/%m/%Y}",
            "substitute": there.substitute.full_name,
        },
    )
    return act_page(
        request,
        form,
        act,
        lambda: services.end_absence(request.actor, form.command(absence), key=form.sent_key),
    )
