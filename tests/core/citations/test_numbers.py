"""Numbers of every regime are found in whatever spacing, and what only looks like one is not."""

from __future__ import annotations

import pytest

from thammuu_core.citations import find

FOUND = (
    # Quốc hội and its Standing Committee
    ("theo Nghị quyết số 202/2025/QH15", "202/2025/QH15"),
    ("Nghị quyết số 351/2017/UBTVQH14 vẫn áp dụng", "351/2017/UBTVQH14"),
    ("Pháp lệnh số 10/1999/PL-UBTVQH10", "10/1999/PL-UBTVQH10"),
    ("Luật số 64/2025/QH 15", "64/2025/QH15"),
    ("Luật số 60/LCT-HĐNN8", "60/LCT-HĐNN8"),
    # legal normative documents, with the year
    ("Nghị định số 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
    ("Nghị định 30/2020/NĐ-CP", "30/2020/NĐ-CP"),
    ("Thông tư liên tịch số 01/2011/TTLT-VPCP-BNV", "01/2011/TTLT-VPCP-BNV"),
    ("Nghị quyết số 66.18/2026/NQ-CP", "66.18/2026/NQ-CP"),
    ("Quyết định số 12a/2026/QĐ-UBND", "12a/2026/QĐ-UBND"),
    ("Thông tư số 06 /2021/TT-BKHCN", "06/2021/TT-BKHCN"),
    # administrative
    ("Quyết định số 1322/QĐ-TTg", "1322/QĐ-TTg"),
    ("Kế hoạch số 12/KH-KHCN", "12/KH-KHCN"),
    ("văn bản hợp nhất 54/VBHN-VPQH", "54/VBHN-VPQH"),
    ("Kế hoạch liên ngành số 15/KH-BCA-BNN&MT", "15/KH-BCA-BNN&MT"),
    # letters
    ("Công văn số 7569/UBND-KT", "7569/UBND-KT"),
    ("Văn bản số 1766/SNNMT-QLXDCTTL&PCTT", "1766/SNNMT-QLXDCTTL&PCTT"),
    ("Số: 284/LĐTBXH-NCC V/v hướng dẫn", "284/LĐTBXH-NCC"),
    ("công văn số 01/CV-01", "01/CV-01"),
    # Party
    ("Nghị quyết số 12-NQ/TW", "12-NQ/TW"),
    ("Chương trình số 10- CTr/TU", "10-CTr/TU"),
    ("Kế hoạch số 42-KH/ĐU", "42-KH/ĐU"),
    # before 1997, when a kind word must vouch for them
    ("Nghị định số 28/CP", "28/CP"),
    ("Nghị định 64-CP", "64-CP"),
    ("Quyết định số 118/TTg", "118/TTg"),
    # spaces, dashes and letters of typists and recognisers
    ("1199 / QĐ - UBND", "1199/QĐ-UBND"),
    ("1199/QĐ–UBND", "1199/QĐ-UBND"),
    ("Quyết định số 36/QÐ-TTG", "36/QĐ-TTg"),
    ("Tờ trình số 128/TTr -SKHCN", "128/TTr-SKHCN"),
    ("Nghị quyết số 66/NQ-СР", "66/NQ-CP"),
    ("Nghị định số142/2018/NĐ-CP", "142/2018/NĐ-CP"),
    ("Quyết định số 22/QĐ-UBNDngày 05/3/2020", "22/QĐ-UBND"),
    ("Quyết định số 22/QĐ-UBND\u00a0ngày 05/3/2020", "22/QĐ-UBND"),
    ("Quyết định số 22/QĐ-TTgcủa Thủ tướng Chính phủ", "22/QĐ-TTg"),
    ("Hợp đồng số 24/HĐNT/A2/2026", "24/HĐNT/A2/2026"),
    ("Quyết định số 13O2/QĐ-UBND", "1302/QĐ-UBND"),
    ("Quyết định số l47/QĐ-UBND", "147/QĐ-UBND"),
    ("Thông tư số 01/2O21/TT-BNV", "01/2021/TT-BNV"),
)

NOT_FOUND = (
    "Số:      /KH-UBND",
    "Số: /KH-KHCN",
    "Thông tư số …/2026/TT-BCT",
    "QCVN 01:2019/BCT",
    "TCVN ISO 9001:2015",
    "giấy phép 01.2026/GPVC",
    "từ 15/6/2021 đến 30/6/2021",
    "đạt 15.942,496 tỷ đồng/14.635,050 tỷ đồng",
    "theo Mẫu số 05-PA ban hành kèm theo",
    "Mẫu số 01/TK-SDDPNN",
    "biểu số 02/BC-SXKD",
    "đoạn Km0 - Km2+571",
    "tỷ lệ 3/4 số hộ",
    "mô hình 3D/VR360",
    "học sinh lớp 12/A5-THPT",
    "tổ 5/KP-2 của phường",
    "đoạn 12/QL1A-Bắc cầu",
    "ngày 05/3/2020",
)


@pytest.mark.parametrize(("text", "symbol"), FOUND)
def test_a_number_is_found_and_written_in_normal_form(text: str, symbol: str) -> None:
    assert [citation.symbol for citation in find(text)] == [symbol]


@pytest.mark.parametrize("text", NOT_FOUND)
def test_what_only_looks_like_a_number_is_left_alone(text: str) -> None:
    assert find(text) == ()


def test_a_dash_before_the_next_sentence_is_not_part_of_the_symbol() -> None:
    found = find("theo Quyết định số 22/QĐ-UBND - Căn cứ tình hình thực tế")
    assert [citation.symbol for citation in found] == ["22/QĐ-UBND"]


def test_a_full_stop_is_not_part_of_the_symbol() -> None:
    found = find("Bãi bỏ Quyết định số 22/QĐ-UBND.")
    assert [citation.symbol for citation in found] == ["22/QĐ-UBND"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Quy định số 37-QĐ/TW", "Quy định"),
        ("37-QĐ/TW", "Quyết định"),
        ("03/CT-TTg", "Chỉ thị"),
        ("123/SCT-CN", "Công văn"),
        ("Văn bản số 123/SCT-CN", "Văn bản"),
        ("Báo cáo thẩm tra số 117/BC-BĐT", "Báo cáo thẩm tra"),
        ("NGHỊ QUYẾT SỐ 66/NQ-CP", "Nghị quyết"),
        ("202/2025/QH15", None),
        ("1322/QD-TTg", "Quyết định"),
        ("30/2020/ND-CP", "Nghị định"),
        ("05/2021/XY-ABC", None),
    ],
)
def test_the_word_before_the_number_wins_over_its_code(text: str, kind: str | None) -> None:
    assert [citation.kind for citation in find(text)] == [kind]
