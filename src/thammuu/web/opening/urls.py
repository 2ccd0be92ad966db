"""Addresses of the way from a file to a dossier."""

from __future__ import annotations

from django.urls import path

from thammuu.web.opening import views

app_name = "opening"
urlpatterns = [
    path("lap-ho-so/", views.bring, name="bring"),
    path("lap-ho-so/<uuid:document>/", views.reading, name="reading"),
]
