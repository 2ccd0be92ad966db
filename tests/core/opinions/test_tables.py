"""Tables of opinions, however an office draws them: columns by their heads, each row one opinion on the draft."""

from __future__ import annotations

from io import BytesIO

import openpyxl
import pytest

from support.docx import docx
from support.merges import TEXT, VERSION
from thammuu_core.intake import read_workbook
from thammuu_core.opinions import Confidence, Operation, Origin, Reply
from thammuu_core.opinions.reading import read_reply
from thammuu_core.opinions.tables import Column, table_rows
from thammuu_core.sheets import Sheet

LINE = "2. Hỗ trợ mỗi năm 20 doanh nghiệp áp dụng hệ thống quản lý tiên tiến."


def book(*rows: tuple[str | int, ...], merged: tuple[str, ...] = ()) -> bytes:
    made = openpyxl.Workbook()
    sheet = made.active
    for row in rows:
        sheet.append(row)
    for area in merged:
        sheet.merge_cells(area)
    data = BytesIO()
    made.save(data)
    return data.getvalue()


def sheet(*rows: tuple[str | int, ...], merged: tuple[str, ...] = ()) -> Sheet:
    return read_workbook(book(*rows, merged=merged))[0]


def read(*rows: tuple[str | int, ...], merged: tuple[str, ...] = ()) -> Reply:
    return read_reply([VERSION], "tong-hop.xlsx", book(*rows, merged=merged))


HEADS = {
    ("STT", "Điều, khoản", "Nội dung dự thảo", "Nội dung góp ý", "Lý do"): "number place draft opinion reason",
    ("TT", "Nội dung dự thảo", "Đề nghị sửa thành", "Lý do sửa đổi"): "number draft proposal reason",
    ("Nhóm vấn đề hoặc điều, khoản", "Chủ thể góp ý", "Nội dung góp ý", "Nội dung tiếp thu, giải trình"): "place agency opinion answer",
    ("Cơ quan, đơn vị", "Ý kiến tham gia đối với dự thảo", "Tiếp thu/giải trình", "Ghi chú"): "agency opinion answer note",
    ("Mục", "Quy định tại dự thảo", "Ý kiến góp ý", "Cơ sở pháp lý"): "place draft opinion reason",
}  # fmt: skip


@pytest.mark.parametrize("heads", HEADS)
def test_columns_are_known_by_the_words_of_their_heads(heads: tuple[str, ...]) -> None:
    cells = tuple(f"ô {number}" for number in range(len(heads)))
    (row,) = table_rows(sheet(heads, cells))
    expected = dict(zip(map(Column, HEADS[heads].split()), cells, strict=True))
    assert dict(row.cells) == expected


@pytest.mark.parametrize(
    "heads",
    [("STT", "Tên nhiệm vụ", "Đơn vị chủ trì", "Thời gian"), ("Họ tên", "Chức vụ"), ("1", "2", "3")],
)
def test_a_table_about_something_else_has_no_rows_of_opinions(heads: tuple[str, ...]) -> None:
    assert table_rows(sheet(heads, tuple("abcd"[: len(heads)]))) == ()


def test_titles_numbers_of_columns_and_heads_that_come_again_are_no_rows() -> None:
    head = ("STT", "Điều, khoản", "Nội dung góp ý", "Lý do")
    rows = table_rows(
        sheet(
            ("BẢNG TỔNG HỢP GÓP Ý",), head, ("(1)", "(2)", "(3)", "(4)"), (1, "I.1", "Bỏ khoản này.", "Trùng."), head,
            (2, "I.2", "Giữ nguyên.", "Phù hợp."),
        )
    )  # fmt: skip
    assert [row.number for row in rows] == [4, 6]


def test_headings_across_the_table_and_merged_places_hold_for_the_rows_under_them() -> None:
    rows = table_rows(
        sheet(
            ("STT", "Điều, khoản", "Nội dung góp ý", "Lý do"),
            ("II. VỀ NỘI DUNG",),
            (1, "II.1", "Bỏ khoản này.", "Trùng."),
            (2, "", "Hoặc gộp với khoản 2.", "Gọn."),
            merged=("A2:D2", "B3:B4"),
        )
    )
    assert [(row[Column.PLACE], row.context) for row in rows] == [("II.1", ("II. VỀ NỘI DUNG",))] * 2


def test_the_difference_of_before_and_after_is_the_change() -> None:
    reply = read(
        ("STT", "Nội dung dự thảo", "Đề nghị sửa", "Lý do"),
        (1, LINE, LINE.replace("20 doanh nghiệp", "30 doanh nghiệp"), "Theo chỉ tiêu mới."),
    )
    (opinion,) = reply.opinions
    assert (opinion.origin, opinion.operation, opinion.old, opinion.new) == (
        Origin.ROW,
        Operation.REPLACE,
        "20",
        "30",
    )
    assert opinion.target.confidence is Confidence.EXACT
    assert TEXT[opinion.target.start : opinion.target.end] == "20"
    assert opinion.target.where == "II.2"
    assert "Theo chỉ tiêu mới." in opinion.text
    assert LINE in opinion.source.words


def test_a_draft_cell_that_the_draft_does_not_have_is_no_ground_for_a_change() -> None:
    reply = read(
        ("Nội dung dự thảo", "Đề nghị sửa"),
        ("Cấp xã tự bố trí toàn bộ kinh phí.", "Cấp xã tự bố trí một phần kinh phí."),
    )
    assert all(one.target.confidence is not Confidence.EXACT for one in reply.opinions)
    assert len(reply.opinions) + len(reply.unplaced) == 1


def test_words_in_a_row_are_read_under_its_place() -> None:
    reply = read(
        ("STT", "Điều, khoản", "Nội dung góp ý", "Lý do"),
        (1, "Khoản 3 mục II", "Đề nghị sửa “ngân sách tỉnh” thành “ngân sách nhà nước”.", "Cho đủ nguồn."),
    )
    (opinion,) = reply.opinions
    assert (opinion.operation, opinion.old, opinion.new) == (
        Operation.REPLACE,
        "ngân sách tỉnh",
        "ngân sách nhà nước",
    )
    assert opinion.target.where == "II.3"


def test_a_table_that_went_round_says_of_each_row_whose_it_is_and_what_was_answered() -> None:
    cells = (
        ("Chủ thể góp ý", "Điều, khoản", "Nội dung góp ý", "Tiếp thu, giải trình"),
        ("Sở Tài chính", "Khoản 3 mục II", "Đề nghị bỏ khoản này.", "Tiếp thu."),
        ("Sở Y tế", "Khoản 1 mục II", "Đề nghị giữ nguyên.", ""),
    )
    written = [[f'tc/p/r/t"{cell}"' if cell else "tc/p" for cell in row] for row in cells]
    rows = ", ".join(f"tr({', '.join(row)})" for row in written)
    reply = read_reply([VERSION], "tong-hop.docx", docx(f'p/r/t"BẢNG TỔNG HỢP", tbl({rows})'))
    assert reply.kinds == ("table",)
    assert [(one.author, [answer.text for answer in one.thread]) for one in reply.opinions] == [
        ("Sở Tài chính", ["Tiếp thu."]),
        ("Sở Y tế", []),
    ]
    assert all(check.held for check in reply.checks)


def test_rows_of_a_sheet_without_known_columns_are_kept_for_a_person() -> None:
    reply = read(("Bỏ mục II",), ("Thêm mục IV",))
    assert [one.words for one in reply.unplaced] == ["Bỏ mục II", "Thêm mục IV"]


PLACES = {
    "named in the column of places": ("Mục II", ""),
    "by the path alone": ("II.3", ""),
    "in the column of the draft": ("", "Khoản 3 mục II"),
    "by the words of the draft": ("", "3. Kinh phí do ngân sách tỉnh bảo đảm."),
}


@pytest.mark.parametrize("case", PLACES)
def test_an_opinion_that_names_no_place_is_about_what_its_row_stands_for(case: str) -> None:
    reply = read(
        ("Điều, khoản", "Nội dung dự thảo", "Ý kiến góp ý"), (*PLACES[case], "Đề nghị làm rõ nguồn kinh phí.")
    )
    (opinion,) = reply.opinions
    assert opinion.target.where in ("II", "II.3")
    assert opinion.target.where == "II.3" or case == "named in the column of places"


def test_agreement_with_a_provision_is_told_of_that_provision() -> None:
    (opinion,) = read(("Điều, khoản", "Ý kiến góp ý"), ("Khoản 3 mục II", "Nhất trí")).opinions
    assert (opinion.operation, opinion.target.where) == (Operation.AGREE, "II.3")


def test_a_place_that_the_draft_does_not_have_is_kept_with_its_words() -> None:
    reply = read(("Điều, khoản", "Ý kiến góp ý"), ("Mục IX", "Đề nghị làm rõ."))
    (one,) = reply.unplaced
    assert "Mục IX" in one.words
    assert "Đề nghị làm rõ." in one.words
    assert "Mục IX" in one.reason


def test_a_row_that_goes_on_speaks_of_the_place_over_it() -> None:
    reply = read(
        ("STT", "Điều, khoản", "Ý kiến góp ý"),
        (1, "Khoản 3 mục II", "Đề nghị làm rõ nguồn kinh phí."),
        ("", "", "Đề nghị bỏ cụm từ “ngân sách tỉnh”."),
    )
    assert [one.target.where for one in reply.opinions] == ["II.3", "II.3"]


def test_the_agency_is_named_over_the_table_behind_a_label() -> None:
    reply = read(("Đơn vị: Sở Xây dựng",), ("Điều, khoản", "Ý kiến góp ý"), ("Khoản 3 mục II", "Nhất trí"))
    assert reply.agency == "Sở Xây dựng"


@pytest.mark.parametrize("said", ["{}", "Đề nghị sửa thành: “{}”", "Sửa lại như sau: {}", 'Viết lại: "{}"'])
def test_a_new_wording_is_compared_whichever_column_it_stands_in(said: str) -> None:
    new = said.format(LINE.replace("20 doanh nghiệp", "30 doanh nghiệp"))
    (opinion,) = read(("Nội dung dự thảo", "Ý kiến góp ý"), (LINE, new)).opinions
    assert (opinion.old, opinion.new) == ("20", "30")
