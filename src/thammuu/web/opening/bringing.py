"""Bring a file; one that is held already is told before it is taken again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from thammuu.apps.documents import queries
from thammuu.apps.documents.refusals import SameFile
from thammuu.apps.documents.services import check_may_receive, receive_again, receive_document
from thammuu.apps.dossiers.plans.opening import dossiers_from
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.opening.forms.reading import AgainForm, BringForm
from thammuu.web.refusals import told_on


@require_http_methods(["GET", "POST"])
@for_officers
def bring(request: OfficerRequest) -> HttpResponse:
    """Upload the plan; its reading begins at once."""
    check_may_receive(request.actor)
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            try:
                document = receive_document(request.actor, form.upload(), key=form.sent_key, only_new=True)
            except SameFile as same:
                return _same(request, same.documents[0], AgainForm())
            return redirect("opening:reading", document)
    return render(request, "opening/bring.html", {"form": form}, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@for_officers
def again(request: OfficerRequest, document: UUID) -> HttpResponse:
    """Take a file that is held already, on purpose and with the reason."""
    queries.document_view(request.actor, document)
    check_may_receive(request.actor)
    form = AgainForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        taken = receive_again(request.actor, document, form.cleaned_data["reason"], key=form.sent_key)
        return redirect("opening:reading", taken)
    return _same(request, document, form)


def _same(request: OfficerRequest, document: UUID, form: AgainForm) -> HttpResponse:
    """The document that is there, its dossiers, and the way on for those who mean it."""
    page = {
        "document": queries.document_view(request.actor, document),
        "dossiers": dossiers_from(request.actor, document),
        "form": form,
    }
    return render(request, "opening/same.html", page, status=422 if request.method == "POST" else 200)
