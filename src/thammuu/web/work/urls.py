"""Address of one's own work."""

from __future__ import annotations

from django.urls import path

from thammuu.web.work import views

app_name = "work"
urlpatterns = [path("viec-cua-toi/", views.mine, name="mine")]
