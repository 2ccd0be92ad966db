"""The formal elements, in the layouts in which they come."""

from __future__ import annotations

from datetime import date

import pytest

from support.papers import paper_of
from thammuu_core.outline import outline
from thammuu_core.plans.header.elements import read_header
from thammuu_core.plans.model import Header

BODY = """
    Căn cứ chức năng, nhiệm vụ được giao; Sở Công Thương xây dựng Kế hoạch như sau:
    I. MỤC ĐÍCH
    Nâng cao hiểu biết của người dân.
"""
TABLE = """
    | UBND TỈNH LÀO CAI / SỞ CÔNG THƯƠNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc |
    | Số: 87/KH-SCT | Lào Cai, ngày 09 tháng 3 năm 2026 |
    KẾ HOẠCH
    Tuyên truyền an toàn hóa chất năm 2026
"""
ONE_ROW = """
    | UBND TỈNH LÀO CAI / SỞ CÔNG THƯƠNG / ------- / Số: 87/KH-SCT | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập – Tự do – Hạnh phúc / Lào Cai, ngày 09 tháng 3 năm 2026 |
    KẾ HOẠCH
    Tuyên truyền an toàn hóa chất năm 2026
"""
FLATTENED = """
    | UBND TỈNH LÀO CAI SỞ CÔNG THƯƠNG -------- | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc --------------- |
    | Số: 87/KH-SCT | Lào Cai, ngày 09 tháng 3 năm 2026 |
    KẾ HOẠCH
    TUYÊN TRUYỀN AN TOÀN HÓA CHẤT NĂM 2026
"""
LINES = """
    UBND TỈNH LÀO CAI
    SỞ CÔNG THƯƠNG
    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Số: 87 /KH - SCT
    Lào Cai, ngày 09 tháng 3 năm 2026
    KẾ HOẠCH
    Tuyên truyền an toàn
    hóa chất năm 2026
"""
NARROW = """
    UBND
    TỈNH LÀO CAI
    SỞ CÔNG THƯƠNG
    --------
    CỘNG HÒA XÃ
    HỘI CHỦ NGHĨA VIỆT NAM
    Độc lập - Tự do - Hạnh phúc
    Số:
    87/KH-SCT
    Lào
    Cai, ngày 09 tháng 3 năm 2026
    KẾ
    HOẠCH
    TUYÊN TRUYỀN AN TOÀN
    HÓA CHẤT NĂM 2026
"""
ONE_LINE = """
    UBND TỈNH LÀO CAI SỞ CÔNG THƯƠNG CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 87/KH-SCT Lào Cai, ngày 09 tháng 3 năm 2026
    KẾ HOẠCH Tuyên truyền an toàn hóa chất năm 2026
"""
KIND_IN_TABLE = """
    | UBND TỈNH LÀO CAI / SỞ CÔNG THƯƠNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT / NAM / Độc lập - Tự do - Hạnh phúc |
    | Số: 87/KH-SCT | Lào Cai, ngày 09 tháng 3 năm 2026 / KẾ HOẠCH |
    Tuyên truyền an toàn hóa chất năm 2026
"""
INTERLEAVED = """
    UBND TỈNH LÀO CAI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ CÔNG THƯƠNG Độc lập - Tự do - Hạnh phúc
    Số: 87/KH-SCT Lào Cai, ngày 09 tháng 3 năm 2026
    KẾ HOẠCH
    Tuyên truyền an toàn hóa chất năm 2026
"""
RUN_IN = """
    | UBND TỈNH LÀO CAI / SỞ CÔNG THƯƠNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM |
    | Số: 87/KH-SCT | Lào Cai, ngày 09 tháng 3 năm 2026 |
    KẾ HOẠCH TUYÊN TRUYỀN AN TOÀN HÓA CHẤT
    NĂM 2026
"""
COLUMNS = """
       UBND TỈNH LÀO CAI              CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ CÔNG THƯƠNG                    Độc lập - Tự do - Hạnh phúc
      Số: 87/KH-SCT                   Lào Cai, ngày 09 tháng 3 năm 2026
    KẾ HOẠCH
    Tuyên truyền an toàn hóa chất năm 2026
"""


def header(text: str) -> Header:
    return read_header(outline(paper_of(text)))


@pytest.mark.parametrize(
    "layout",
    [TABLE, ONE_ROW, FLATTENED, LINES, NARROW, ONE_LINE, KIND_IN_TABLE, RUN_IN, INTERLEAVED, COLUMNS],
)
def test_one_header_reads_the_same_in_every_layout(layout: str) -> None:
    read = header(layout.rstrip("\n") + BODY)
    assert (read.kind_code, read.kind_name) == ("KH", "Kế hoạch")
    assert (read.issuer.name, read.issuer.parent, read.issuer.stated) == (
        "Sở Công Thương",
        "UBND tỉnh Lào Cai",
        True,
    )
    assert read.number
    assert (read.number.value, read.number.symbol) == ("87", "KH-SCT")
    assert read.date
    assert (read.date.place, read.date.iso) == ("Lào Cai", date(2026, 3, 9))
    assert read.title
    assert read.title.casefold() == "tuyên truyền an toàn hóa chất năm 2026"


@pytest.mark.parametrize(
    ("written", "number", "symbol"),
    [
        ("Số: 141/KH-UBND", "141", "KH-UBND"),
        ("Số:141/KH-UBND", "141", "KH-UBND"),
        ("Số 141 / KH – UBND", "141", "KH-UBND"),
        ("Số:       /KH-UBND", None, "KH-UBND"),
        ("Số:       /KH-UBND                    Lào Cai, ngày      tháng      năm 2026", None, "KH-UBND"),
        ("Số: ....../KH-THPTĐBK", None, "KH-THPTĐBK"),
        ("Sô: 141/KH-UBND", "141", "KH-UBND"),
        ("Số 12-KH/TU", "12", "KH/TU"),
        ("Số: 44/2025/QĐ-TTg", "44", "2025/QĐ-TTg"),
        ("Số: 4236/SXD-QLN&CS", "4236", "SXD-QLN&CS"),
    ],
)
def test_a_number_may_be_blank_and_oddly_spaced(written: str, number: str | None, symbol: str) -> None:
    read = header(f"ỦY BAN NHÂN DÂN TỈNH A\n{written}\nKẾ HOẠCH\nTuyên truyền\n{BODY}").number
    assert read
    assert (read.value, read.symbol) == (number, symbol)


@pytest.mark.parametrize(
    ("written", "place", "parts"),
    [
        ("Bắc Giang, ngày tháng 4 năm 2021", "Bắc Giang", (2021, 4, None)),
        ("Bắc Giang, ngày … tháng … năm 2021", "Bắc Giang", (2021, None, None)),
        ("TP. Hồ Chí Minh, ngày 02 tháng 01 năm 2025", "TP. Hồ Chí Minh", (2025, 1, 2)),
        ("Hà Nội , ngày 2 tháng 1 năm 2025", "Hà Nội", (2025, 1, 2)),
        ("ngày 2 tháng 1 năm 2025", None, (2025, 1, 2)),
        ("Lào Cai, ngày 05/4/2021", "Lào Cai", (2021, 4, 5)),
    ],
)
def test_the_parts_of_a_date_stand_alone_when_some_are_blank(
    written: str, place: str | None, parts: tuple[int | None, ...]
) -> None:
    read = header(f"Số: 5/KH-UBND\n{written}\nKẾ HOẠCH\nTuyên truyền\n{BODY}").date
    assert read
    assert (read.place, (read.year, read.month, read.day)) == (place, parts)


@pytest.mark.parametrize(
    ("agency", "name", "parent"),
    [
        ("ỦY BAN NHÂN DÂN\nTỈNH LÀO CAI", "Ủy ban nhân dân tỉnh Lào Cai", None),
        ("BỘ TÀI CHÍNH\nCỤC THUẾ", "Cục Thuế", "Bộ Tài chính"),
        ("BỘ VĂN HÓA, THỂ THAO\nVÀ DU LỊCH", "Bộ Văn hóa, Thể thao và Du lịch", None),
        ("UBND TỈNH LÀO CAI\nVĂN PHÒNG", "Văn phòng UBND tỉnh Lào Cai", "UBND tỉnh Lào Cai"),
        ("UBND XÃ TÂN HỢP\nTRƯỜNG THPT HOA SEN", "Trường THPT Hoa Sen", "UBND xã Tân Hợp"),
        ("DỰ THẢO LẦN 2\nCHÍNH PHỦ", "Chính phủ", None),
    ],
)
def test_the_last_body_of_the_header_issues(agency: str, name: str, parent: str | None) -> None:
    issuer = header(
        f"{agency}\nSố: 5/KH-X\nHà Nội, ngày 1 tháng 2 năm 2025\nKẾ HOẠCH\nTuyên truyền\n{BODY}"
    ).issuer
    assert (issuer.name, issuer.parent, issuer.stated) == (name, parent, True)


def test_without_a_header_the_symbol_and_the_text_tell_the_issuer() -> None:
    read = header(
        """
        Số: /KH-NNMT
        Lào Cai, ngày tháng 4 năm 2026
        KẾ HOẠCH
        Trồng rừng năm 2026
        Theo chỉ đạo của UBND tỉnh Lào Cai; Sở Nông nghiệp và Môi trường xây dựng Kế hoạch trồng rừng như sau:
        I. Mục đích
        """
    )
    assert (read.issuer.name, read.issuer.parent) == ("Sở Nông nghiệp và Môi trường", "UBND tỉnh Lào Cai")
    assert not read.issuer.stated


def test_a_local_code_is_completed_from_the_text() -> None:
    text = "Số: 5/KH-UBND\nKẾ HOẠCH\nTrồng rừng\nThực hiện Nghị quyết của HĐND, UBND tỉnh Lào Cai giao:\n1. Trồng rừng."
    assert header(text).issuer.name == "Ủy ban nhân dân tỉnh Lào Cai"


def test_a_subject_runs_over_lines_up_to_the_preamble_and_leaves_remarks_out() -> None:
    read = header(
        """
        KẾ HOẠCH
        THỰC HIỆN CHƯƠNG TRÌNH NƯỚC SẠCH NÔNG THÔN
        GIAI ĐOẠN 2026
        - 2030 CỦA
        ỦY BAN NHÂN DÂN TỈNH
        (Kèm theo Quyết định số 5/QĐ-UBND)
        CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH
        Căn cứ Luật Tài nguyên nước;
        """
    )
    assert (
        read.title
        == "THỰC HIỆN CHƯƠNG TRÌNH NƯỚC SẠCH NÔNG THÔN GIAI ĐOẠN 2026 - 2030 CỦA ỦY BAN NHÂN DÂN TỈNH"
    )


def test_a_decision_whose_kind_runs_into_its_subject_is_not_read_at_its_second_title() -> None:
    text = "QUYẾT ĐỊNH VỀ VIỆC TRỒNG RỪNG\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH\nCăn cứ Luật Lâm nghiệp;\nQUYẾT ĐỊNH:\nĐiều 1. Trồng rừng."
    assert header(text).title == "VỀ VIỆC TRỒNG RỪNG"


def test_a_letter_has_its_subject_under_the_number_and_addressees() -> None:
    read = header(
        """
        | UBND TỈNH LÀO CAI / SỞ TÀI CHÍNH | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM / Độc lập - Tự do - Hạnh phúc |
        | Số: 15/STC-NS / V/v dự toán kinh phí / tập huấn | Lào Cai, ngày 5 tháng 6 năm 2026 |
        | Kính gửi: | - Sở Nội vụ; / - Các sở: Tư pháp, / Y tế. |
        Sở Tài chính có ý kiến như sau:
        1. Đồng ý.
        """
    )
    assert (read.kind_code, read.title) == ("CV", "dự toán kinh phí tập huấn")
    assert read.addressees == ("Sở Nội vụ", "Các sở: Tư pháp, Y tế")
    assert read.issuer.name == "Sở Tài chính"


def test_a_paper_that_is_no_document_reads_as_nothing() -> None:
    read = header("Hôm nay trời đẹp.\nChúng tôi đi chơi.")
    assert (read.kind_code, read.number, read.date, read.title, read.signer) == (None, None, None, None, None)
    assert (read.issuer.name, read.recipients, read.addressees) == (None, (), ())
