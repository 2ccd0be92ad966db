"""Addresses of all pages; what is not listed here does not exist."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from django.views.decorators.http import require_GET


@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """The front door opens on what needs someone today."""
    return redirect("progress:list")


urlpatterns = [
    path("", home, name="home"),
    path("", include("thammuu.web.progress.urls")),
    path("", include("thammuu.web.dossiers.urls")),
    path("", include("thammuu.web.opening.urls")),
    path("", include("thammuu.web.search.urls")),
]
