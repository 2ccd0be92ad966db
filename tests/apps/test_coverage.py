"""A draft held against what its mandates ask: proposed by the machine, confirmed or left out by a person."""

from __future__ import annotations

from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import DatabaseError, transaction

from support.cast import Cast
from support.drafts import add, begin
from thammuu.apps.coverage import services
from thammuu.apps.coverage.commands import AddMandate, ConfirmItem, OmitItem
from thammuu.apps.coverage.models import Answer
from thammuu.apps.coverage.policy import policy
from thammuu.apps.coverage.queries import demand_page, matrix, matrix_to_answer
from thammuu.apps.coverage.refusals import ReasonMissing
from thammuu.apps.coverage.rows import DemandRow, Matrix
from thammuu.apps.coverage.sheets import matrix_workbook
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.drafting import services as drafting
from thammuu.apps.drafting.commands import BeginDraft
from thammuu.apps.files.uploads import Upload
from thammuu.apps.instruments import supplied
from thammuu.apps.journal.queries import verdict
from thammuu.apps.organisations.refusals import NotAllowed, NotVisible, StaleEdit
from thammuu_core.rendering import to_docx

SHORT = (
    "KẾ HOẠCH",
    "Nâng cao năng suất giai đoạn 2021 - 2025",
    "Căn cứ Quyết định số 36/QĐ-TTg ngày 11/01/2021 của Thủ tướng Chính phủ;",
    "I. MỤC TIÊU",
    "1. Tốc độ tăng năng suất lao động bình quân đạt khoảng 6,5%/năm.",
    "II. NHIỆM VỤ",
    "1. Nâng cao nhận thức về năng suất của doanh nghiệp trong tỉnh.",
)


@pytest.fixture
def draft(cast: Cast, dossier: DossierView) -> UUID:
    supplied.load()
    return begin(cast.drafter, dossier.uuid, *SHORT)


def _row(found: Matrix, words: str) -> DemandRow:
    return next(row for row in found.rows if row.item.words.startswith(words))


GROWTH = "Tốc độ tăng năng suất lao động khoảng 7%"
AWARE = "Nâng cao nhận thức"
CLUBS = "Trường đại học, trường nghề có câu lạc bộ năng suất: ít nhất 10"


def test_demands_of_the_documents_cited_are_covered_softer_or_missing(cast: Cast, draft: UUID) -> None:
    found = matrix(cast.drafter, draft)
    assert [one.instrument.called for one in found.mandates] == ["Quyết định số 36/QĐ-TTg"]
    growth = _row(found, GROWTH)
    assert growth.clause is not None
    assert (growth.state, growth.clause.where, growth.confirmed) == ("softer", "I.1", False)
    assert "ghi ≈ 6,5" in growth.remark
    assert _row(found, AWARE).state == "covered"
    assert _row(found, CLUBS).state == "missing"
    assert found.unconfirmed == len(found.rows) == sum(count for _, _, count in found.counts)


def test_a_person_confirms_a_clause_and_the_number_is_still_held_against_the_mandate(
    cast: Cast, draft: UUID
) -> None:
    _confirm(cast, draft, GROWTH)
    row = _row(matrix(cast.head, draft), GROWTH)
    assert (row.confirmed, row.by, row.state, row.number) == (True, cast.drafter.name, "softer", 1)


def test_a_demand_is_left_out_only_for_a_reason(cast: Cast, draft: UUID) -> None:
    page = demand_page(cast.drafter, draft, _row(matrix(cast.drafter, draft), CLUBS).item.uuid)
    version, item = page.matrix.version.uuid, page.row.item.uuid
    with pytest.raises(ReasonMissing):
        services.omit_item(cast.drafter, OmitItem(version, item, 0, "  "), key=uuid4())
    services.omit_item(cast.drafter, OmitItem(version, item, 0, "Chỉ tiêu chung của cả nước"), key=uuid4())
    row = _row(matrix(cast.drafter, draft), CLUBS)
    assert (row.state, row.reason) == ("omitted", "Chỉ tiêu chung của cả nước")
    assert verdict().broken_at is None


def test_a_confirmed_clause_is_found_in_the_next_version_and_told_when_it_changed_or_is_gone(
    cast: Cast, draft: UUID
) -> None:
    _confirm(cast, draft, GROWTH)
    _confirm(cast, draft, AWARE)
    new = [line.replace("khoảng 6,5%", "trên 7%") for line in SHORT if not line.startswith("1. Nâng cao")]
    add(cast.drafter, draft, *new)
    found = matrix(cast.drafter, draft)
    growth, aware = _row(found, GROWTH), _row(found, AWARE)
    assert growth.state == "covered"
    assert "nay có lời khác" in growth.remark
    assert aware.state == "missing"
    assert "không còn" in aware.remark


def test_a_version_that_forgets_its_mandate_is_held_against_it_all_the_same(cast: Cast, draft: UUID) -> None:
    asked = len(matrix(cast.drafter, draft).rows)
    add(cast.drafter, draft, "KẾ HOẠCH", "Trồng cây đầu năm", "I. NỘI DUNG", "1. Trồng một nghìn cây xanh.")
    found = matrix(cast.drafter, draft)
    assert len(found.rows) == asked > 0
    assert {row.state for row in found.rows} == {"missing"}


def test_two_who_answer_at_once_collide(cast: Cast, draft: UUID) -> None:
    _confirm(cast, draft, GROWTH)
    page = demand_page(cast.head, draft, _row(matrix(cast.head, draft), GROWTH).item.uuid)
    stale = OmitItem(page.matrix.version.uuid, page.row.item.uuid, 0, "Không cần")
    with pytest.raises(StaleEdit) as refused:
        services.omit_item(cast.head, stale, key=uuid4())
    assert "I.1" in refused.value.current


def test_answers_are_never_changed(cast: Cast, draft: UUID) -> None:
    _confirm(cast, draft, GROWTH)
    with pytest.raises(DatabaseError, match="insert_only"), transaction.atomic():
        Answer.objects.update(reason="khác")


def test_a_document_that_is_not_cited_by_number_is_added_and_its_clash_shown(cast: Cast, draft: UUID) -> None:
    found = matrix(cast.drafter, draft)
    congress = next(one for one in found.addable if "XIII" in one.called)
    services.add_mandate(cast.drafter, AddMandate(draft, congress.uuid), key=uuid4())
    found = matrix(cast.drafter, draft)
    assert len(found.mandates) == 2
    assert "Tốc độ tăng năng suất lao động" in {clash.measure for clash in found.clashes}


def test_who_may_not_draft_looks_only_and_outsiders_see_nothing(cast: Cast, draft: UUID) -> None:
    assert not matrix(cast.clerk, draft).may_answer
    with pytest.raises(NotAllowed):
        matrix_to_answer(cast.clerk, draft)
    page = matrix(cast.drafter, draft)
    row = _row(page, CLUBS)
    command = OmitItem(page.version.uuid, row.item.uuid, 0, "Không cần")
    with pytest.raises(NotAllowed):
        services.omit_item(cast.clerk, command, key=uuid4())
    for outsider in (cast.outsider, cast.administrator):
        with pytest.raises(NotVisible):
            matrix(outsider, draft)
        with pytest.raises(NotVisible):
            services.omit_item(outsider, command, key=uuid4())


def test_the_plan_of_the_demo_answers_most_that_is_asked_of_a_province(
    cast: Cast, dossier: DossierView
) -> None:
    supplied.load()
    file = Upload("ke-hoach.docx", to_docx(policy(date(2021, 7, 5))))
    whole = drafting.begin_draft(
        cast.drafter, BeginDraft(dossier.uuid, "Kế hoạch", "Năng suất", file), key=uuid4()
    )
    found = matrix(cast.drafter, whole)
    counts = {state: count for state, _, count in found.counts}
    assert counts["covered"] >= 18
    assert _row(found, GROWTH).state == "covered"
    assert _row(found, "Báo cáo kết quả thực hiện trước ngày 30 tháng 11").state == "covered"
    assert _row(found, "Khoảng 600 chuyên gia").state == "unlike", "a number of the whole country"
    assert matrix_workbook(cast.drafter, whole).startswith(b"PK")


def _confirm(cast: Cast, draft: UUID, words: str) -> None:
    page = matrix(cast.drafter, draft)
    row = _row(page, words)
    assert row.clause is not None
    command = ConfirmItem(page.version.uuid, row.item.uuid, row.number, row.clause.id)
    services.confirm_item(cast.drafter, command, key=uuid4())
