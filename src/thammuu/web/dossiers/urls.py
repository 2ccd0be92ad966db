"""Addresses of a dossier's pages."""

from __future__ import annotations

from django.urls import path

from thammuu.web.dossiers import recording, views
from thammuu.web.dossiers.acts import DOSSIER_ACTS, STEP_ACTS

app_name = "dossiers"
urlpatterns = [
    path("ho-so/<uuid:dossier>/", views.detail, name="detail"),
    path("ho-so/<uuid:dossier>/diem-can-xem/<uuid:doubt>/", views.decide_doubt, name="decide_doubt"),
    *(
        path(
            f"ho-so/<uuid:dossier>/{act.slug}/",
            recording.dossier_act(act),
            name=act.key if act.key == "add_step" else f"{act.key}_dossier",
        )
        for act in DOSSIER_ACTS
    ),
    *(
        path(f"buoc/<uuid:step>/{act.slug}/", recording.step_act(act), name=f"{act.key}_step")
        for act in STEP_ACTS
    ),
    path("buoc/<uuid:step>/sua/<slug:field>/", recording.correct_step, name="correct_step"),
    path("buoc/<uuid:step>/xac-nhan/", recording.confirm_step, name="confirm_step"),
    path("gia-han/<uuid:extension>/", recording.decide_more_time, name="decide_more_time"),
    path("tep/<uuid:file>/", views.evidence, name="evidence"),
]
