"""Addresses of the matrix of a draft."""

from __future__ import annotations

from django.urls import path

from thammuu.web.coverage import views

app_name = "coverage"
urlpatterns = [
    path("du-thao/<uuid:draft>/doi-chieu/", views.matrix, name="matrix"),
    path("du-thao/<uuid:draft>/doi-chieu/bang-tinh/", views.workbook, name="workbook"),
    path("du-thao/<uuid:draft>/doi-chieu/them/", views.add, name="add"),
    path("du-thao/<uuid:draft>/doi-chieu/<uuid:item>/", views.answer, name="answer"),
]
