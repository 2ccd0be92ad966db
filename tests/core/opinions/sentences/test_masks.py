"""What in a sentence is not grammar: quotations, other instruments with their provisions."""

from __future__ import annotations

import pytest

from support.consulted import regulation
from thammuu_core.opinions.sentences import propose
from thammuu_core.opinions.sentences.quoting import quotes
from thammuu_core.opinions.sentences.reading import reading


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("sửa “một” thành “hai”", ["một", "hai"]),
        ('sửa "một" thành "hai"', ["một", "hai"]),
        ("sửa «một» thành ‘hai’", ["một", "hai"]),
        ("sửa 'một' thành 'hai'", ["một", "hai"]),
        ("sửa ”một” thành “hai“", ["một", "hai"]),
        ("sửa “một “hai” ba”", ["một “hai” ba"]),
        ("như sau: “một hai", ["một hai"]),
        ('thước 12" dài', []),
        ("xã Đắk N’Drung", []),
    ],
)
def test_quotations_of_every_kind_are_paired(text: str, inner: list[str]) -> None:
    assert [text[slice(*quote.inner)] for quote in quotes(text)] == inner


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("theo khoản 3 Điều 10 Luật Ngân sách thì", "khoản 3 Điều 10 Luật Ngân sách thì"),
        ("tại Điều 7 Nghị định số 30/2020/NĐ-CP.", "Điều 7 Nghị định số 30/2020/NĐ-CP"),
        (
            "điểm a, b khoản 2 Điều 5 của Thông tư 01/2023/TT-BNV",
            "điểm a, b khoản 2 Điều 5 của Thông tư 01/2023/TT-BNV",
        ),
    ],
)
def test_other_instruments_are_masked_with_their_provisions(text: str, other: str) -> None:
    ((start, end),) = reading(text).others
    assert other.startswith(text[start:end].rstrip())
    assert start == text.index(other[:6])


@pytest.mark.parametrize(
    "text", ["khoản 2 Điều 5 dự thảo Nghị định", "Điều 5 Thông tư này", "mục II Kế hoạch"]
)
def test_the_draft_itself_is_no_other_instrument(text: str) -> None:
    assert not reading(text).others


DRAFT = regulation({"Đ5.k2": ["thời hạn 05 ngày"]}).version


@pytest.mark.parametrize(
    "text",
    [
        "Để thống nhất với khoản 1 Điều 3, đề nghị bỏ khoản 2 Điều 5.",
        "Đề nghị bỏ khoản 2 Điều 5 vì trùng với khoản 1 Điều 3.",
        "Do khoản 1 Điều 3 đã quy định, đề nghị bỏ khoản 2 Điều 5.",
        "Khoản 2 Điều 5: đề nghị bỏ, tương tự như khoản 1 Điều 3.",
        "Theo khoản 1 Điều 3 thì việc này đã có, khoản 2 Điều 5 đề nghị bỏ.",
        "Đề nghị bỏ khoản 2 Điều 5 do đã được quy định tại khoản 1 Điều 3 Luật Lưu trữ.",
        "De nghi bo khoan 2 Dieu 5 vi trung voi khoan 1 Dieu 3.",
    ],
)
def test_a_reason_or_a_comparison_is_not_the_place(text: str) -> None:
    (found,) = propose(text, (), DRAFT)
    assert found.target
    assert (found.operation, found.target.where) == ("delete", "Điều 5.2")
