"""Addresses of the programme's pages."""

from __future__ import annotations

from django.urls import path

from thammuu.web.programme import acts, intake, laying, templates, views

app_name = "programme"
urlpatterns = [
    path("chuong-trinh/", views.assignments, name="list"),
    path("chuong-trinh/nhap/", intake.bring, name="bring"),
    path("chuong-trinh/nhap/<uuid:sheet>/", intake.confirm, name="sheet"),
    path("chuong-trinh/them/", intake.add_programme, name="add_programme"),
    path("chuong-trinh/tep/<uuid:file>/", views.file, name="file"),
    path("chuong-trinh/nhiem-vu/them/", intake.add_item, name="add_item"),
    path("chuong-trinh/nhiem-vu/van-ban-den/", intake.letter, name="letter"),
    path("chuong-trinh/nhiem-vu/<uuid:assignment>/", views.item, name="item"),
    *(
        path(f"chuong-trinh/nhiem-vu/<uuid:assignment>/{act.slug}/", acts.item_act(act), name=act.key)
        for act in acts.ACTS
    ),
    path("chuong-trinh/nhiem-vu/<uuid:assignment>/lap-ho-so/", laying.lay, name="lay"),
    path("chuong-trinh/nhiem-vu/<uuid:assignment>/du-thao-ke-hoach/", laying.draft, name="draft"),
    path("chuong-trinh/mau-cac-buoc/", templates.every, name="templates"),
    path("chuong-trinh/mau-cac-buoc/mac-dinh/", templates.built_in, name="built_in_template"),
    path("chuong-trinh/mau-cac-buoc/them/", templates.copy, name="copy_template"),
    path("chuong-trinh/mau-cac-buoc/<uuid:template>/", templates.one, name="template"),
    path("chuong-trinh/mau-cac-buoc/<uuid:template>/sua/", templates.edit, name="edit_template"),
]
