"""Addresses of reports; `form` is docx or pdf."""

from __future__ import annotations

from django.urls import path

from thammuu.web.reports import views

app_name = "reports"
urlpatterns = [
    path("ho-so/<uuid:dossier>/tinh-hinh/", views.state, name="state"),
    path("ho-so/<uuid:dossier>/tinh-hinh.<slug:form>", views.state_file, name="state_file"),
    path("bao-cao-tuan/", views.weekly, name="weekly"),
    path("bao-cao-tuan.<slug:form>", views.weekly_file, name="weekly_file"),
]
