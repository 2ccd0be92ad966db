"""Addresses of the way from a file to a dossier."""

from __future__ import annotations

from django.urls import path

from thammuu.web.opening import bringing, confirming, running

app_name = "opening"
urlpatterns = [
    path("lap-ho-so/", bringing.bring, name="bring"),
    path("lap-ho-so/<uuid:document>/", confirming.reading, name="reading"),
    path("lap-ho-so/<uuid:document>/doc-lai/", bringing.again, name="again"),
    path("lap-ho-so/<uuid:document>/xac-nhan/", confirming.confirm, name="confirm"),
    path("lap-ho-so/<uuid:document>/dau-van-ban/", confirming.header, name="header"),
    path("lap-ho-so/<uuid:document>/them-buoc/", confirming.add_step, name="add_step"),
    path("lap-ho-so/<uuid:document>/buoc/<slug:mark>/", confirming.step, name="step"),
    path("lap-ho-so/<uuid:document>/buoc/<slug:mark>/sap-xep/", confirming.arrange, name="arrange"),
    path("ho-so/<uuid:dossier>/ke-hoach-sua-doi/", running.amend, name="amend"),
    path("ho-so/<uuid:dossier>/ke-hoach-sua-doi/<uuid:document>/", running.changes, name="changes"),
    path("ho-so/<uuid:dossier>/nam-sau/", running.next_year, name="next_year"),
]
