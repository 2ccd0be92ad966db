"""From a signed plan to a dossier: bring the file, watch it being read, open the dossier."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thammuu.apps.documents import queries
from thammuu.apps.documents.services import check_may_receive, receive_document
from thammuu.apps.dossiers.services import create_dossier_from_reading
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.opening.forms import BringForm, OpenForm
from thammuu.web.refusals import told_on


@require_http_methods(["GET", "POST"])
@for_officers
def bring(request: OfficerRequest) -> HttpResponse:
    """Upload the plan; its reading begins at once."""
    check_may_receive(request.actor)
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            document = receive_document(request.actor, form.upload(), key=form.sent_key)
            return redirect("opening:reading", document)
    return render(request, "opening/bring.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@for_officers
def reading(request: OfficerRequest, document: UUID) -> HttpResponse:
    """How far the reading is; once it is done, the dossier can be opened."""
    view = queries.document_view(request.actor, document)
    form = OpenForm(request.POST or None, initial={"title": view.reading.title if view.reading else ""})
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            dossier = create_dossier_from_reading(request.actor, form.command(document), key=form.sent_key)
            messages.success(request, "Đã lập hồ sơ. Hãy xem các điểm cần xem lại trước khi giao việc.")
            return redirect("dossiers:detail", dossier)
    template = "opening/reading.html#reading" if request.htmx else "opening/reading.html"
    return render(request, template, {"document": view, "form": form}, status=422 if form.is_bound else 200)
