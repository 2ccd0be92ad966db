"""A dossier that runs: the plan that amends it, line by line, and the dossier of the next year."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from thammuu.apps.documents.queries import document_view
from thammuu.apps.documents.refusals import SameFile
from thammuu.apps.documents.services import receive_document
from thammuu.apps.dossiers.plans.amending import amendment, apply_amendment, check_may_amend
from thammuu.apps.dossiers.plans.repeating import repeat_dossier, repetition
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.opening.forms.reading import BringForm
from thammuu.web.opening.forms.running import AmendForm, NextYearForm
from thammuu.web.refusals import told_on


@require_http_methods(["GET", "POST"])
@for_officers
def amend(request: OfficerRequest, dossier: UUID) -> HttpResponse:
    """Bring the amended plan; a file that is held already is compared as it is."""
    title = check_may_amend(request.actor, dossier)
    form = BringForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            try:
                document = receive_document(request.actor, form.upload(), key=form.sent_key, only_new=True)
            except SameFile as same:
                document = same.documents[0]
            return redirect("opening:changes", dossier, document)
    page = {"dossier": dossier, "title": title, "form": form}
    return render(request, "opening/amend.html", page, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@for_officers
def changes(request: OfficerRequest, dossier: UUID, document: UUID) -> HttpResponse:
    """What the amended plan changes, side by side; the chosen lines become facts."""
    title = check_may_amend(request.actor, dossier)
    view = document_view(request.actor, document)
    if view.state != "done":
        page = {"document": view, "dossier": dossier, "title": title}
        waiting = "opening/changes.html#waiting" if request.htmx else "opening/changes.html"
        return render(request, waiting, page)
    found = amendment(request.actor, dossier, document)
    form = AmendForm(request.POST or None, found=found)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            apply_amendment(request.actor, form.command(), key=form.sent_key)
            messages.success(request, _("Đã áp dụng các thay đổi được chọn vào hồ sơ."))
            return redirect("dossiers:detail", dossier)
    page = {"document": view, "dossier": dossier, "title": title, "found": found, "form": form}
    template = "opening/changes.html#waiting" if request.htmx else "opening/changes.html"
    return render(request, template, page, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "POST"])
@for_officers
def next_year(request: OfficerRequest, dossier: UUID) -> HttpResponse:
    """The steps a year later; the chosen ones become a dossier of their own."""
    found = repetition(request.actor, dossier)
    form = NextYearForm(request.POST or None, found=found)
    if request.method == "POST" and form.is_valid():
        with told_on(form):
            made = repeat_dossier(request.actor, form.command(), key=form.sent_key)
            messages.success(request, _("Đã lập hồ sơ năm sau. Mọi giá trị đều chờ xác nhận."))
            return redirect("dossiers:detail", made)
    page = {"found": found, "form": form}
    return render(request, "opening/next_year.html", page, status=422 if form.is_bound else 200)
