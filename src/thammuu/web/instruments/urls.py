"""Addresses of the register of legal documents."""

from __future__ import annotations

from django.urls import path

from thammuu.web.instruments import citing, importing, views
from thammuu.web.instruments.acts import ACTS

app_name = "instruments"
urlpatterns = [
    path("van-ban-phap-luat/", views.instruments, name="list"),
    *(path(f"{act.slug}/", views.page_of(act), name=act.key) for act in ACTS),
    path("van-ban-phap-luat/nhap/", importing.bring, name="bring"),
    path("van-ban-phap-luat/nhap/mau/", importing.template, name="template"),
    path("van-ban-phap-luat/nhap/<uuid:brought>/", importing.brought, name="import"),
    path("van-ban-phap-luat/nhap/<uuid:brought>/bi-tu-choi/", importing.refused, name="refused"),
    path("van-ban-phap-luat/<uuid:instrument>/", views.instrument, name="detail"),
    path("van-ban/<uuid:document>/can-cu/", citing.cited, name="cited"),
]
