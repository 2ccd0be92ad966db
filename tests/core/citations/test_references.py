"""Paths to provisions: of other documents they are pinpoints, of the document itself references."""

from __future__ import annotations

import pytest

from thammuu_core.citations import find, references

OWN = (
    ("khoản 3 Điều này", (("này", "3"),), None),
    ("theo mục II.2", (("II", "2"),), None),
    ("mục II.2 Kế hoạch này", (("II", "2"),), "Kế hoạch"),
    ("điểm 2.1, mục II Kế hoạch này", (("II", "2", "1"),), "Kế hoạch"),
    ("các điểm a, b và đ khoản 2 Điều 5 của Quy chế này", (("5", "2", "a"), ("5", "2", "b"), ("5", "2", "đ")), "Quy chế"),
    ("khoản 2 và khoản 3 Điều 7", (("7", "2"), ("7", "3")), None),
    ("Điều 62 đến Điều 65", (("62",), ("63",), ("64",), ("65",)), None),
    ("điểm a1 khoản 2a Điều 5", (("5", "2a", "a1"),), None),
    ("điểm a khoản 1 Điều 24 Tiểu mục 1 Mục 1 Chương III", (("III", "1", "1", "24", "1", "a"),), None),
    ("Kế hoạch này", ((),), "Kế hoạch"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "label_paths", "document"), OWN)
def test_a_reference_names_its_provisions_by_labels(
    text: str, label_paths: tuple[tuple[str, ...], ...], document: str | None
) -> None:
    (reference,) = references(text)
    assert reference.label_paths == label_paths
    assert reference.document == document


@pytest.mark.parametrize(
    "text",
    [
        "khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP",
        "Điều 8 Luật Lưu trữ",
        "Phụ lục I kèm theo Thông tư số 01/2020/TT-BNV",
        "điều này cho thấy",
        "mục tiêu, phần mềm, điểm du lịch, khoản chi",
    ],
)
def test_other_documents_and_mere_words_are_no_references(text: str) -> None:
    assert references(text) == ()


def test_two_paths_that_follow_one_another_are_two_references() -> None:
    found = references("điểm b khoản 2 Điều 22, điểm c khoản 1 Điều 58 Nghị định này")
    assert [reference.label_paths for reference in found] == [(("22", "2", "b"),), (("58", "1", "c"),)]


@pytest.mark.parametrize(
    ("text", "pinpoint"),
    [
        ("điểm a khoản 2 Điều 5 Nghị định số 30/2020/NĐ-CP", "điểm a khoản 2 Điều 5"),
        ("khoản 3 Điều 63 của Luật Khiếu nại", "khoản 3 Điều 63"),
        ("mục II Phần thứ ba Nghị quyết số 9/NQ-HĐND", "mục II Phần thứ ba"),
        ("Phụ lục VI ban hành kèm theo Nghị định số 30/2020/NĐ-CP", "Phụ lục VI"),
        ("Điều 70, Điều 72 Luật Điện lực", "Điều 70, Điều 72"),
        ("theo Nghị định số 30/2020/NĐ-CP", None),
    ],
)
def test_the_path_before_a_document_is_its_pinpoint(text: str, pinpoint: str | None) -> None:
    (citation,) = find(text)
    assert citation.pinpoint == pinpoint
