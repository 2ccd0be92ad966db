"""Where sentences end, and where they do not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.opinions.prose.cutting import quotations, sentences


@pytest.mark.parametrize(
    "parts",
    [
        ("Đề nghị bỏ khoản 2 Điều 5.", "Lý do: trùng lặp."),
        ("TP. Hồ Chí Minh và Tx. Sa Pa đã làm khác.", "Đề nghị sửa."),
        ("Mức chi 1.500.000 đồng tại khoản 2.1 là thấp.", "Đề nghị nâng."),
        ("2. Hồ sơ gồm 01 bộ.", "Đề nghị giữ."),
        ("Đề nghị sửa thành “A. B. C” cho gọn.", "Xin cảm ơn."),
        ("Viết lại như sau: “3a. Bộ Công an hướng dẫn. Thủ trưởng quyết định.”", "Lý do: cho rõ."),
        ('Sửa "Điều 5. Hồ sơ. Thủ tục" thành "Điều 5".', "Hết."),
        ("Khoản 3 Điều 46 sửa lại như sau: 3. Hồ sơ được trả trong ngày.", "Hết."),
        ("Quy định này được hiểu thế nào?", "Đề nghị làm rõ."),
        ("Bổ sung các đơn vị (Sở A. Sở B. Sở C) vào danh sách.", "Xin cảm ơn./."),
        ("Gồm sổ, phiếu, thẻ, v.v. Theo mẫu.",),
        ("Đề nghị bổ sung “và khai thác…” sau “lưu trữ”.", "Hết."),
    ],
)
def test_sentences_end_where_a_reader_ends_them(parts: tuple[str, ...]) -> None:
    text = " ".join(parts)
    assert tuple(text[start:end] for start, end in sentences(text)) == parts


def test_a_quotation_over_several_lines_is_one_stretch() -> None:
    text = "Sửa như sau: “1. Hồ sơ.\na) Đơn.\nb) Phiếu.” Hết."
    ((start, end),) = quotations(text)
    assert text[start:end] == "“1. Hồ sơ.\na) Đơn.\nb) Phiếu.”"


@given(st.text(alphabet='aĐ .?!…"“”‘’«»()\n1x,;', max_size=80))
def test_sentences_hold_all_that_is_not_blank_in_order(text: str) -> None:
    spans = sentences(text)
    kept = "".join("".join(text[start:end].split()) for start, end in spans)
    assert kept == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in pairwise(spans))
