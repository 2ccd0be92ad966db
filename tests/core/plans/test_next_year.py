"""A plan's times a year later."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.calendars import official_calendar
from thammuu_core.plans.model import When, WhenKind
from thammuu_core.plans.next_year import a_year_on, years_on

D, P = WhenKind.DEADLINE, WhenKind.PERIOD


@pytest.mark.parametrize(
    ("when", "start", "end", "words"),
    [
        (When("Trước ngày 30/6/2021", D, end=date(2021, 6, 30), strict=True), None, date(2022, 6, 30), "Trước ngày 30/6/2022"),
        # 15/5/2022 is a Sunday: the working day before it keeps the time.
        (When("15/5/2021", D, end=date(2021, 5, 15)), None, date(2022, 5, 13), "Đến hết ngày 13/5/2022"),
        (When("Tháng 4-5/2021", P, date(2021, 4, 1), date(2021, 5, 31)), date(2022, 4, 1), date(2022, 5, 31), "Tháng 4-5/2022"),
        # A whole February stays whole in a leap year.
        (When("Tháng 2/2023", P, date(2023, 2, 1), date(2023, 2, 28)), date(2024, 2, 1), date(2024, 2, 29), "Tháng 2/2024"),
        # 29/02 of a leap year.
        (When("Ngày 29/02/2024", WhenKind.POINT, end=date(2024, 2, 29)), None, date(2025, 2, 28), "Ngày 28/02/2025"),
        # 1/5 is a day off (2/5 and 3/5/2022 in lieu of it and 30/4): the span starts with the first day of work.
        (When("Từ 1/5 đến 12/5/2021", P, date(2021, 5, 1), date(2021, 5, 12)), date(2022, 5, 4), date(2022, 5, 12), "Từ ngày 04/5/2022 đến ngày 12/5/2022"),
        (When("Quý IV năm 2021", WhenKind.RECURRING), None, None, "Quý IV năm 2022"),
        (When("Giai đoạn 2021-2025", WhenKind.ONGOING), None, None, "Giai đoạn 2021-2025"),
        (When("khi có yêu cầu", WhenKind.CONDITIONAL), None, None, "khi có yêu cầu"),
    ],
)  # fmt: skip
def test_a_time_moves_by_a_year_to_a_working_day(
    when: When, start: date | None, end: date | None, words: str
) -> None:
    moved = a_year_on(when, official_calendar())
    assert (moved.start, moved.end, moved.as_written) == (start, end, words)


@pytest.mark.parametrize(
    ("title", "later"),
    [
        ("Kế hoạch công tác năm 2025", "Kế hoạch công tác năm 2026"),
        ("Kế hoạch năm 2025 thực hiện Nghị quyết số 202/2025/QH15", "Kế hoạch năm 2026 thực hiện Nghị quyết số 202/2025/QH15"),
        ("Thực hiện Nghị quyết 202/2025/QH15 năm 2025", "Thực hiện Nghị quyết 202/2025/QH15 năm 2026"),
        ("Triển khai Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ", "Triển khai Quyết định số 1322/QĐ-TTg ngày 31/8/2020 của Thủ tướng Chính phủ"),
        ("Chiến lược 2021–2030", "Chiến lược 2021–2030"),
        ("Chương trình giai đoạn 2021 - 2025, năm 2023", "Chương trình giai đoạn 2021 - 2025, năm 2024"),
        ("Đề án đến năm 2030, tầm nhìn đến năm 2045; kế hoạch năm 2025", "Đề án đến năm 2030, tầm nhìn đến năm 2045; kế hoạch năm 2026"),
        ("Quy hoạch từ năm 2021 đến năm 2030", "Quy hoạch từ năm 2021 đến năm 2030"),
        ("Báo cáo số liệu đến ngày 31/12/2024", "Báo cáo số liệu đến ngày 31/12/2025"),
    ],
)  # fmt: skip
def test_a_title_moves_on_but_for_the_years_of_names(title: str, later: str) -> None:
    assert years_on(title) == later


def test_a_year_without_a_calendar_keeps_the_days_as_they_fall() -> None:
    moved = a_year_on(When("", D, end=date(2044, 5, 15)), official_calendar())
    assert moved.end == date(2045, 5, 15)


def test_a_rule_of_recurrence_ends_a_year_later() -> None:
    when = When("Hằng tháng", WhenKind.RECURRING, recurrence="FREQ=MONTHLY;UNTIL=20211231")
    assert a_year_on(when, official_calendar()).recurrence == "FREQ=MONTHLY;UNTIL=20221231"


@given(st.dates(date(2019, 1, 1), date(2024, 12, 31)), st.integers(0, 200))
def test_a_span_never_ends_before_it_starts_and_its_ends_are_worked_or_whole_months(
    first: date, days: int
) -> None:
    last = date.fromordinal(first.toordinal() + days)
    moved = a_year_on(When("", P, first, last), official_calendar())
    assert moved.start is not None
    assert moved.end is not None
    assert moved.start <= moved.end
    assert abs((moved.end - moved.start).days - days) <= 20
