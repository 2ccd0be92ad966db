"""Lists of units cut where a new name begins."""

from __future__ import annotations

import pytest

from thammuu_core.plans.owners.units import is_ditto, opens_unit, units


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Sở Y tế, Sở Nội vụ.", ("Sở Y tế", "Sở Nội vụ")),
        ("Sở Khoa học và Công nghệ", ("Sở Khoa học và Công nghệ",)),
        ("Sở Văn hóa, Thể thao và Du lịch, Sở Y tế", ("Sở Văn hóa, Thể thao và Du lịch", "Sở Y tế")),
        ("các sở, ban, ngành và UBND các xã, phường", ("các sở, ban, ngành", "UBND các xã, phường")),
        ("các phòng, đơn vị", ("các phòng, đơn vị",)),
        (
            "Sở Tư pháp; các cơ quan, đơn vị, địa phương liên quan",
            ("Sở Tư pháp", "các cơ quan, đơn vị, địa phương liên quan"),
        ),
        ("Phòng Tài chính - Kế hoạch và Công an xã", ("Phòng Tài chính - Kế hoạch", "Công an xã")),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", ("Văn phòng Đoàn ĐBQH và HĐND tỉnh",)),
        ("các Sở: Tài chính, Nội vụ, Tư pháp", ("Sở Tài chính", "Sở Nội vụ", "Sở Tư pháp")),
        ("các Sở Tài chính, Nông nghiệp và Môi trường", ("Sở Tài chính", "Sở Nông nghiệp và Môi trường")),
        (
            "Trung tâm Dịch vụ việc làm (Sở Nội vụ), Thuế tỉnh",
            ("Trung tâm Dịch vụ việc làm (Sở Nội vụ)", "Thuế tỉnh"),
        ),
        ("Doanh nghiệp, Sở, ban, ngành liên quan", ("Doanh nghiệp", "Sở, ban, ngành liên quan")),
        ("- Sở Y tế\n- Sở Xây dựng", ("Sở Y tế", "Sở Xây dựng")),
        ("Sở Khoa học\nvà Công nghệ", ("Sở Khoa học và Công nghệ",)),
        ("Giao Sở Tư pháp", ("Sở Tư pháp",)),
        ("Sở Tư pháp (cơ quan chủ trì), Sở Nội vụ", ("Sở Tư pháp", "Sở Nội vụ")),
        (
            "Bộ trưởng các Bộ: Quốc phòng, Công an, Y tế; UBND tỉnh",
            ("Bộ trưởng các Bộ: Quốc phòng, Công an, Y tế", "UBND tỉnh"),
        ),
        (
            "Chủ tịch UBND các tỉnh, thành phố từ Hà Tĩnh đến Huế",
            ("Chủ tịch UBND các tỉnh, thành phố từ Hà Tĩnh đến Huế",),
        ),
        ("nt", ()),
        ("", ()),
    ],
)
def test_a_list_is_cut_into_its_names(words: str, names: tuple[str, ...]) -> None:
    assert units(words) == names


@pytest.mark.parametrize(
    "words",
    [
        "Tổ chức hội nghị",
        "Ban hành kế hoạch",
        "Báo cáo kết quả",
        "Bộ tiêu chí đánh giá",
        "Hội nghị trực tuyến",
        "Phòng, chống thiên tai",
    ],
)
def test_work_is_not_taken_for_a_unit(words: str) -> None:
    assert not opens_unit(words)


def test_marks_for_the_same_as_above_are_known() -> None:
    assert all(map(is_ditto, ["nt", "-", "như trên", "", '"']))
    assert not is_ditto("Sở Nội vụ")
