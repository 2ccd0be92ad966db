"""Workbooks and Word tables come as the same rows of cells, with the places that people look them up by."""

from __future__ import annotations

import io
from contextlib import suppress
from datetime import date
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.docx import docx, packed, paper
from support.programme_sheets import workbook
from thammuu_core.errors import Told
from thammuu_core.intake import is_workbook, look_at_workbook, read_workbook
from thammuu_core.sheets import DamagedWorkbook, Sheet, read_xlsx, sheets_of


def grid(sheet: Sheet) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in sheet.rows]


def test_cells_keep_their_address_and_lines_stay_apart() -> None:
    (sheet,) = read_xlsx(workbook({"A": [["x", "một \u00a0hai\r\n\r\nba"]]}))
    cell = sheet.rows[0].cells[1]
    assert (cell.text, sheet.place(cell)) == ("một hai\nba", "Trang A, ô B1")


def test_a_merged_cell_says_its_words_in_every_place() -> None:
    (sheet,) = read_xlsx(workbook({"A": [["Chủ trì", None], [None, "b"]]}, merged=("A1:B1",)))
    assert grid(sheet) == [["Chủ trì", "Chủ trì"], ["", "b"]]
    assert [cell.spanned for cell in sheet.rows[0].cells] == [False, True]
    assert [cell.text for cell in sheet.rows[0].filled] == ["Chủ trì"]


def test_a_word_table_is_laid_out_in_the_same_way() -> None:
    found = paper(
        'p/r/t"Chương trình công tác",'
        'tbl(tr(tc(tcPr/gridSpan{val=2}, p/r/t"Thực hiện")), tr(tc/p/r/t"a", tc/p/r/t"b"))'
    )
    (sheet,) = sheets_of(found)
    assert grid(sheet) == [["Thực hiện", "Thực hiện"], ["a", "b"]]
    assert sheet.above == ("Chương trình công tác",)
    assert sheet.place(sheet.rows[1].cells[1]) == "Bảng 1, dòng 2, cột 2"


@pytest.mark.parametrize(
    ("shown", "text", "month_only", "without_year"),
    [
        ("dd/mm/yyyy", "01/06/2021", False, False),
        ("m/yyyy", "06/2021", True, False),
        ("mmm-yy", "06/2021", True, False),
        ("d-mmm", "01/06/2021", False, True),
        ('"ngày" dd/mm/yyyy', "01/06/2021", False, False),
    ],
)
def test_a_date_is_read_as_it_is_shown(shown: str, text: str, month_only: bool, without_year: bool) -> None:
    (sheet,) = read_xlsx(workbook({"A": [[date(2021, 6, 1)]]}, formats={"A1": shown}))
    cell = sheet.rows[0].cells[0]
    assert (cell.text, cell.day) == (text, date(2021, 6, 1))
    assert (cell.month_only, cell.without_year) == (month_only, without_year)


def test_numbers_formulas_and_what_is_hidden_are_known_as_such() -> None:
    book = workbook({"A": [[3, 2.5, "=1+1"], ["x"]], "B": [["y"]]}, hidden_rows=(2,), hidden_sheets=("B",))
    first, second = read_xlsx(book)
    assert [cell.text for cell in first.rows[0].cells] == ["3", "2.5", ""]
    assert [cell.formula for cell in first.rows[0].cells] == [False, False, True]
    assert (first.rows[1].hidden, first.hidden, second.hidden) == (True, False, True)


def test_formatting_far_below_makes_no_rows_and_words_there_are_told() -> None:
    book = workbook({"A": [["x"]]}, formats={"A9000": "0.00"})
    (sheet,) = read_xlsx(book)
    assert (len(sheet.rows), sheet.problems) == (1, ())
    (long,) = read_xlsx(workbook({"A": [["x"]] * 5_010}))
    assert [problem.code for problem in long.problems] == ["sheets.too_long"]


def test_the_gate_lets_workbooks_through_and_nothing_else() -> None:
    assert is_workbook(workbook({"A": [["x"]]}))
    assert not is_workbook(docx("p"))
    assert not is_workbook(b"PK\x03\x04 nothing")
    for data, code in (
        (docx("p"), "intake.not_a_document"),
        (b"a,b", "intake.not_a_document"),
        (packed({"xl/workbook.xml": "<x/>", "xl/vbaProject.bin": b"1"}), "intake.macros"),
        (packed({"xl/workbook.xml": "<!DOCTYPE x><x/>"}), "intake.unsafe_markup"),
        (packed({"xl/workbook.xml": "<x/>", "[Content_Types].xml": "<x/>"}), "sheets.damaged"),
        (workbook({"A": [["UBND TỈNH"], ["MẬT"]]}), "intake.state_secret"),
    ):
        with pytest.raises(Told) as told:
            read_workbook(data, "a.xlsx")
        assert told.value.code == code


def altered(inside: str) -> bytes:
    """A workbook of one cell with this after its rows, or in them."""
    source, made = io.BytesIO(workbook({"A": [["x"]]})), io.BytesIO()
    with ZipFile(source) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                part = part.replace(b"</sheetData>", inside.encode())
            new.writestr(name, part)
    return made.getvalue()


@pytest.mark.parametrize(
    "inside",
    [
        '</sheetData><mergeCells><mergeCell ref="A5:CV10000"/></mergeCells>',
        '</sheetData><mergeCells><mergeCell a=">" ref="A5:&#88;FD1048576"/></mergeCells>',
        '</sheetData><mergeCells><mergeCell ref="A:C"/></mergeCells>',
        "</sheetData><mergeCells>" + '<mergeCell ref="B2:C2"/>' * 6_000 + "</mergeCells>",
        '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>',
        '<row r="2"/>' * 21_000 + "</sheetData>",
        '<row r="2">' + "<c/>" * 17_000 + "</row></sheetData>",
        ("<row>" + "<c/>" * 60 + "</row>") * 2_000 + "</sheetData>",
    ],
    ids=["merged", "hidden in marks", "columns", "many", "link", "rows", "columns of a row", "cells"],
)
def test_a_small_file_that_would_fill_a_huge_sheet_is_refused_before_it_is_read(inside: str) -> None:
    with pytest.raises(Told) as told:
        read_workbook(altered(inside), "a.xlsx")
    assert told.value.code == "intake.too_spread"


def test_a_workbook_that_is_only_kept_may_be_long_but_not_secret() -> None:
    look_at_workbook(altered('<row r="2"/>' * 21_000 + "</sheetData>"), "a.xlsx")
    look_at_workbook(workbook({"A": [["x"]] * 40 + [["MẬT"]]}), "a.xlsx")
    for sheets in ({"A": [["UBND TỈNH"], ["MẬT"]]}, {"A": [["x"]], "B": [[None, "TỐI MẬT"]]}):
        with pytest.raises(Told) as told:
            look_at_workbook(workbook(sheets, hidden_sheets=("B",) if "B" in sheets else ()), "a.xlsx")
        assert told.value.code == "intake.state_secret"


def test_words_far_beyond_what_is_read_are_told_without_making_the_cells_between() -> None:
    far = altered('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
    (sheet,) = read_workbook(far, "a.xlsx")
    assert [problem.code for problem in sheet.problems] == ["sheets.too_long"]


WHOLE = workbook({"A": [["TT", "Nội dung"], [1, "Đề án"]]}, merged=("A1:B1",))


@settings(deadline=None)
@given(st.integers(0, len(WHOLE) - 1), st.binary(min_size=1, max_size=40))
def test_damage_is_refused_or_read_but_never_a_crash(at: int, noise: bytes) -> None:
    with suppress(DamagedWorkbook):
        read_xlsx(WHOLE[:at] + noise + WHOLE[at + len(noise) :])
