"""Names of bodies out of capitals."""

from __future__ import annotations

import pytest

from thammuu_core.plans.header.body_names import spoken
from thammuu_core.plans.header.issuer import bears


@pytest.mark.parametrize(
    ("capitals", "said"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP", "Ủy ban nhân dân tỉnh Đồng Tháp"),
        ("ỦY BAN NHÂN DÂN THÀNH PHỐ HỒ CHÍ MINH", "Ủy ban nhân dân thành phố Hồ Chí Minh"),
        ("BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI", "Bộ Lao động - Thương binh và Xã hội"),
        ("SỞ VĂN HÓA, THỂ THAO VÀ DU LỊCH", "Sở Văn hóa, Thể thao và Du lịch"),
        ("SỞ CÔNG THƯƠNG", "Sở Công Thương"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("TRƯỜNG THPT HOA SEN", "Trường THPT Hoa Sen"),
        ("UBND XÃ TÂN HỢP", "UBND xã Tân Hợp"),
        ("Sở Y tế", "Sở Y tế"),
    ],
)
def test_capitals_become_the_name_in_a_sentence(capitals: str, said: str) -> None:
    assert spoken(capitals) == said


@pytest.mark.parametrize(
    ("name", "code", "so"),
    [
        ("Sở Khoa học và Công nghệ", "KHCN", True),
        ("Sở Khoa học và Công nghệ", "SKHCN", True),
        ("Sở KH&CN", "KHCN", True),
        ("Sở Nông nghiệp và Môi trường", "SNNMT", True),
        ("Sở Tài chính", "KHCN", False),
        ("UBND tỉnh Lào Cai", "UBND", True),
    ],
)
def test_a_code_is_the_first_letters_of_the_name(name: str, code: str, so: bool) -> None:
    assert bears(name, code) is so
