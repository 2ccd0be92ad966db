"""Reports on screen as they will be printed, and their files."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET

from thammuu.apps.dossiers.outgoing import reports
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.records.queries import records_view
from thammuu.web.components.downloads import PDF, WORD, download
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.reports.paper import paper
from thammuu_core.rendering import Document, to_docx, to_pdf

FORMS: dict[str, tuple[Callable[[Document], bytes], str]] = {
    "docx": (to_docx, WORD),
    "pdf": (to_pdf, PDF),
}


@require_GET
@for_officers
def state(request: OfficerRequest, dossier: UUID) -> HttpResponse:
    """Tình hình hồ sơ: how far it is and with whom it lies."""
    document = _state(request.actor, dossier)
    files = {form: reverse("reports:state_file", args=[dossier, form]) for form in FORMS}
    back = reverse("dossiers:detail", args=[dossier])
    return render(request, "reports/state.html", {"paper": paper(document), "files": files, "back": back})


@require_GET
@for_officers
def state_file(request: OfficerRequest, dossier: UUID, form: str) -> HttpResponse:
    """The same as a file."""
    if form not in FORMS:
        raise Http404
    return _file(_state(request.actor, dossier), form, "Tinh-hinh-ho-so")


@require_GET
@for_officers
def weekly(request: OfficerRequest) -> HttpResponse:
    """Báo cáo tuần over all dossiers the officer sees."""
    document = reports.week_of(request.actor)
    files = {form: reverse("reports:weekly_file", args=[form]) for form in FORMS}
    back = reverse("progress:list")
    return render(request, "reports/weekly.html", {"paper": paper(document), "files": files, "back": back})


@require_GET
@for_officers
def weekly_file(request: OfficerRequest, form: str) -> HttpResponse:
    """The same as a file."""
    if form not in FORMS:
        raise Http404
    return _file(reports.week_of(request.actor), form, "Bao-cao-tuan")


def _state(actor: Actor, dossier: UUID) -> Document:
    asked = records_view(actor, dossier).contributions
    waiting = [
        f"{one.body}: {one.asked_for} (hạn {one.due_on:%d/%m/%Y})"
        for one in asked
        if one.state in ("waiting", "late")
    ]
    return reports.state_of_dossier(actor, dossier, tuple(waiting))


def _file(document: Document, form: str, name: str) -> HttpResponse:
    write, media_type = FORMS[form]
    return download(write(document), media_type, f"{name}-{clock.today():%Y-%m-%d}.{form}")
