"""Addresses of templates."""

from __future__ import annotations

from django.urls import path

from thammuu.web.agency_templates import views
from thammuu.web.agency_templates.acts import ACTS

app_name = "agency_templates"
urlpatterns = [
    path("mau-van-ban/", views.templates, name="list"),
    path("mau-van-ban/<slug:template>/", views.detail, name="detail"),
    path("mau-van-ban/<slug:template>/mau-co-san/", views.supplied, name="supplied"),
    path("mau-van-ban/<slug:template>/mau-rieng/", views.own, name="own"),
    *(path(f"mau-van-ban/<slug:template>/{act.slug}/", views.act_page_of(act), name=act.key) for act in ACTS),
    path("tep-mau/<uuid:file>/", views.file, name="file"),
]
