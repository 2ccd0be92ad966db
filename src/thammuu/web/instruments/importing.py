"""The register filled from a file: bring it, see what was refused, let it in."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.instruments import queries
from thammuu.apps.instruments.importing import services
from thammuu.apps.organisations.importing.report import to_xlsx
from thammuu.web.components.brought import SHOWN, ApplyForm
from thammuu.web.components.downloads import WORKBOOK, download
from thammuu.web.instruments.forms import FileForm
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.refusals import told_on


@require_http_methods(["GET", "POST"])
@for_officers
def bring(request: OfficerRequest) -> HttpResponse:
    """Upload the file; it is checked at once, nothing is written."""
    queries.nothing_yet(request.actor)
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            brought = services.bring_file(request.actor, form.upload(), key=form.sent_key)
            return redirect("instruments:import", brought)
    return render(request, "instruments/bring.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@for_officers
def brought(request: OfficerRequest, brought: UUID) -> HttpResponse:
    """What was found in the file; letting it in is the person's decision."""
    view = services.import_view(request.actor, brought)
    form = ApplyForm(request.POST or None, initial={"rows": "all"})
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            services.apply_import(request.actor, form.command(brought), key=form.sent_key)
            messages.success(request, _("Đã ghi vào sổ văn bản."))
            return redirect("instruments:import", brought)
    page = {"form": form, "view": view, "refused": view.report.refused[:SHOWN]}
    return render(request, "instruments/import.html", page, status=422 if form.is_bound else 200)


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
    return download(services.empty_workbook(request.actor), WORKBOOK, "mau-so-van-ban.xlsx")
