"""Address of the search."""

from __future__ import annotations

from django.urls import path

from thammuu.web.search import views

app_name = "search"
urlpatterns = [path("tim-kiem/", views.find, name="find")]
