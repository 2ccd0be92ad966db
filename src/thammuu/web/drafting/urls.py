"""Addresses of drafts."""

from __future__ import annotations

from django.urls import path

from thammuu.web.drafting import views
from thammuu.web.drafting.acts import BEGINNINGS, DRAFT_ACTS

app_name = "drafting"
urlpatterns = [
    path("ho-so/<uuid:dossier>/du-thao/", views.drafts, name="list"),
    *(
        path(f"ho-so/<uuid:dossier>/du-thao/{act.slug}/", views.begin_page(act), name=act.key)
        for act in BEGINNINGS
    ),
    path("du-thao/<uuid:draft>/", views.detail, name="detail"),
    path("du-thao/<uuid:draft>/lan/<int:number>/thay-doi/", views.changes, name="changes"),
    path("du-thao/<uuid:draft>/lan/<int:number>/can-cu/", views.cited, name="cited"),
    path("du-thao/<uuid:draft>/lan/<int:number>/pdf/", views.pdf, name="pdf"),
    *(path(f"du-thao/<uuid:draft>/{act.slug}/", views.draft_page(act), name=act.key) for act in DRAFT_ACTS),
    path("tep-du-thao/<uuid:file>/", views.file, name="file"),
    path("the-thuc/<slug:rule>/", views.rule, name="rule"),
]
