"""Paths as letters say them, and what of a draft they lead to."""

from __future__ import annotations

import pytest

from support.papers import paper_of
from thammuu_core.anchors import Version
from thammuu_core.opinions.sentences import propose
from thammuu_core.opinions.sentences.reading import reading
from thammuu_core.opinions.sentences.references import references

DRAFT = Version.of(
    "0" * 64,
    paper_of("""
    QUYẾT ĐỊNH
    Ban hành Quy chế làm việc
    Căn cứ Luật Lưu trữ ngày 21 tháng 6 năm 2024;
    Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;
    Chương I
    QUY ĐỊNH CHUNG
    Điều 1. Phạm vi
    1. Quy chế này quy định việc làm.
    2. Đối tượng gồm:
    a) Cơ quan;
    b) Tổ chức;
    đ) Cá nhân.
    Điều 2. Trách nhiệm thi hành
    1. Chánh Văn phòng.
    - Tổng hợp;
    - Báo cáo.
    Chương II
    TỔ CHỨC THỰC HIỆN
    Điều 3. Hiệu lực
    Quyết định này có hiệu lực từ ngày ký.
    Nơi nhận:
    - Như Điều 3;
    CHỦ TỊCH
    PHỤ LỤC I
    | TT | Nội dung | Chủ trì |
    | 1 | Tập huấn | Sở Y tế |
    | 2 | Kiểm tra | Sở Nội vụ |
    PHỤ LỤC II
    | TT | Nội dung | Chủ trì |
    | 1 | Sơ kết | Sở Tư pháp |
    """),
)


@pytest.mark.parametrize(
    ("said", "paths"),
    [
        ("khoản 2 Điều 1", ["Điều 1.2"]),
        ("điểm đ khoản 2 Điều 1", ["Điều 1.2.đ"]),
        ("Điều 1, khoản 2, điểm b", ["Điều 1.2.b"]),
        ("Điều 1 (khoản 2)", ["Điều 1.2"]),
        ("các điểm a, b và đ khoản 2 Điều 1", ["Điều 1.2.a", "Điều 1.2.b", "Điều 1.2.đ"]),
        ("điểm a khoản 2 và khoản 1 Điều 1", ["Điều 1.2.a", "Điều 1.1"]),
        ("khoản 1 Điều 1 và khoản 1 Điều 2", ["Điều 1.1", "Điều 2.1"]),
        ("từ Điều 1 đến Điều 3", ["Điều 1", "Điều 2", "Điều 3"]),
        ("Điều 1 - 3", ["Điều 1", "Điều 2", "Điều 3"]),
        ("Điều 1, Điều 3", ["Điều 1", "Điều 3"]),
        ("Chương II", ["Chương II"]),
        ("chương 2", ["Chương II"]),
        ("Chương thứ hai", ["Chương II"]),
        ("STT 2 Phụ lục I", ["Phụ lục I, dòng 2"]),
        ("Phụ lục I, mục 2", ["Phụ lục I, dòng 2"]),
        ("dòng số 1 của Phụ lục 2", ["Phụ lục II, dòng 1"]),
    ],
)
def test_a_path_leads_to_its_provisions(said: str, paths: list[str]) -> None:
    found = propose(f"Đề nghị rà soát {said}.", (), DRAFT)
    assert [one.target.where for one in found if one.target] == paths


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("gạch đầu dòng thứ hai khoản 1 Điều 2", "- Báo cáo."),
        ("gạch đầu dòng cuối cùng khoản 1 Điều 2", "- Báo cáo."),
        ("phần căn cứ, căn cứ thứ 2", "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020;"),
        ("tên gọi của dự thảo", "Ban hành Quy chế làm việc"),
        ("phần nơi nhận", "Nơi nhận:\n- Như Điều 3;"),
        ("phần Tổ chức thực hiện", "Chương II"),
        ("mục “Trách nhiệm thi hành”", "Điều 2. Trách nhiệm thi hành"),
    ],
)
def test_a_place_without_a_label_is_found(said: str, words: str) -> None:
    (found,) = propose(f"Đề nghị chỉnh sửa {said}.", (), DRAFT)
    assert found.target
    assert DRAFT.text[slice(found.target.start, found.target.end)].startswith(words)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Đề nghị bỏ khoản 7 Điều 1.", "Dự thảo không có khoản 7 Điều 1."),
        ("Đề nghị bỏ Điều 30.", "Dự thảo không có Điều 30."),
        ("Tại Tờ trình, mục 2: đề nghị bỏ.", "Nói về một tài liệu khác"),
        ("Trang 4, dòng 12: bỏ từ “các”.", "Nêu theo trang, dòng"),
    ],
)
def test_what_is_not_in_the_draft_is_said(text: str, reason: str) -> None:
    (found,) = propose(text, (), DRAFT)
    assert found.target is None
    assert found.reason.startswith(reason)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Đề nghị bổ sung Điều 3a.", "Điều 3"),
        ("Đề nghị bổ sung khoản 3 Điều 1.", "Điều 1.2"),
        ("Đề nghị bổ sung khoản 1a Điều 1.", "Điều 1.1"),
        ("Đề nghị bổ sung điểm c khoản 2 Điều 1.", "Điều 1.2.b"),
    ],
)
def test_a_new_provision_stands_after_the_one_it_follows(text: str, place: str) -> None:
    (found,) = propose(text, (), DRAFT)
    assert found.target
    assert found.target.where == place
    assert found.target.start == found.target.end == DRAFT.spans[found.target.provision or ""][1]


@pytest.mark.parametrize(
    ("context", "text", "place"),
    [
        (["Về Điều 1:"], "Khoản 2: bỏ.", "Điều 1.2"),
        (["Về Điều 1:", "Khoản 2:"], "Đề nghị bỏ điểm a.", "Điều 1.2.a"),
        (["Về khoản 2 Điều 1:"], "Tại khoản này, đề nghị làm rõ.", "Điều 1.2"),
        (["Về khoản 2 Điều 1:"], "Đề nghị bỏ Điều 3.", "Điều 3"),
        (["II. Về Phụ lục I"], "STT 2: đề nghị bỏ.", "Phụ lục I, dòng 2"),
        (["Khoản 2 Điều 1 dự thảo quy định bốn đối tượng."], "Đề nghị bỏ nội dung này.", "Điều 1.2"),
    ],
)
def test_headings_and_premises_complete_a_place(context: list[str], text: str, place: str) -> None:
    (found,) = propose(text, context, DRAFT)
    assert found.target
    assert found.target.where == place


@pytest.mark.parametrize(
    "text",
    [
        "mức 05 triệu đồng",
        "bằng 02 bản",
        "đồng 12",
        "điều chỉnh",
        "Đề nghị của Bộ",
        "phân 2 nhóm",
        "khoảng 3 ngày",
        "đoàn 2 người",
    ],
)
def test_words_that_look_like_a_place_are_none(text: str) -> None:
    assert not references(reading(text))


ATTACHED = Version.of(
    "1" * 64,
    paper_of("""
    QUYẾT ĐỊNH
    Ban hành Quy chế tiếp công dân
    Điều 1. Ban hành kèm theo Quyết định này Quy chế tiếp công dân.
    Điều 2. Quyết định này có hiệu lực từ ngày ký.
    Nơi nhận:
    - Như Điều 2;
    CHỦ TỊCH
    QUY CHẾ
    Tiếp công dân
    (Kèm theo Quyết định số /QĐ-UBND)
    Điều 1. Phạm vi
    1. Quy chế này áp dụng với các sở.
    Điều 2. Lịch tiếp
    1. Tiếp vào ngày 15 hằng tháng.
    1. Tiếp đột xuất khi cần.
    """),
)


@pytest.mark.parametrize(
    ("text", "words", "confidence"),
    [
        ("Điều 2: đề nghị bỏ “ngày 15”.", "ngày 15", "exact"),
        ("Điều 2: đề nghị bỏ “ngày ký”.", "ngày ký", "exact"),
        ("Đề nghị rà soát Điều 2 Quy chế.", "Điều 2. Lịch tiếp", "provision"),
        ("Đề nghị rà soát khoản 1 Điều 1.", "1. Quy chế này áp dụng với các sở.", "provision"),
        ("Đề nghị rà soát Điều 2.", "Điều 2. Quyết định này có hiệu lực từ ngày ký.", "check"),
    ],
)
def test_articles_of_one_number_are_told_apart_by_what_is_said(
    text: str, words: str, confidence: str
) -> None:
    (found,) = propose(text, (), ATTACHED)
    assert found.target
    assert ATTACHED.text[slice(found.target.start, found.target.end)] == words
    assert found.target.confidence == confidence


def test_a_number_given_twice_means_both() -> None:
    assert len(propose("Đề nghị đánh số lại, có hai khoản 1 Điều 2 Quy chế.", (), ATTACHED)) == 2


def test_a_bare_clause_that_many_articles_have_is_not_guessed() -> None:
    (found,) = propose("Khoản 1: đề nghị bỏ.", (), DRAFT)
    assert found.target is None
    assert found.reason == "Dự thảo có nhiều khoản 1: cần xem là của điều, mục nào."
