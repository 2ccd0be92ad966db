"""Labels count as Vietnamese documents count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.text import POINT_LETTERS, point_letter, point_position, read_roman, roman


@given(st.integers(1, 3999))
def test_a_roman_numeral_reads_back(number: int) -> None:
    assert read_roman(roman(number)) == number


@pytest.mark.parametrize("numeral", ["", "IIII", "IC", "VX", "IVI", "ii", "A", "MMMM"])
def test_what_is_no_regular_numeral_is_not_read(numeral: str) -> None:
    assert read_roman(numeral) is None


@given(st.integers(1, len(POINT_LETTERS)))
def test_a_point_letter_reads_back(position: int) -> None:
    assert point_position(point_letter(position)) == position


def test_points_follow_the_vietnamese_alphabet() -> None:
    assert [point_letter(n) for n in range(1, 13)] == list("abcdđeghiklm")
    assert [point_position(letter) for letter in ("f", "j", "w", "z", "ă", "aa", "")] == [None] * 7
