"""Addresses of all pages; what is not listed here does not exist."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.views.decorators.http import require_GET


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The front door opens on what waits for the one who enters."""
    return redirect("work:mine")


urlpatterns = [
    path("", home, name="home"),
    path("", include("thammuu.web.work.urls")),
    path("", include("thammuu.web.administration.urls")),
    path("", include("thammuu.web.progress.urls")),
    path("", include("thammuu.web.dossiers.urls")),
    path("", include("thammuu.web.opening.urls")),
    path("", include("thammuu.web.programme.urls")),
    path("", include("thammuu.web.notices.urls")),
    path("", include("thammuu.web.reports.urls")),
    path("", include("thammuu.web.search.urls")),
    path("", include("thammuu.web.exports.urls")),
    path("", include("thammuu.web.records.urls")),
    path("", include("thammuu.web.drafting.urls")),
    path("", include("thammuu.web.instruments.urls")),
    path("", include("thammuu.web.agency_templates.urls")),
    path("", include("thammuu.web.coverage.urls")),
    path("", include("thammuu.web.comparison.urls")),
]
