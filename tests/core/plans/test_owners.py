"""Who leads and who helps, from sentences."""

from __future__ import annotations

import pytest

from thammuu_core.plans.owners.roles import owners, read_owners


@pytest.mark.parametrize(
    ("sentence", "lead", "coordinating"),
    [
        (
            "Giao Chi cục Thủy lợi chủ trì, phối hợp với các phòng, đơn vị xây dựng dự thảo.",
            ("Chi cục Thủy lợi",),
            ("các phòng, đơn vị",),
        ),
        (
            "Sở Tài chính chủ trì, phối hợp với các sở, ngành và UBND cấp xã bố trí kinh phí.",
            ("Sở Tài chính",),
            ("các sở, ngành", "UBND cấp xã"),
        ),
        ("Các cơ quan, đơn vị, địa phương xây dựng kế hoạch", ("Các cơ quan, đơn vị, địa phương",), ()),
        (
            "Trên cơ sở Kế hoạch này, các sở, ban, ngành tỉnh tổ chức thực hiện",
            ("các sở, ban, ngành tỉnh",),
            (),
        ),
        ("Chủ trì, phối hợp với các đơn vị liên quan rà soát danh mục", (), ("các đơn vị liên quan",)),
        ("Ban Quản lý dự án kiểm tra hiện trường", ("Ban Quản lý dự án",), ()),
        ("Ủy ban Kiểm tra đôn đốc các chi bộ", ("Ủy ban Kiểm tra",), ()),
        ("Các đơn vị được giao nhiệm vụ báo cáo kết quả", ("Các đơn vị được giao nhiệm vụ",), ()),
        ("Định kỳ 06 tháng các đơn vị liên quan báo cáo", ("các đơn vị liên quan",), ()),
        ("Về tuyến đường ven sông: giao Sở Xây dựng lập phương án", ("Sở Xây dựng",), ()),
        ("Xây dựng kế hoạch và tổ chức thực hiện", (), ()),
        ("Văn phòng: Tổng hợp, báo cáo", ("Văn phòng",), ()),
        (
            "Viện Nghiên cứu phát triển Thành phố lập phương án",
            ("Viện Nghiên cứu phát triển Thành phố",),
            (),
        ),
        (
            "Căn cứ tình hình địa phương, phối hợp với Sở Y tế rà soát danh mục",
            (),
            ("Sở Y tế",),
        ),
        (
            "UBND các xã: Tân Phú, Bình An thành lập tổ kiểm tra",
            ("UBND các xã: Tân Phú, Bình An",),
            (),
        ),
        ("UBND các xã, phường: Phối hợp với Sở Y tế rà soát", ("UBND các xã, phường",), ("Sở Y tế",)),
        (
            "Sở Y tế và Sở Nội vụ chủ trì, phối hợp với Sở Nội vụ, Thuế tỉnh",
            ("Sở Y tế", "Sở Nội vụ"),
            ("Thuế tỉnh",),
        ),
        ("Các Khu Quản lý rừng ven biển nạo vét kênh", ("Các Khu Quản lý rừng ven biển",), ()),
        ("Các ấp, tổ dân phố thống kê số hộ", ("Các ấp, tổ dân phố",), ()),
        ("Trưởng ấp họp với các hộ", ("Trưởng ấp",), ()),
        ("Điều tra viên đến từng hộ ghi phiếu", ("Điều tra viên",), ()),
        ("Lãnh đạo Sở ký báo cáo", ("Lãnh đạo Sở",), ()),
        (
            "Phòng Nội vụ phối hợp với Hội Nông dân, Trung tâm Y tế xã thông tin trên loa phát thanh",
            ("Phòng Nội vụ",),
            ("Hội Nông dân", "Trung tâm Y tế xã"),
        ),
        ("Cổng thông tin điện tử đăng tải dự thảo", ("Cổng thông tin điện tử",), ()),
        ("Giai đoạn 2027 - 2029: Phòng Nông nghiệp hỗ trợ giống", ("Phòng Nông nghiệp",), ()),
        ("Năm 2025, Thanh tra tỉnh thanh tra 04 cuộc", (), ()),
    ],
)
def test_a_sentence_names_its_owners(
    sentence: str, lead: tuple[str, ...], coordinating: tuple[str, ...]
) -> None:
    found = owners(sentence)
    assert (found.lead, found.coordinating) == (lead, coordinating)


def test_the_words_that_name_an_owner_are_quoted() -> None:
    sentence = "Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ tổ chức lớp tập huấn."
    found = owners(sentence)
    assert found.lead_span
    assert found.coordinating_span
    assert sentence[slice(*found.lead_span)] == "Sở Y tế"
    assert sentence[slice(*found.coordinating_span)] == "Sở Nội vụ"


@pytest.mark.parametrize(
    ("value", "lead", "coordinating"),
    [
        ("Sở Y tế, Sở Nội vụ", ("Sở Y tế", "Sở Nội vụ"), ()),
        (
            "Sở Nội vụ chủ trì tham mưu; Sở Tư pháp và các sở, ngành chủ động triển khai",
            ("Sở Nội vụ",),
            ("Sở Tư pháp", "các sở, ngành"),
        ),
        ("Các cơ quan, đơn vị theo quy định", ("Các cơ quan, đơn vị theo quy định",), ()),
    ],
)
def test_a_value_may_be_a_list_or_sentences(
    value: str, lead: tuple[str, ...], coordinating: tuple[str, ...]
) -> None:
    assert read_owners(value) == (lead, coordinating)
