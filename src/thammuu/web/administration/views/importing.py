"""The register filled from a workbook: bring it, see what was refused, let it in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.organisations.importing import services
from thammuu.apps.organisations.importing.report import to_xlsx
from thammuu.apps.organisations.importing.template import template as empty_workbook
from thammuu.apps.organisations.units import check_may_administer
from thammuu.web.administration.forms.settings import WorkbookForm
from thammuu.web.components.brought import SHOWN, ApplyForm
from thammuu.web.components.downloads import WORKBOOK, download
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.refusals import told_on


@require_http_methods(["GET", "POST"])
@for_officers
def bring(request: OfficerRequest) -> HttpResponse:
    """Upload the workbook; it is checked at once, nothing is written."""
    check_may_administer(request.actor)
    form = WorkbookForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            brought = services.bring_workbook(request.actor, form.upload(), key=form.sent_key)
            return redirect("administration:import", brought)
    status = 422 if form.is_bound else 200
    return render(request, "administration/bring.html", {"form": form}, status=status)


@require_http_methods(["GET", "POST"])
@for_officers
def brought(request: OfficerRequest, brought: UUID) -> HttpResponse:
    """What was found in the workbook; letting it in is the person's decision."""
    view = services.import_view(request.actor, brought)
    form = ApplyForm(request.POST or None, initial={"rows": "all"})
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            services.apply_import(request.actor, form.command(brought), key=form.sent_key)
            messages.success(request, _("Đã ghi vào danh bạ."))
            return redirect("administration:import", brought)
    page = {"form": form, "view": view, "refused": view.report.refused[:SHOWN]}
    return render(request, "administration/import.html", page, status=422 if form.is_bound else 200)


@require_GET
@for_officers
def refused(request: OfficerRequest, brought: UUID) -> HttpResponse:
    """Every refused cell, as .xlsx."""
    view = services.import_view(request.actor, brought)
    return download(to_xlsx(view.report), WORKBOOK, "o-bi-tu-choi.xlsx")


@require_GET
@for_officers
def template(request: OfficerRequest) -> HttpResponse:
    """The empty workbook, with its columns explained."""
    check_may_administer(request.actor)
    return download(empty_workbook(), WORKBOOK, "mau-danh-ba.xlsx")
