"""What is said once for a list of documents goes to each of them, and no further."""

from __future__ import annotations

from datetime import date

import pytest

from thammuu_core.citations import find


def test_kind_date_and_issuer_are_shared_by_a_list() -> None:
    found = find(
        "các Quyết định số 16/2026/QĐ-UBND và số 17/2026/QĐ-UBND ngày 05/3/2026 của UBND tỉnh Lào Cai"
    )
    assert [(citation.kind, citation.date, citation.issuer) for citation in found] == [
        ("Quyết định", date(2026, 3, 5), "UBND tỉnh Lào Cai")
    ] * 2


def test_issuers_may_differ_within_a_list() -> None:
    found = find(
        "Quyết định số 49/2021/QĐ-UBND, 11/2023/QĐ-UBND của tỉnh Lào Cai và 30/2019/QĐ-UBND của Yên Bái"
    )
    assert [citation.issuer for citation in found] == ["tỉnh Lào Cai", "tỉnh Lào Cai", "Yên Bái"]
    assert {citation.kind for citation in found} == {"Quyết định"}


def test_a_date_after_a_kind_said_again_is_that_ones_alone() -> None:
    first, second = find(
        "Quyết định số 62/QĐ-TTg, Quyết định số 40/QĐ-TTg ngày 27/7/2011 của Thủ tướng Chính phủ"
    )
    assert first.date is None
    assert second.date == date(2011, 7, 27)


def test_documents_of_one_day_share_it() -> None:
    found = find("Quyết định số 62/QĐ-UBND, Quyết định số 63/QĐ-UBND cùng ngày 27/7/2022 của UBND tỉnh")
    assert [citation.date for citation in found] == [date(2022, 7, 27)] * 2


def test_a_date_of_another_year_than_the_number_is_not_shared() -> None:
    first, second = find("Nghị định số 181/2024/NĐ-CP và số 70/2025/NĐ-CP ngày 20/3/2025 của Chính phủ")
    assert first.date is None
    assert second.date == date(2025, 3, 20)


def test_an_issuer_is_not_shared_with_the_document_of_another_body() -> None:
    first, second = find("Kế hoạch số 5/KH-UBND, Báo cáo số 6/BC-STC của Sở Tài chính")
    assert first.issuer is None
    assert second.issuer == "Sở Tài chính"


def test_an_issuer_said_before_a_list_is_shared_by_it() -> None:
    found = find(
        "ý kiến của Sở Nội vụ tại các Văn bản: số 41/SNV-XD ngày 28/8/2025, số 57/SNV-XD ngày 13/11/2025"
    )
    assert [(citation.kind, citation.issuer) for citation in found] == [("Văn bản", "Sở Nội vụ")] * 2


@pytest.mark.parametrize("joint", [", ", "; ", " và ", " và số ", ", số ", " đến số "])
def test_every_way_of_joining_makes_two_citations(joint: str) -> None:
    found = find(f"Kế hoạch số 12/KH-UBND{joint}15/KH-UBND")
    assert [citation.symbol for citation in found] == ["12/KH-UBND", "15/KH-UBND"]


def test_the_subject_ends_before_a_document_cited_beside_it() -> None:
    text = (
        "Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ về việc phê duyệt Chương trình năng suất "
        "và Quyết định số 36/QĐ-TTg ngày 11/01/2021 của Thủ tướng Chính phủ Ban hành Kế hoạch tổng thể."
    )
    first, second = find(text)
    assert first.subject == "phê duyệt Chương trình năng suất"
    assert second.subject == "Ban hành Kế hoạch tổng thể"
    assert text[first.start : first.end].endswith("Chương trình năng suất")


def test_a_document_cited_within_a_subject_stays_in_it_and_stands_on_its_own() -> None:
    outer, inner = find(
        "Thông tư số 01/2025/TT-BTC sửa đổi, bổ sung một số điều của Thông tư số 06/2022/TT-BTC ngày 30/6/2022"
    )
    assert outer.subject is not None
    assert "06/2022/TT-BTC" in outer.subject
    assert (outer.date, inner.date) == (None, date(2022, 6, 30))
