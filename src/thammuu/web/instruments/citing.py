"""What a document cites, judged; and the one click by which a person takes what is cited into the register."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thammuu.apps.documents.citing import AcceptCitation, accept_citation, cited_page
from thammuu.apps.documents.queries import document_view
from thammuu.apps.dossiers.plans.opening import dossiers_from
from thammuu.apps.organisations.refusals import NotVisible, visible
from thammuu.web.instruments.forms import AcceptForm
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.refusals import told_on


@require_http_methods(["GET", "POST"])
@for_officers
def cited(request: OfficerRequest, document: UUID) -> HttpResponse:
    """The documents cited; a POST takes one of them into the register."""
    page = visible(cited_page(request.actor, document))
    form = AcceptForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["reading"] != page.reading:
            raise NotVisible
        command = AcceptCitation(page.reading, form.cleaned_data["index"])
        with told_on(form):
            accept_citation(request.actor, command, key=form.sent_key)
            messages.success(request, _("Đã đưa văn bản vào sổ, mức tin cậy: theo nguồn dẫn lại."))
            return redirect("instruments:cited", document)
    shown = {
        "cited": page,
        "form": form,
        "document": document_view(request.actor, document),
        "dossiers": dossiers_from(request.actor, document),
    }
    return render(request, "instruments/cited.html", shown, status=422 if form.is_bound else 200)
