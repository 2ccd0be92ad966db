"""Addresses of a dossier's pages."""

from __future__ import annotations

from django.urls import path

from thammuu.web.dossiers import views

app_name = "dossiers"
urlpatterns = [
    path("ho-so/<uuid:dossier>/", views.detail, name="detail"),
    path("ho-so/<uuid:dossier>/diem-can-xem/<uuid:doubt>/", views.decide_doubt, name="decide_doubt"),
    path("buoc/<uuid:step>/bat-dau/", views.start_step, name="start_step"),
    path("buoc/<uuid:step>/hoan-thanh/", views.finish_step, name="finish_step"),
    path("tep/<uuid:file>/", views.evidence, name="evidence"),
]
