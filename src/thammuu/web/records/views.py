"""The records of a dossier on one page, and the one view behind every form that adds to them."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.files.serving import attachment
from thammuu.apps.records import queries
from thammuu.web.officers import OfficerRequest, for_officers
from thammuu.web.records.acts import Act
from thammuu.web.refusals import told_on


@require_GET
@for_officers
def records(request: OfficerRequest, dossier: UUID) -> HttpResponse:
    """Ghi chép của một hồ sơ."""
    return render(request, "records/list.html", {"view": queries.records_view(request.actor, dossier)})


@require_GET
@for_officers
def file(request: OfficerRequest, file: UUID) -> HttpResponse:
    """Download a file of a record."""
    return attachment(queries.file_to_serve(request.actor, file))


def page_of(act: Act) -> Callable[..., HttpResponse]:
    """The page of an act: its form; what it says recorded; or the form again as it was filled in, with what is wrong."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def page(request: OfficerRequest, uuid: UUID) -> HttpResponse:
        subject = act.find(request.actor, uuid)
        sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
        form = act.form(*sent, actor=request.actor, uuid=uuid, subject=subject)
        back = reverse("records:list", args=[subject.dossier_uuid])
        if form.is_bound and form.is_valid():
            with told_on(form):
                act.record(request.actor, form.command(), key=form.sent_key)
                messages.success(request, act.told)
                return redirect(back)
        shown = {"act": act, "subject": subject, "form": form, "back": back}
        return render(request, "records/act.html", shown, status=422 if form.is_bound else 200)

    return page
