"""Labels as authors type them."""

from __future__ import annotations

import pytest

from thammuu_core.outline.labels import follows, labels

READ = [
    ("Phần thứ hai", "part", "hai"),
    ("PHẦN I. QUY ĐỊNH CHUNG", "part", "I"),
    ("Chương IV", "chapter", "IV"),
    ("CHƯƠNG 2 TỔ CHỨC THỰC HIỆN", "chapter", "2"),
    ("Mục 1. Hồ sơ", "section", "1"),
    ("Tiểu mục 2. Trình tự", "subsection", "2"),
    ("Điều 5a. Phạm vi", "article", "5a"),
    ("Điều 12", "article", "12"),
    ("A. NỘI DUNG", "upper", "A"),
    ("IX. KINH PHÍ", "roman", "IX"),
    ("III - NHIỆM VỤ", "roman", "III"),
    ("II/ NHIỆM VỤ", "roman", "II"),
    ("**I. MỤC ĐÍCH**", "roman", "I"),
    ("1. Mục đích", "arabic", "1"),
    ("01. Mục đích", "arabic", "1"),
    ("1/ Mục đích", "arabic", "1"),
    ("2- Yêu cầu", "arabic", "2"),
    ("1) Mục đích", "half", "1"),
    ("(1) Tỷ lệ", "bracket", "1"),
    ("1.1. Mục tiêu", "decimal:2", "1.1"),
    ("1.2.1 Mục tiêu", "decimal:3", "1.2.1"),
    ("I.1. Mục tiêu", "decimal:2r", "I.1"),
    ("a) Nhiệm vụ", "letter", "a"),
    ("đ) Nhiệm vụ", "letter", "đ"),
    ("a1) Nhiệm vụ", "letter", "a1"),
    ("a.1) Nhiệm vụ", "lettered:2", "a.1"),
    ("b.2 Nhiệm vụ", "lettered:2", "b.2"),
    ("2a. Nhiệm vụ", "arabic", "2a"),
    ("Phần B. NHIỆM VỤ", "part:letter", "B"),
    ("(b) Nhiệm vụ", "bracket-letter", "b"),
    ("ii) Nhiệm vụ", "small-roman", "ii"),
    ("- Chỉ tiêu", "-", "-"),
    ("– Chỉ tiêu", "-", "-"),
    ("+ Chỉ tiêu", "+", "+"),
    ("• Chỉ tiêu", "bullet", "•"),
    ("* Năm 2026", "*", "*"),
    ("Bước 1: Khảo sát", "named:buoc", "Bước 1"),
    ("Nhiệm vụ 2. Đào tạo", "named:nhiem vu", "Nhiệm vụ 2"),
]


@pytest.mark.parametrize(("text", "scheme", "name"), READ)
def test_a_label_is_read_in_its_scheme(text: str, scheme: str, name: str) -> None:
    assert (scheme, name) in {(label.scheme, label.name) for label in labels(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Mục đích của Kế hoạch",
        "Phần lớn các hộ dân",
        "Điều 12 Luật Hóa chất quy định như sau",
        "Mục II.3 nêu trên áp dụng cho mọi trường hợp.",
        "1.5 triệu đồng",
        "30/6/2021 là hạn cuối",
        "2026 - 2030 là giai đoạn đầu",
        "10.000 tỷ đồng",
        "100% các xã",
        "V/v tuyên truyền",
        "đ/c Giám đốc Sở",
        "552/TB-VPCP NGÀY 13/10/2025",
        "--------",
        "(Kèm theo Quyết định)",
        "**chữ đậm** trong câu",
        "",
    ],
)
def test_a_sentence_that_only_looks_labelled_has_none(text: str) -> None:
    assert labels(text) == []


def test_a_label_that_may_be_two_things_is_read_as_both() -> None:
    assert {label.scheme for label in labels("i) Nhiệm vụ")} == {"letter", "small-roman"}
    assert {label.scheme for label in labels("C. NỘI DUNG")} == {"upper"}
    assert {label.scheme for label in labels("V. NỘI DUNG")} == {"roman", "upper"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("l. MỤC ĐÍCH", "I"),
        ("IL. NHIỆM VỤ", "II"),
        ("IL.MỤC ĐÍCH", "I"),
        ("HI. KINH PHÍ", "III"),
        ("IIL NHIỆM VỤ", "II"),
        ("II NHIỆM VỤ", "II"),
    ],
)
def test_a_roman_number_spoilt_by_recognition_is_guessed(text: str, name: str) -> None:
    assert name in {label.name for label in labels(text) if label.guessed}


def test_words_begin_where_the_label_ends() -> None:
    for text, _, _ in READ:
        for label in labels(text):
            assert text[: label.end].removeprefix("**").strip() == label.shown


@pytest.mark.parametrize(
    ("earlier", "later", "next_one"),
    [
        ("d) A", "đ) B", True),
        ("d) A", "e) B", True),
        ("e) A", "g) B", True),
        ("e) A", "f) B", True),
        ("a) A", "c) B", False),
        ("1.1. A", "1.2. B", True),
        ("1.9. A", "2.1. B", False),
        ("Điều 5. A", "Điều 5a. B", True),
        ("Điều 5a. A", "Điều 6. B", True),
        ("IX. A", "X. B", True),
        ("1. A", "2) B", False),
    ],
)
def test_labels_count_on_in_the_vietnamese_alphabet(earlier: str, later: str, next_one: bool) -> None:
    assert follows(labels(earlier)[0], labels(later)[0]) is next_one
