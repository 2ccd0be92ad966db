"""Addresses of administration; absences stand apart, for they are every officer's."""

from __future__ import annotations

from django.urls import path

from thammuu.web.administration.acts import page_of
from thammuu.web.administration.views import (
    absences,
    agencies,
    contacts,
    importing,
    officers,
    overview,
    parameters,
    units,
)

app_name = "administration"
urlpatterns = [
    path("quan-tri/", overview.home, name="home"),
    *(
        path(f"{act.slug}/", page_of(act), name=act.key)
        for register in (agencies, units, officers, contacts, absences)
        for act in register.ACTS
    ),
    path("quan-tri/co-quan/", agencies.agencies, name="agencies"),
    path("quan-tri/co-quan/<uuid:agency>/", agencies.agency, name="agency"),
    path("quan-tri/don-vi/", units.units, name="units"),
    path("quan-tri/can-bo/", officers.officers, name="officers"),
    path("quan-tri/can-bo/<uuid:officer>/", officers.officer, name="officer"),
    path("quan-tri/dau-moi/", contacts.contacts, name="contacts"),
    path("quan-tri/nhap-danh-ba/", importing.bring, name="bring_workbook"),
    path("quan-tri/nhap-danh-ba/mau/", importing.template, name="template"),
    path("quan-tri/nhap-danh-ba/<uuid:brought>/", importing.brought, name="import"),
    path("quan-tri/nhap-danh-ba/<uuid:brought>/bi-tu-choi/", importing.refused, name="refused"),
    path("quan-tri/tham-so/", parameters.parameters, name="parameters"),
    path("quan-tri/tham-so/<str:parameter>/", parameters.parameter, name="parameter"),
    path("vang-mat/", absences.absences, name="absences"),
]
