"""Addresses of notices."""

from __future__ import annotations

from django.urls import path

from thammuu.web.notices import views

app_name = "notices"
urlpatterns = [
    path("thong-bao/", views.notices, name="list"),
    path("thong-bao/da-doc/", views.read, name="read"),
    path("thong-bao/cach-nhan/", views.preference, name="preference"),
    path("lich/<str:secret>.ics", views.calendar, name="calendar"),
]
