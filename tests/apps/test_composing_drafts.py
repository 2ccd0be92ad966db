"""Drafts are written from templates and what their dossier knows."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from support.cast import Cast
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.drafting import services
from thammuu.apps.drafting.commands import ComposeDraft
from thammuu.apps.drafting.queries import draft_view, paper_to_show, pdf_of
from thammuu_core.compositions import templates


def compose(cast: Cast, dossier: DossierView, code: str, step: UUID | None = None) -> UUID:
    return services.compose_draft(cast.drafter, ComposeDraft(dossier.uuid, code, step), key=uuid4())


def words(cast: Cast, draft: UUID) -> str:
    return paper_to_show(cast.drafter, draft_view(cast.drafter, draft).shown.uuid).body.text


@pytest.mark.parametrize("code", [one.code for one in templates()])
def test_every_template_makes_a_draft_of_any_dossier(cast: Cast, dossier: DossierView, code: str) -> None:
    view = draft_view(cast.drafter, compose(cast, dossier, code))
    assert view.shown.source == "composed"
    wrong = [one.message for one in view.check.found if one.rule and one.severity == "error"]
    assert wrong == []
    assert "compositions.fact_unknown" not in {one.code for one in view.check.found}
    assert pdf_of(cast.drafter, view.draft.uuid, 1).data.startswith(b"%PDF-")
