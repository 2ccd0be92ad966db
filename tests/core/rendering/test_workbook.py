"""Sheets hold what was written: texts as texts whatever they begin with, days as days, numbers as numbers."""

from __future__ import annotations

from datetime import UTC, date, datetime
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from thammuu_core.rendering.workbook import CUT, LONGEST_TEXT, SheetColumn, SheetOf, Value, to_xlsx

MADE = datetime(2021, 7, 6, 8, 0, tzinfo=UTC)


def read_back(rows: tuple[tuple[Value, ...], ...], name: str = "Tiến độ") -> list[tuple[object, ...]]:
    """The rows under the heads as a reader of .xlsx sees them, formulas as they are."""
    columns = tuple(SheetColumn(f"Cột {number}") for number in range(max(map(len, rows), default=1)))
    data = to_xlsx((SheetOf(name, "Theo dõi tiến độ", columns, rows),), MADE)
    page = load_workbook(BytesIO(data)).worksheets[0]
    return [tuple(cell.value for cell in row) for row in page.iter_rows(min_row=4)]


@pytest.mark.parametrize(
    "text", ["=1+1", "+84 912 345 678", "-5", "@SUM(A1)", '=HYPERLINK("http://x")', "'=1"]
)
def test_a_text_that_looks_like_a_formula_stays_a_text(text: str) -> None:
    columns = (SheetColumn("Nội dung"),)
    page = load_workbook(BytesIO(to_xlsx((SheetOf("a", "b", columns, ((text,),)),), MADE))).worksheets[0]
    assert (page["A4"].value, page["A4"].data_type) == (text, "s")


def test_days_are_days_and_numbers_numbers() -> None:
    ((day, number, nothing),) = read_back(((date(2021, 7, 6), 12, None),))
    assert isinstance(day, datetime)
    assert (day.date(), number, nothing) == (date(2021, 7, 6), 12, None)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400))
def test_any_text_comes_back_but_for_what_xml_cannot_hold(text: str) -> None:
    ((value,),) = read_back(((f"a{text}",),))
    kept = "".join(
        letter
        for letter in f"a{text}"
        if letter in "\t\n\r"
        or (letter >= " " and letter not in "\ufffe\uffff" and not "\ud800" <= letter <= "\udfff")
    )
    assert isinstance(value, str)
    assert value.replace("\r\n", "\n").replace("\r", "\n") == kept.replace("\r\n", "\n").replace("\r", "\n")


def test_a_text_too_long_for_a_cell_says_that_it_was_cut() -> None:
    ((value,),) = read_back((("a" * (LONGEST_TEXT + 1),),))
    assert isinstance(value, str)
    assert len(value) == LONGEST_TEXT
    assert value.endswith(CUT)


@pytest.mark.parametrize("name", ["", "Tiến độ: [quý III/2021]", "x" * 60, "'", "\x00"])
def test_any_name_gives_a_sheet_that_opens(name: str) -> None:
    assert read_back((("a",),), name) == [("a",)]
