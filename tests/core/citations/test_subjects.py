"""The subject of a cited document: from its connector or verb to where the citing sentence goes on."""

from __future__ import annotations

import pytest

from thammuu_core.citations import find

SUBJECTS = (
    (" về việc ban hành Quy chế làm việc;", "ban hành Quy chế làm việc"),
    (" về công tác văn thư", "công tác văn thư"),
    (" V/v lấy ý kiến dự thảo.", "lấy ý kiến dự thảo"),
    (" Ban hành Kế hoạch tổng thể.", "Ban hành Kế hoạch tổng thể"),
    (" quy định chi tiết Luật Giá; giao Sở Tài chính", "quy định chi tiết Luật Giá"),
    (" về quản lý nhà ở đã được sửa đổi, bổ sung tại Thông tư khác", "quản lý nhà ở"),
    (" về quản lý nhà ở (sau đây gọi là Quyết định số 22)", "quản lý nhà ở"),
    (" về thủ tục được sửa đổi, bổ sung trong lĩnh vực y tế", "thủ tục được sửa đổi, bổ sung trong lĩnh vực y tế"),
    (' về Đề án "một cửa" của Sở Y tế.', 'Đề án "một cửa" của Sở Y tế'),
    (" về Chương trình công tác năm 2021, Sở Khoa học và Công nghệ xây dựng Kế hoạch", "Chương trình công tác năm 2021"),
    (" (nay là thành phố Huế) về nguyên tắc phân bổ vốn", "nguyên tắc phân bổ vốn"),
    (" là căn cứ để thực hiện", None),
    ("", None),
)  # fmt: skip


@pytest.mark.parametrize(("said", "subject"), SUBJECTS)
def test_the_subject_is_what_the_document_is_about(said: str, subject: str | None) -> None:
    citation = find(f"Quyết định số 22/QĐ-UBND ngày 05/3/2020 của UBND tỉnh{said}")[0]
    assert citation.subject == subject


def test_the_mention_reaches_from_the_kind_word_to_the_subject() -> None:
    text = (
        "Căn cứ Quyết định số 22/QĐ-UBND ngày 05/3/2020 của UBND tỉnh về việc ban hành Quy chế; xét đề nghị"
    )
    (citation,) = find(text)
    assert text[citation.start : citation.end] == text[len("Căn cứ ") : text.index(";")]


def test_words_between_the_kind_and_the_number_are_the_subject() -> None:
    (citation,) = find("Quyết định chấp thuận chủ trương đầu tư số 4563/QĐ-UBND ngày 31/12/2019")
    assert citation.kind == "Quyết định"
    assert citation.subject == "chấp thuận chủ trương đầu tư"


@pytest.mark.parametrize("urgency", ["hỏa tốc", "hoả tốc", "khẩn", "thượng khẩn"])
def test_a_degree_of_urgency_is_no_subject(urgency: str) -> None:
    (citation,) = find(f"Công văn {urgency} số 99/UBND-NC")
    assert (citation.kind, citation.subject) == ("Công văn", None)
