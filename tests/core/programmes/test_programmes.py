"""Programmes of any make give their items; whatever is doubtful is told with its place, and no row is lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from support.papers import paper_of
from support.programme_sheets import PROGRAMME, workbook
from thammuu_core.errors import Problem, Told
from thammuu_core.intake import read_paper
from thammuu_core.programmes import Programme, read_programme
from thammuu_core.sheets import Cell, Row, Sheet, read_xlsx, sheets_of
from thammuu_core.sheets.texts import tidy
from thammuu_core.text import fold

HEADS = ["TT", "Nội dung", "Đơn vị chủ trì", "Thời gian"]


def read(lines: list[list[Any]], year: int | None = 2021, **made: Any) -> Programme:
    return read_programme(read_xlsx(workbook({"CT": lines}, **made)), year=year)


def sheet_of(lines: list[list[str]]) -> Sheet:
    """A sheet of these words, without a file."""
    made = (
        Row(number, tuple(Cell(tidy(text), f"{chr(65 + at)}{number}") for at, text in enumerate(line)))
        for number, line in enumerate(lines, 1)
    )
    return Sheet("Trang CT", tuple(made))


def one(time: object, head: str = "Thời gian", **made: Any) -> tuple[Any, list[str]]:
    """The time of a single item, and what is doubtful in it."""
    found = read([[*HEADS[:3], head], [1, "Đề án A", "Sở Y tế", time]], **made)
    (item,) = found.items
    return item.when, codes(found.problems)


def codes(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.code.removeprefix("programmes.") for problem in problems]


def test_a_programme_as_a_province_prints_it() -> None:
    found = read_programme(read_xlsx(PROGRAMME))
    assert (found.title, found.year) == ("CHƯƠNG TRÌNH CÔNG TÁC NĂM 2021", 2021)
    assert [item.number for item in found.items] == ["1", "2", "3", "4"]
    first, second, third, fourth = found.items
    assert first.lead == ("Sở Khoa học và Công nghệ",)
    assert first.coordinating == ("Sở Tài chính", "Sở Công Thương")
    assert (first.submitted_to, first.basis) == ("UBND tỉnh", "Quyết định số 1322/QĐ-TTg")
    assert first.groups == ("LĨNH VỰC KHOA HỌC",)
    assert (first.when.start, first.when.end) == (date(2021, 8, 1), date(2021, 8, 31))
    assert (second.when.end, second.when.strict, second.note) == (date(2021, 6, 20), True, "Chuyển từ 2020")
    assert (third.when.end, third.groups) == (date(2021, 10, 15), ("LĨNH VỰC TÀI CHÍNH",))
    assert fourth.when.end == date(2021, 12, 31)
    assert found.problems == ()


@pytest.mark.parametrize(
    "heads",
    [
        ["STT", "Tên văn bản", "Cơ quan soạn thảo", "Cơ quan phối hợp", "Tháng trình", "Cấp trình"],
        [
            "Số TT",
            "Nội dung công việc",
            "Phòng thực hiện",
            "Đơn vị phối hợp",
            "Thời hạn hoàn thành",
            "Nơi trình",
        ],
        [
            "TT",
            "Tên đề án",
            "Cơ quan, đơn vị\nchủ trì",
            "Phối hợp thực hiện",
            "Hạn trình",
            "Thẩm quyền ban hành",
        ],
        ["Thứ tự", "Nhiệm vụ", "Đơn vị đầu mối", "Phối hợp", "Thời điểm trình", "Cơ quan phê duyệt"],
    ],
)
@settings(deadline=None)
@given(order=st.permutations(range(6)))
def test_heads_in_any_usual_wording_and_order(heads: list[str], order: list[int]) -> None:
    values = [1, "Đề án A", "Sở Y tế", "Sở Nội vụ", "Tháng 6", "UBND tỉnh"]
    lines = [[heads[at] for at in order], [str(values[at]) for at in order]]
    (item,) = read_programme([sheet_of(lines)], year=2021).items
    assert (item.text, item.lead, item.coordinating) == ("Đề án A", ("Sở Y tế",), ("Sở Nội vụ",))
    assert (item.when.end, item.submitted_to) == (date(2021, 6, 30), "UBND tỉnh")


@pytest.mark.parametrize(
    ("time", "head", "end", "doubts"),
    [
        ("tháng 6", "Thời gian", date(2021, 6, 30), []),
        ("Quý III", "Thời gian", date(2021, 9, 30), []),
        ("trước 20/6", "Thời gian", date(2021, 6, 20), []),
        ("30/6/2021", "Thời gian", date(2021, 6, 30), []),
        ("20/6/21", "Thời gian", date(2021, 6, 20), []),
        (6, "Tháng trình", date(2021, 6, 30), []),
        ("II", "Quý", date(2021, 6, 30), []),
        (3, "Quý trình", date(2021, 9, 30), []),
        (44377, "Thời gian", date(2021, 6, 30), ["serial_day"]),
        ("44377", "Thời gian", date(2021, 6, 30), ["serial_day"]),
        (date(2021, 6, 30), "Thời gian", date(2021, 6, 30), []),
        (date(2022, 6, 30), "Thời gian", date(2022, 6, 30), ["other_year"]),
        ("Quý I/2022", "Thời gian", date(2022, 3, 31), ["other_year"]),
        ("06/30/2021", "Thời gian", None, ["time_unread"]),
        ("tháng 13", "Thời gian", None, ["time_unread"]),
        ("31/2", "Thời gian", None, ["time_unread"]),
        ("Thường xuyên", "Thời gian", None, ["no_day"]),
        ("Sau khi Trung ương hướng dẫn", "Thời gian", None, ["no_day"]),
        (None, "Thời gian", None, ["time_missing"]),
    ],
)
def test_times_as_people_write_them(time: object, head: str, end: date | None, doubts: list[str]) -> None:
    when, told = one(time, head)
    assert (when.end, told) == (end, doubts)


@pytest.mark.parametrize(
    ("shown", "end", "doubts"),
    [
        ("m/yyyy", date(2021, 6, 30), []),
        ("d-mmm", date(2021, 6, 1), []),
        ("dd/mm/yyyy", date(2021, 6, 1), []),
    ],
)
def test_a_date_that_excel_made_of_a_month(shown: str, end: date, doubts: list[str]) -> None:
    when, told = one(date(2021, 6, 1), formats={"D2": shown})
    assert (when.end, told) == (end, doubts)


def test_the_year_that_excel_added_is_put_right_and_told() -> None:
    when, told = one(date(2026, 6, 20), formats={"D2": "d-mmm"})
    assert (when.end, told) == (date(2021, 6, 20), ["year_of_typing"])


def test_a_group_of_a_month_dates_its_items_and_a_new_one_takes_its_place() -> None:
    lines = [
        HEADS[:3],
        ["THÁNG 3"],
        [1, "A", "Sở Y tế"],
        ["Lĩnh vực y tế"],
        [2, "B", "Sở Y tế"],
        ["Tháng 4/2021"],
        [3, "C", "Sở Y tế"],
    ]
    found = read(lines)
    assert [item.when.end for item in found.items] == [
        date(2021, 3, 31),
        date(2021, 3, 31),
        date(2021, 4, 30),
    ]
    assert [item.groups for item in found.items] == [
        ("THÁNG 3",),
        ("THÁNG 3", "Lĩnh vực y tế"),
        ("Tháng 4/2021",),
    ]


def test_crossed_months_and_bodies_over_times() -> None:
    crossed = read([["TT", "Nội dung", "Chủ trì", "Quý I", "Quý II"], [1, "A", "Sở Y tế", None, "x"]])
    assert crossed.items[0].when.end == date(2021, 6, 30)
    lines = [
        ["TT", "Tên đề án", "Chủ trì", "Thời gian trình", None],
        [None, None, None, "UBND tỉnh", "HĐND tỉnh"],
        [1, "A", "Sở Y tế", "Tháng 5", "Tháng 7"],
        [2, "B", "Sở Y tế", None, "Tháng 7"],
    ]
    first, second = read(lines, merged=("D1:E1", "A1:A2", "B1:B2", "C1:C2")).items
    assert (first.when.end, first.submitted_to) == (date(2021, 5, 31), "UBND tỉnh; HĐND tỉnh")
    assert (second.when.end, second.submitted_to) == (date(2021, 7, 31), "HĐND tỉnh")


def test_two_items_of_one_name_are_both_kept_and_told_of_each_other() -> None:
    found = read([HEADS, [1, "Đề án A", "Sở Y tế", "Tháng 6"], [2, "ĐỀ ÁN  a", "Sở Nội vụ", "Tháng 7"]])
    assert [item.text for item in found.items] == ["Đề án A", "ĐỀ ÁN a"]
    assert codes(found.problems) == ["same_name", "same_name"]
    assert "Trang CT, dòng 3" in found.problems[0].message


def test_wrong_columns_an_empty_and_a_second_sheet_are_told() -> None:
    book = workbook({"A": [["Họ tên", "Số điện thoại", "Địa chỉ"], *[["x", "1", "y"]] * 4], "B": [], "C": []})
    found = read_programme(read_xlsx(book))
    assert found.items == ()
    assert codes(found.problems) == ["no_heads", "empty_sheet", "empty_sheet", "no_items"]
    assert "Họ tên | Số điện thoại" in found.problems[0].message
    second = workbook(
        {"Bìa": [["Bìa"]], "CT": [HEADS, [1, "A", "Sở Y tế", "Tháng 6"]]}, hidden_sheets=("CT",)
    )
    found = read_programme(read_xlsx(second), year=2021)
    assert [item.place for item in found.items] == ["Trang CT, dòng 2"]
    assert codes(found.problems) == ["hidden_sheet"]


def test_a_list_without_a_column_of_times_or_units_is_read_and_told() -> None:
    found = read([["TT", "Nội dung", "Chủ trì"], [1, "A", "Sở Y tế"]])
    assert codes(found.problems) == ["missing_column", "time_missing"]


def test_hidden_rows_and_formulas_without_a_result_are_told_where_they_stand() -> None:
    lines = [HEADS, [1, "A", "Sở Y tế", "Tháng 6"], [2, "B", "=A1", "Tháng 6"]]
    found = read(lines, hidden_rows=(2,))
    assert codes(found.problems) == ["hidden_row", "lead_missing", "formula"]
    assert found.problems[2].where == "Trang CT, dòng 3, ô C3"
    assert codes(found.doubts_of(found.items[1])) == ["lead_missing", "formula"]


def test_each_item_has_one_lead() -> None:
    found = read([HEADS, [1, "A", "Sở Y tế, Sở Nội vụ", "Tháng 6"], [2, "B", None, "Tháng 6"]])
    assert codes(found.problems) == ["several_leads", "lead_missing"]
    assert found.problems[0].basis == "Nghị định 191/2026/NĐ-CP, Điều 2 khoản 2"


def test_lines_that_are_no_items_are_known() -> None:
    lines = [
        HEADS,
        ["(1)", "(2)", "(3)", "(4)"],
        [1, "A", "Sở Y tế", "Tháng 6"],
        HEADS,
        [2, "B", "Sở Y tế", "Tháng 7"],
        ["Tổng cộng: 2"],
        ["Nơi nhận: như trên", None, "TM. ỦY BAN NHÂN DÂN"],
        ["- Lưu: VT"],
    ]
    found = read(lines)
    assert [item.text for item in found.items] == ["A", "B"]
    assert codes(found.problems) == ["total"]


def test_without_a_year_the_reader_asks_for_it() -> None:
    found = read([HEADS, [1, "A", "Sở Y tế", "Tháng 6"]], year=None)
    assert codes(found.problems) == ["year_unknown", "year_unknown"]
    assert found.items[0].when.end is None


def test_a_word_programme_is_read_like_a_workbook() -> None:
    paper = paper_of(
        """
        CHƯƠNG TRÌNH CÔNG TÁC NĂM 2021
        | TT | Nội dung | Cơ quan chủ trì | Thời gian |
        | I | Quý II | | |
        | 1 | Đề án A | Sở Y tế | |
        | 2 | Đề án B | Sở Nội vụ | Tháng 5 |
        """
    )
    found = read_programme(sheets_of(paper))
    assert found.year == 2021
    assert [(item.text, item.when.end) for item in found.items] == [
        ("Đề án A", date(2021, 6, 30)),
        ("Đề án B", date(2021, 5, 31)),
    ]
    assert found.items[0].place == "Bảng 1, dòng 3"


def test_letterhead_and_signature_of_a_word_programme_are_no_lists() -> None:
    paper = paper_of(
        """
        | UBND TỈNH / SỞ Y TẾ | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM | |
        | Số: /CTr-SYT | Lào Cai, ngày 05 tháng 01 năm 2021 | |
        | a | b | c |
        | d | e | f |
        CHƯƠNG TRÌNH
        Chương trình công tác năm 2021 của Sở Y tế
        | TT | Nội dung | Phòng chủ trì | Tháng |
        | 1 | Đề án A | Phòng Nghiệp vụ | 6 |
        Trên đây là chương trình công tác.
        | Nơi nhận: | GIÁM ĐỐC | |
        | - Như trên; | (ký) | |
        | - Lưu: VT. | Nguyễn Văn An | |
        | x | y | z |
        """
    )
    found = read_programme(sheets_of(paper))
    assert (found.title, found.year) == ("CHƯƠNG TRÌNH Chương trình công tác năm 2021 của Sở Y tế", 2021)
    assert [item.when.end for item in found.items] == [date(2021, 6, 30)]
    assert found.problems == ()


_CELL = st.none() | st.sampled_from(
    ["1", "2", "I", "A", "Quý II", "Tháng 3", "Đề án A", "Sở Y tế", "nt", "x", "Tổng số", "Nội dung", "Chủ trì", 44377, 6]
) | st.text(max_size=8)  # fmt: skip


@settings(deadline=None)
@given(st.lists(st.lists(_CELL, min_size=4, max_size=4), max_size=10))
def test_nothing_that_an_items_row_says_is_lost(rows: list[list[Any]]) -> None:
    lines = [[tidy(str(value)) if value is not None else "" for value in line] for line in rows]
    found = read_programme([sheet_of([HEADS, *lines])], year=2021)
    by_place = {item.place: item for item in found.items}
    assert len(by_place) == len(found.items)
    for number, line in enumerate(lines, 2):
        if item := by_place.get(f"Trang CT, dòng {number}"):
            fields = (item.number, item.text, *item.lead, item.when.as_written, item.note)
            said = fold(" ".join((*fields, *(problem.message for problem in found.doubts_of(item)))))
            assert all(fold(text) in said for text in line)


@pytest.mark.corpus
def test_real_documents_are_read_without_a_crash_and_every_item_has_words(corpus: Path) -> None:
    listed = set()
    for file in sorted(corpus.glob("raw/*.docx")):
        try:
            found = read_programme(sheets_of(read_paper(file.read_bytes(), file.name)))
        except Told:
            continue
        assert all(item.text or found.doubts_of(item) for item in found.items)
        listed |= {file.name} if found.items else set()
    assert listed  # a plan of a week with its tasks in a table is one
