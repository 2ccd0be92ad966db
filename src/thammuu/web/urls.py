"""Addresses of all pages; what is not listed here does not exist."""

from __future__ import annotations

from django.urls import include, path
from django.views.generic import RedirectView

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="progress:list"), name="home"),
    path("", include("thammuu.web.progress.urls")),
    path("", include("thammuu.web.dossiers.urls")),
    path("", include("thammuu.web.opening.urls")),
]
