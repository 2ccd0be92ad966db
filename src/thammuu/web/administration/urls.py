"""Addresses of administration; absences stand apart, for they are every officer's."""

from __future__ import annotations

from django.urls import path

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
    path("quan-tri/co-quan/", agencies.agencies, name="agencies"),
    path("quan-tri/co-quan/them/", agencies.add_agency, name="add_agency"),
    path("quan-tri/co-quan/<uuid:agency>/", agencies.agency, name="agency"),
    path("quan-tri/co-quan/<uuid:agency>/doi-ten/", agencies.rename_agency, name="rename_agency"),
    path("quan-tri/co-quan/<uuid:agency>/to-chuc-lai/", agencies.reorganise_agency, name="reorganise_agency"),
    path(
        "quan-tri/ke-tuc/<uuid:succession>/rut-lai/",
        agencies.take_back_succession,
        name="take_back_succession",
    ),
    path("quan-tri/don-vi/", units.units, name="units"),
    path("quan-tri/don-vi/them/", units.add_unit, name="add_unit"),
    path("quan-tri/don-vi/<uuid:unit>/thay-doi/", units.change_unit, name="change_unit"),
    path("quan-tri/can-bo/", officers.officers, name="officers"),
    path("quan-tri/can-bo/them/", officers.add_officer, name="add_officer"),
    path("quan-tri/can-bo/<uuid:officer>/", officers.officer, name="officer"),
    path("quan-tri/can-bo/<uuid:officer>/bo-nhiem/", officers.appoint, name="appoint"),
    path("quan-tri/can-bo/<uuid:officer>/khoa/", officers.switch_off, name="switch_off"),
    path("quan-tri/can-bo/<uuid:officer>/mo-lai/", officers.switch_on, name="switch_on"),
    path("quan-tri/can-bo/<uuid:officer>/mat-khau/", officers.first_password, name="first_password"),
    path("quan-tri/can-bo/<uuid:officer>/hai-lop/", officers.reset_second_factor, name="reset_second_factor"),
    path("quan-tri/vi-tri/<uuid:position>/ket-thuc/", officers.end_position, name="end_position"),
    path("quan-tri/dau-moi/", contacts.contacts, name="contacts"),
    path("quan-tri/dau-moi/them/", contacts.add_contact, name="add_contact"),
    path("quan-tri/dau-moi/<uuid:contact>/", contacts.edit_contact, name="edit_contact"),
    path("quan-tri/dau-moi/<uuid:contact>/thoi-dung/", contacts.end_contact, name="end_contact"),
    path("quan-tri/nhap-danh-ba/", importing.bring, name="bring_workbook"),
    path("quan-tri/nhap-danh-ba/mau/", importing.template, name="template"),
    path("quan-tri/nhap-danh-ba/<uuid:brought>/", importing.brought, name="import"),
    path("quan-tri/nhap-danh-ba/<uuid:brought>/bi-tu-choi/", importing.refused, name="refused"),
    path("quan-tri/tham-so/", parameters.parameters, name="parameters"),
    path("quan-tri/tham-so/<str:parameter>/", parameters.parameter, name="parameter"),
    path("vang-mat/", absences.absences, name="absences"),
    path("vang-mat/ghi/", absences.plan_absence, name="plan_absence"),
    path("vang-mat/<uuid:absence>/", absences.end_absence, name="end_absence"),
]
