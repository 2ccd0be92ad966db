"""The records of a dossier on one page, and the one view behind every form that adds to them."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from thammuu.apps.files.serving import attachment
from thammuu.apps.records import queries
from thammuu.web.components.acts import Act, act_page, sent
from thammuu.web.officers import OfficerRequest, for_officers


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
    """The page of an act."""

    @require_http_methods(["GET", "POST"])
    @for_officers
    def page(request: OfficerRequest, uuid: UUID) -> HttpResponse:
        subject = act.find(request.actor, uuid)
        form = act.form(*sent(request), actor=request.actor, uuid=uuid, subject=subject)
        back = reverse("records:list", args=[subject.dossier_uuid])
        return act_page(request, act, form, "records/act.html", {"subject": subject}, back)

    return page
