"""The first page: what there is to look after."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from thammuu.apps.organisations import directory
from thammuu.web.officers import OfficerRequest, for_officers


@require_GET
@for_officers
def home(request: OfficerRequest) -> HttpResponse:
    """Quản trị: the registers with their numbers."""
    return render(request, "administration/home.html", {"overview": directory.overview(request.actor)})
