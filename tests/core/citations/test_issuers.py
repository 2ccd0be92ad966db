"""Who issued a cited document: said after it, before it, within it, or told by its symbol alone."""

from __future__ import annotations

import pytest

from thammuu_core.citations import find

AFTER = (
    ("của Ban Chỉ đạo chuyển đổi số tỉnh về việc kiểm tra", "Ban Chỉ đạo chuyển đổi số tỉnh"),
    ("của Chính phủ về công tác văn thư", "Chính phủ"),
    ("của Chính phủ là 20 ngày", "Chính phủ"),
    ("của Thủ tướng Chính phủ Ban hành Kế hoạch", "Thủ tướng Chính phủ"),
    ("của UBND tỉnh Bắc Giang về việc ban hành Quy chế", "UBND tỉnh Bắc Giang"),
    ("của Ủy ban nhân dân Thành phố Hồ Chí Minh ban hành Quy định", "Ủy ban nhân dân Thành phố Hồ Chí Minh"),
    ("của Chủ tịch UBND tỉnh. Điều 3. Giao các sở", "Chủ tịch UBND tỉnh"),
    ("của UBND xã Tân Lập, huyện Đồng Phú, tỉnh Bình Phước về", "UBND xã Tân Lập, huyện Đồng Phú, tỉnh Bình Phước"),
    ("của UBND quận 1 về việc thu phí", "UBND quận 1"),
    ("của Ủy ban nhân dân cấp tỉnh quy định", "Ủy ban nhân dân cấp tỉnh"),
    ("của Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu về", "Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu"),
    ("của Bộ trưởng Bộ Thông tin và Truyền thông hướng dẫn", "Bộ trưởng Bộ Thông tin và Truyền thông"),
    ("của Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ quy định", "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ"),
    ("của Sở Văn hóa, Thể thao và Du lịch, sau khi rà soát", "Sở Văn hóa, Thể thao và Du lịch"),
    ("của Bộ Nông nghiệp và Phát triển nông thôn (nay là", "Bộ Nông nghiệp và Phát triển nông thôn"),
    ("của Ban Thường vụ Thành ủy Hà Nội về", "Ban Thường vụ Thành ủy Hà Nội"),
    ("của Tỉnh ủy Lào Cai về phát triển", "Tỉnh ủy Lào Cai"),
    ("của Công ty Cổ phần xây dựng giao thông Hải An về", "Công ty Cổ phần xây dựng giao thông Hải An"),
    ("của Ban Chỉ đạo Nhà nước về Du lịch", "Ban Chỉ đạo Nhà nước về Du lịch"),
    ("của Liên Bộ: Lao động Thương binh và Xã hội, Tài chính, Y tế về", "Liên Bộ: Lao động Thương binh và Xã hội, Tài chính, Y tế"),
    ("của Quốc hội khóa XIII về", "Quốc hội khóa XIII"),
    ("của tỉnh Yên Bái và các văn bản", "tỉnh Yên Bái"),
    ("do UBND tỉnh Phú Thọ ban hành", "UBND tỉnh Phú Thọ"),
)  # fmt: skip

NOBODY = ("của pháp luật", "của các cơ quan liên quan", "do UBND cấp xã thực hiện", "của dự án", "")

BEFORE = (
    ("Theo đề nghị của Giám đốc Sở Tư pháp tại Tờ trình số 31/TTr-STP", "Giám đốc Sở Tư pháp"),
    ("ý kiến của Bộ Chính trị tại thông báo số 99-TB/TW", "Bộ Chính trị"),
    ("ngày 30/12/2023, UBND tỉnh Yên Bái đã có Văn bản số 4516/UBND-TNMT", "UBND tỉnh Yên Bái"),
    ("theo đề nghị của Sở Văn hóa, Thể thao và Du lịch tại Công văn số 18/SVHTTDL-QL", "Sở Văn hóa, Thể thao và Du lịch"),
    ("Kết luận liên ngành tư pháp Trung ương số 23/KL-LNTP ngày 21/11/2024", "liên ngành tư pháp Trung ương"),
)  # fmt: skip


@pytest.mark.parametrize(("said", "issuer"), AFTER)
def test_a_name_ends_where_the_next_words_begin(said: str, issuer: str) -> None:
    (citation, *_) = find(f"Quyết định số 22/QĐ-ABC ngày 05/3/2020 {said}")
    assert citation.issuer == issuer


@pytest.mark.parametrize("said", NOBODY)
def test_words_that_name_no_body_give_no_issuer(said: str) -> None:
    (citation,) = find(f"Quyết định số 22/QĐ-ABC ngày 05/3/2020 {said}")
    assert citation.issuer is None


@pytest.mark.parametrize(("text", "issuer"), BEFORE)
def test_the_body_that_speaks_in_the_document_issued_it(text: str, issuer: str) -> None:
    (citation,) = find(text)
    assert citation.issuer == issuer


def test_a_body_after_a_comma_may_belong_to_the_next_document() -> None:
    first, second = find(
        "của Bộ Chính trị tại thông báo số 99-TB/TW ngày 21/11/2025, của Ban Bí thư tại văn bản số 213-KL/TW"
    )
    assert first.issuer == "Bộ Chính trị"
    assert second.issuer == "Ban Bí thư"


def test_issuer_and_date_may_stand_at_the_end_of_the_subject() -> None:
    (citation,) = find(
        "Kế hoạch số 515/KH-BCA-BNNMT về làm sạch dữ liệu đất đai của Bộ Công an và Bộ Nông nghiệp và Môi trường (ngày 10/9/2025)."
    )
    assert citation.issuer == "Bộ Công an và Bộ Nông nghiệp và Môi trường"
    assert str(citation.date) == "2025-09-10"
    assert citation.subject == "làm sạch dữ liệu đất đai"


@pytest.mark.parametrize(
    ("symbol", "issuer"),
    [
        ("30/2020/NĐ-CP", "Chính phủ"),
        ("36/QĐ-TTg", "Thủ tướng Chính phủ"),
        ("64/2025/QH15", "Quốc hội"),
        ("351/2017/UBTVQH14", "Ủy ban Thường vụ Quốc hội"),
        ("02/2021/TT-BKHCN", "Bộ trưởng Bộ Khoa học và Công nghệ"),
        ("7683/VPCP-KGVX", "Văn phòng Chính phủ"),
        ("145/KH-UBND", None),
        ("12-NQ/TW", None),
        ("31/TTr-STP", None),
    ],
)
def test_a_symbol_tells_the_issuer_where_only_one_body_can_be_meant(symbol: str, issuer: str | None) -> None:
    (citation,) = find(symbol)
    assert citation.issuer == issuer
