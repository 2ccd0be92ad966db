"""Address of the list of dossiers."""

from __future__ import annotations

from django.urls import path

from thammuu.web.progress import views

app_name = "progress"
urlpatterns = [path("theo-doi/", views.dossiers, name="list")]
