"""Addresses of comparisons of plans."""

from __future__ import annotations

from django.urls import path

from thammuu.web.comparison import views
from thammuu.web.comparison.acts import ACTS

app_name = "comparison"
urlpatterns = [
    path("so-sanh-ke-hoach/", views.comparisons, name="list"),
    *(path(f"{act.slug}/", views.page_of(act), name=act.key) for act in ACTS),
    path("so-sanh-ke-hoach/<uuid:comparison>/", views.detail, name="detail"),
    path("so-sanh-ke-hoach/<uuid:comparison>/bang-tinh/", views.workbook, name="workbook"),
    path("tep-so-sanh/<uuid:file>/", views.file, name="file"),
]
