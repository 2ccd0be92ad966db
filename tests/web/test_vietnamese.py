"""Days and sizes on pages are written as officers write them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from thammuu.web.templatetags.vietnamese import day, file_size, numbered, weekday


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2021, 8, 5), "05/08/2021"),
        (datetime(2021, 6, 14, 20, 0, tzinfo=UTC), "15/06/2021"),  # already the next day in Việt Nam
        (None, ""),
    ],
)
def test_a_day_is_written_day_first(value: date | None, written: str) -> None:
    assert day(value) == written


def test_weekdays_are_named() -> None:
    assert weekday(date(2021, 7, 12)) == "Thứ Hai"
    assert weekday(date(2021, 7, 18)) == "Chủ nhật"


@pytest.mark.parametrize(("size", "words"), [(900, "900 B"), (2048, "2 KB"), (1_572_864, "1,5 MB")])
def test_sizes_have_a_decimal_comma(size: int, words: str) -> None:
    assert file_size(size) == words


def test_a_plan_without_a_number_is_told_by_its_symbol() -> None:
    assert numbered("235/KH-UBND") == "số 235/KH-UBND"
    assert numbered("KH-KHCN") == "ký hiệu KH-KHCN (chưa ghi số)"
