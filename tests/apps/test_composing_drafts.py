"""Drafts are written from templates and what their dossier knows."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest

from support.builders import finish, start, step_of
from support.cast import Cast
from support.drafts import begin
from support.records import call_meeting, conclude
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.drafting import services
from thammuu.apps.drafting.commands import ComposeDraft, RepairVersion
from thammuu.apps.drafting.queries import draft_view, drafts_in, paper_to_show, pdf_of
from thammuu.apps.drafting.refusals import NothingToRepair
from thammuu.apps.organisations.refusals import NotAllowed
from thammuu.apps.records.commands import Concluded
from thammuu_core.compositions import UnknownTemplate, templates


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


@pytest.mark.parametrize("code", ["thong-bao", "bien-ban", "cong-van-tra-loi"])
def test_what_a_meeting_concluded_stands_where_it_belongs(
    cast: Cast, dossier: DossierView, code: str
) -> None:
    """What a meeting concluded stands in its notice and its minutes, and is no answer of ours to somebody's letter."""
    held = call_meeting(cast.drafter, dossier)
    conclude(cast.drafter, held, Concluded("Bổ sung kinh phí"))
    said = words(cast, compose(cast, dossier, code))
    assert ("Bổ sung kinh phí" in said) == (code != "cong-van-tra-loi")


def test_what_the_dossier_knows_stands_in_the_paper(cast: Cast, dossier: DossierView) -> None:
    start(cast.drafter, step_of(cast.drafter, dossier, 1))
    finish(cast.drafter, step_of(cast.drafter, dossier, 1))
    text = words(cast, compose(cast, dossier, "bao-cao"))
    assert "SỞ KHOA HỌC VÀ CÔNG NGHỆ" in text
    assert f"Đến nay đã hoàn thành 1/{len(dossier.steps)} bước" in text
    assert "PHÓ GIÁM ĐỐC\nNguyễn Văn Bình" in text


def test_what_the_dossier_does_not_know_is_told_and_left_open(cast: Cast, dossier: DossierView) -> None:
    view = draft_view(cast.drafter, compose(cast, dossier, "to-trinh"))
    missing = {one.where for one in view.check.found if one.code == "compositions.fact_missing"}
    assert {"bố cục", "nội dung cơ bản"} <= missing
    assert "…" in words(cast, view.draft.uuid)


def test_the_submission_tells_how_the_draft_is_arranged(cast: Cast, dossier: DossierView) -> None:
    lines = (
        "KẾ HOẠCH", "Nâng cao năng suất", "I. MỤC TIÊU", "1. Mục tiêu chung", "Nâng cao năng suất.",
        "2. Mục tiêu cụ thể", "Tăng 7 %.", "II. TỔ CHỨC THỰC HIỆN", "Các sở thực hiện.",
    )  # fmt: skip
    begin(cast.drafter, dossier.uuid, *lines)
    text = words(cast, compose(cast, dossier, "to-trinh"))
    assert "gồm 02 phần: I. MỤC TIÊU; II. TỔ CHỨC THỰC HIỆN." in text
    assert "I. MỤC TIÊU: 1. Mục tiêu chung; 2. Mục tiêu cụ thể." in text


def test_the_document_itself_is_issued_by_the_agency_above(cast: Cast, dossier: DossierView) -> None:
    text = words(cast, compose(cast, dossier, "quyet-dinh"))
    assert text.startswith("ỦY BAN NHÂN DÂN\nTỈNH BẮC GIANG")
    assert "TM. ỦY BAN NHÂN DÂN" in text
    assert "Nguyễn Văn Bình" not in text, "who signs for another agency is not known"


def test_a_paper_of_a_step_is_proposed_until_somebody_has_begun_it(cast: Cast, dossier: DossierView) -> None:
    proposed = drafts_in(cast.drafter, dossier.uuid).proposals
    assert {one.template for one in proposed} >= {"to-trinh", "ke-hoach-tinh"}
    for one in proposed:
        compose(cast, dossier, one.template, one.step_uuid)
    assert drafts_in(cast.drafter, dossier.uuid).proposals == ()
    assert drafts_in(cast.clerk, dossier.uuid).proposals == ()


def test_an_unknown_template_is_refused(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(UnknownTemplate):
        compose(cast, dossier, "khong-co")


def test_a_clerk_composes_no_draft(cast: Cast, dossier: DossierView) -> None:
    with pytest.raises(NotAllowed):
        services.compose_draft(cast.clerk, ComposeDraft(dossier.uuid, "to-trinh"), key=uuid4())


def test_what_is_right_in_form_is_not_mended(cast: Cast, dossier: DossierView) -> None:
    draft = compose(cast, dossier, "ke-hoach-don-vi")
    assert "repair" not in draft_view(cast.drafter, draft).acts
    with pytest.raises(NothingToRepair):
        services.repair_version(cast.drafter, RepairVersion(draft, 1), key=uuid4())


def test_a_basis_is_held_against_the_register(cast: Cast, dossier: DossierView) -> None:
    """The register of these tests is empty, so that it knows no decision."""
    lines = (
        "KẾ HOẠCH",
        "Năng suất",
        "Căn cứ Quyết định số 1322/QĐ-TTg ngày 31 tháng 8 năm 2020;",
        "1. Việc.",
    )
    view = draft_view(cast.drafter, begin(cast.drafter, dossier.uuid, *lines))
    (told,) = (one for one in view.check.found if one.code == "citations.unknown")
    assert "1322/QĐ-TTg" in told.message
    assert told.spot is not None
    assert told.spot.paragraph == 2


def test_a_letter_is_not_doubted_as_a_plan_is(cast: Cast, dossier: DossierView) -> None:
    step = "1. Phòng Kế hoạch xây dựng dự thảo."
    codes = {
        kind: {
            one.code
            for one in draft_view(
                cast.drafter, begin(cast.drafter, dossier.uuid, kind, "Năng suất", step)
            ).check.found
        }
        for kind in ("KẾ HOẠCH", "BÁO CÁO")
    }
    assert any(code.startswith("plans.") for code in codes["KẾ HOẠCH"])
    assert not any(code.startswith("plans.") for code in codes["BÁO CÁO"])
