"""The lunar calendar is that of Việt Nam, not that of its neighbour."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.calendars import LunarDate, hung_kings_day, new_year, to_lunar, to_solar

# Mùng 1 Tết and Giỗ Tổ as published (2020–2026) and as independently computed (2027–2035).
TABLE = [
    (2020, "25/01", "02/04"), (2021, "12/02", "21/04"), (2022, "01/02", "10/04"),
    (2023, "22/01", "29/04"), (2024, "10/02", "18/04"), (2025, "29/01", "07/04"),
    (2026, "17/02", "26/04"), (2027, "06/02", "16/04"), (2028, "26/01", "04/04"),
    (2029, "13/02", "23/04"), (2030, "02/02", "12/04"), (2031, "23/01", "01/04"),
    (2032, "11/02", "19/04"), (2033, "31/01", "09/04"), (2034, "19/02", "28/04"),
    (2035, "08/02", "17/04"),
]  # fmt: skip


@pytest.mark.parametrize(("year", "tet", "kings"), TABLE)
def test_tet_and_the_kings_day_fall_as_published(year: int, tet: str, kings: str) -> None:
    assert f"{new_year(year):%d/%m}" == tet
    assert f"{hung_kings_day(year):%d/%m}" == kings


@pytest.mark.parametrize(
    ("year", "vietnam", "china"),
    [
        (1985, date(1985, 1, 21), date(1985, 2, 20)),
        (2007, date(2007, 2, 17), date(2007, 2, 18)),
        (2030, date(2030, 2, 2), date(2030, 2, 3)),
        (2021, date(2021, 2, 12), date(2021, 2, 12)),
    ],
)
def test_an_hour_of_the_clock_can_move_tet(year: int, vietnam: date, china: date) -> None:
    assert new_year(year) == vietnam
    assert new_year(year, hours=8) == china


@pytest.mark.parametrize(
    ("first", "month"),
    [(date(2020, 5, 23), 4), (date(2023, 3, 22), 2), (date(2025, 7, 25), 6)],
)
def test_leap_months_stand_where_they_stood(first: date, month: int) -> None:
    assert to_lunar(first) == LunarDate(first.year, month, 1, leap=True)


@given(st.dates(date(1976, 1, 1), date(2099, 12, 31)))
def test_a_day_survives_the_way_there_and_back(day: date) -> None:
    assert to_solar(to_lunar(day)) == day


@given(st.integers(1976, 2099))
def test_tet_always_lies_between_great_cold_and_rain_water(year: int) -> None:
    assert date(year, 1, 20) <= new_year(year) <= date(year, 2, 21)


def test_a_leap_month_that_is_not_there_is_refused() -> None:
    with pytest.raises(ValueError):
        to_solar(LunarDate(2021, 4, 1, leap=True))
