"""Addresses of workbooks."""

from __future__ import annotations

from django.urls import path

from thammuu.web.exports import views

app_name = "exports"
urlpatterns = [
    path("theo-doi/bang-tinh/", views.board, name="board"),
    path("ho-so/<uuid:dossier>/bang-tinh/", views.dossier, name="dossier"),
]
