"""Addresses of the records of dossiers."""

from __future__ import annotations

from django.urls import path

from thammuu.web.records import views
from thammuu.web.records.acts import ACTS

app_name = "records"
urlpatterns = [
    path("ho-so/<uuid:dossier>/ghi-chep/", views.records, name="list"),
    path("tep-ghi-chep/<uuid:file>/", views.file, name="file"),
    *(path(f"{act.slug}/", views.page_of(act), name=act.key) for act in ACTS),
]
