"""Addresses of the search and of saved filters."""

from __future__ import annotations

from django.urls import path

from thammuu.web.search import filters, views

app_name = "search"
urlpatterns = [
    path("tim-kiem/", views.find, name="find"),
    path("bo-loc/luu/", filters.save, name="save_filter"),
    path("bo-loc/<uuid:filter>/xoa/", filters.drop, name="drop_filter"),
]
