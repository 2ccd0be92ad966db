"""Plans of several provinces side by side."""

from __future__ import annotations

from support.papers import paper_of
from thammuu_core.indicators import compare, read
from thammuu_core.indicators.reading import meaning

ONE = """KẾ HOẠCH
Nâng cao năng suất tỉnh A giai đoạn 2021 - 2025

I. MỤC ĐÍCH, YÊU CẦU
1. Triển khai chương trình quốc gia.
II. MỤC TIÊU
1. Tốc độ tăng năng suất lao động đạt trên 7%/năm.
2. Hỗ trợ ít nhất 60 doanh nghiệp áp dụng hệ thống quản lý.
III. KINH PHÍ THỰC HIỆN
1. Ngân sách tỉnh.
"""
OTHER = """KẾ HOẠCH
Nâng cao năng suất tỉnh B giai đoạn 2021 - 2025

I. MỤC TIÊU CỤ THỂ
1. Phấn đấu tốc độ tăng năng suất lao động bình quân khoảng 6,5%/năm.
2. Có 3 câu lạc bộ năng suất.
II. NỘI DUNG, KINH PHÍ
1. Ngân sách tỉnh.
III. KHEN THƯỞNG
1. Biểu dương.
"""


def test_parts_are_matched_by_what_their_headings_mean_and_none_is_left_out():
    comparison = compare([read(paper_of(ONE)), read(paper_of(OTHER))])
    shown = {row.name: tuple(len(cell) for cell in row.cells) for row in comparison.parts}
    assert shown == {
        "Mục đích, yêu cầu": (1, 0),
        "Mục tiêu, chỉ tiêu": (1, 1),
        "Nhiệm vụ, giải pháp": (0, 1),
        "Kinh phí": (1, 0),
        "KHEN THƯỞNG": (0, 1),
    }


def test_one_measure_of_several_plans_is_one_row_and_every_target_stands_once():
    readings = [read(paper_of(ONE)), read(paper_of(OTHER))]
    comparison = compare(readings)
    assert comparison.measures[0].measure == "Tốc độ tăng năng suất lao động"
    assert [cell[0].target.values[0].words for cell in comparison.measures[0].cells] == [
        "2021–2025: > 7",
        "2021–2025: ≈ 6,5",
    ]
    stated = [one for row in comparison.measures for cell in row.cells for one in cell]
    assert sorted(one.words for one in stated) == sorted(
        one.words for reading in readings for one in reading.targets
    )


def test_a_heading_means_what_comes_first_in_it():
    assert meaning("V. NGUỒN LỰC VÀ TỔ CHỨC THỰC HIỆN") == "money"
    assert meaning("KHEN THƯỞNG") == ""
