"""A .csv file becomes a sheet whatever parts its columns, with addresses as Excel has them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.intake import read_list
from thammuu_core.sheets import DamagedWorkbook, read_separated
from thammuu_core.sheets.workbooks import MOST_ROWS


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_columns_are_parted_by_the_sign_of_the_first_line(sign: str) -> None:
    sheet = read_separated(f"Số{sign}Tên\r\n1{sign}Một\r\n\r\n")

    assert [[cell.text for cell in row.cells] for row in sheet.rows] == [["Số", "Tên"], ["1", "Một"]]
    assert sheet.rows[1].cells[1].address == "B2"


def test_quoted_words_keep_signs_and_lines() -> None:
    (row,) = read_separated('"a, b","hai\ndòng"').rows

    assert [cell.text for cell in row.cells] == ["a, b", "hai\ndòng"]


def test_a_quotation_without_end_is_told() -> None:
    with pytest.raises(DamagedWorkbook):
        read_separated('a,"' + "x" * 200_000)


def test_words_beyond_what_is_read_are_told() -> None:
    sheet = read_separated("a,b\n" * (MOST_ROWS + 1))

    assert len(sheet.rows) == MOST_ROWS
    assert [one.code for one in sheet.problems] == ["sheets.too_long"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1258"])
def test_a_list_is_read_in_the_encodings_programs_write(encoding: str) -> None:
    (sheet,) = read_list("Loại,Số\nQuyết định,1".encode(encoding, "replace"), "danh-sach.csv")

    assert sheet.rows[0].cells[1].text == "Số" if encoding != "cp1258" else len(sheet.rows) == 2


@given(st.text(max_size=300))
def test_any_text_gives_a_sheet_or_is_told(text: str) -> None:
    try:
        sheet = read_separated(text)
    except DamagedWorkbook:
        return
    assert all(row.number == number for number, row in enumerate(sheet.rows, start=1))
