"""Totals of money in tables of tasks."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.indicators import in_dong, read_money
from thammuu_core.text.figures import figure

HEAD = ("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Kinh phí (triệu đồng)", "Ngân sách tỉnh", "Doanh nghiệp đối ứng")
RIGHT = (
    HEAD,
    ("1", "Tuyên truyền", "Sở A", "1.200", "1.200", ""),
    ("2", "Hỗ trợ áp dụng", "Sở A", "1.789,5", "900", "889,5"),
    ("", "Tổng cộng", "", "2.989,5", "2.100", "889,5"),
)


def test_a_table_whose_totals_are_right_has_no_problem_and_tells_its_sums():
    found = read_money(RIGHT)
    assert found is not None
    assert not found.problems
    assert found.sums == (Decimal("2989.5"), Decimal(2100), Decimal("889.5"))
    assert found.unit == 10**6


def test_a_wrong_total_row_is_told_with_both_numbers():
    wrong = (*RIGHT[:3], ("", "Tổng cộng", "", "2.998,5", "2.100", "889,5"))
    found = read_money(wrong)
    assert found is not None
    assert "ghi 2.998,5, cộng các dòng được 2.989,5" in found.problems[0].message


def test_sources_that_do_not_make_the_total_of_their_row_are_told():
    wrong = (HEAD, ("1", "Tuyên truyền", "Sở A", "1.200", "1.000", "100"))
    found = read_money(wrong)
    assert found is not None
    assert [one.message for one in found.problems] == [
        "Dòng 1: tổng ghi 1.200, cộng các nguồn được 1.100. Hãy sửa cho khớp."
    ]


def test_years_that_do_not_make_the_total_of_their_row_are_told():
    rows = (
        ("Nhiệm vụ", "Năm 2021", "Năm 2022", "Tổng kinh phí (tỷ đồng)"),
        ("Đào tạo", "1,5", "2", "3,5"),
        ("Thử nghiệm", "1", "2", "4"),
    )
    found = read_money(rows)
    assert found is not None
    assert len(found.problems) == 1


def test_a_table_without_money_is_none():
    assert (
        read_money((("TT", "Nhiệm vụ", "Đơn vị chủ trì", "Thời gian"), ("1", "Họp", "Sở A", "2021"))) is None
    )


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), min_size=1, max_size=8))
def test_a_table_that_adds_up_never_has_a_problem(parts):
    rows = [
        ("", str(place), "", figure(Decimal(a + b)), figure(Decimal(a)), figure(Decimal(b)))
        for place, (a, b) in enumerate(parts)
    ]
    sums = [figure(Decimal(sum(column))) for column in ([a + b for a, b in parts], *zip(*parts, strict=True))]
    found = read_money((HEAD, *rows, ("", "Tổng", "", *sums)))
    assert found is not None
    assert not found.problems


@given(st.lists(st.lists(st.text(max_size=12), max_size=6), max_size=6), st.text(max_size=30))
def test_any_table_has_its_money_read(rows, said):
    read_money(rows, said)


@pytest.mark.parametrize(
    ("value", "unit", "dong"), [("2.5", "tỷ đồng", 25 * 10**8), ("120", "triệu đồng", 12 * 10**7)]
)
def test_amounts_are_reckoned_in_dong(value, unit, dong):
    assert in_dong(Decimal(value), unit) == dong
    assert in_dong(Decimal(value), "doanh nghiệp") is None
