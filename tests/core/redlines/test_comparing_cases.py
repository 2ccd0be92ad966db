"""What people do to a draft with tracking off, and how it is told."""

from __future__ import annotations

import pytest

from support.stories import story
from thammuu_core.papers import BODY, Cell, Paragraph, Row, Story, Table
from thammuu_core.redlines import Edit, applied, canonical, compare, holds, renumbers

HEADING = "Điều 3. Nguyên tắc phối hợp"
FIRST = "1. Bảo đảm sự thống nhất trong công tác quản lý nhà nước trên địa bàn tỉnh."
SECOND = "2. Thực hiện đúng chức năng, nhiệm vụ, quyền hạn của từng cơ quan, đơn vị."
THIRD = "3. Trao đổi thông tin kịp thời, chính xác giữa các cơ quan."
LAST = "Sở Nội vụ chủ trì, phối hợp với các đơn vị liên quan tổ chức thực hiện."
DRAFT = (HEADING, FIRST, SECOND, THIRD, LAST)


def told(old: Story, new: Story) -> list[tuple[str, str]]:
    """Old and new words of each edit; a move is told by its first words and "→"."""
    comparison = compare(old, new)
    assert holds(comparison.edits, old, new)
    return [(edit.old, edit.new if edit.to is None else f"→ {edit.new}") for edit in comparison.edits]


WORDS = [
    ("hạn 30/6/2021 tại", "hạn 25/6/2021 tại", [("30/6/2021", "25/6/2021")]),
    ("số 145/QĐ-UBND", "số 154/QĐ-UBND", [("145/QĐ-UBND", "154/QĐ-UBND")]),
    ("chi 1.500.000 đồng", "chi 1.600.000 đồng", [("1.500.000", "1.600.000")]),
    ("Ủy ban Nhân dân", "Ủy ban nhân dân", [("Nhân", "nhân")]),
    ("Sở Nội vụ chủ trì trình Ủy ban", "Sở Tài chính chủ trì trình Chính phủ", [("Nội vụ", "Tài chính"), ("Ủy ban", "Chính phủ")]),
    ("từ 5 đến 7 ngày", "từ 10 đến 15 ngày", [("5", "10"), ("7", "15")]),
    ("vốn huy động khác, vốn vay", "vốn theo phương án khác [4] vốn vay", [("huy động khác,", "theo phương án khác [4]")]),
    ("nêu rõ lý do.", "nêu rõ căn cứ và lý do.", [("", " căn cứ và")]),
    ("trong 5 ngày làm việc.", "trong 5 ngày.", [(" làm việc", "")]),
    ("a ; b", "a; b", [(" ", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "expected"), WORDS)
def test_words_change_as_a_reader_would_say(old: str, new: str, expected: list[tuple[str, str]]) -> None:
    assert told(story(old), story(new)) == expected


SHAPES = {
    "a provision is put in": (
        (HEADING, FIRST, "1a. Chủ động tham mưu.", SECOND, THIRD, LAST),
        [("", "1a. Chủ động tham mưu.\n")],
    ),
    "one is added at the end": ((*DRAFT, "Giao Văn phòng theo dõi."), [("", "\nGiao Văn phòng theo dõi.")]),
    "one is taken out": ((HEADING, FIRST, THIRD, LAST), [(SECOND + "\n", "")]),
    "the last is taken out": (DRAFT[:-1], [("\n" + LAST, "")]),
    "neighbours are taken out together": ((HEADING, LAST), [(f"{FIRST}\n{SECOND}\n{THIRD}\n", "")]),
    "one is split": (
        (HEADING, FIRST, "2. Thực hiện đúng chức năng, nhiệm vụ.", "3. Quyền hạn của từng cơ quan, đơn vị.", THIRD, LAST),
        [(", quyền", ".\n3. Quyền")],
    ),
    "one is split in three": (
        (*DRAFT[:-1], "Sở Nội vụ chủ trì.", "Phối hợp với các đơn vị liên quan.", "Tổ chức thực hiện."),
        [(", phối", ".\nPhối"), (" tổ", ".\nTổ")],
    ),
    "two are merged": ((HEADING, f"{FIRST} {SECOND}", THIRD, LAST), [("\n", " ")]),
    "one is written anew under its number": (
        (HEADING, FIRST, SECOND, "3. Người đứng đầu chịu trách nhiệm toàn diện.", LAST),
        [(THIRD[3:-1], "Người đứng đầu chịu trách nhiệm toàn diện")],
    ),
    "one moves": ((HEADING, SECOND, THIRD, FIRST, LAST), [(FIRST + "\n", f"→ {FIRST}\n")]),
    "one moves to the end": ((HEADING, SECOND, THIRD, LAST, FIRST), [(FIRST + "\n", f"→ \n{FIRST}")]),
    "one moves and changes a little": (
        (HEADING, SECOND, THIRD, FIRST.replace("sự", "tính"), LAST),
        [(FIRST + "\n", f"→ {FIRST.replace('sự', 'tính')}\n")],
    ),
    "what follows is renumbered by hand": (
        (HEADING, FIRST, "2. Chủ động tham mưu.", "3" + SECOND[1:], "4" + THIRD[1:], LAST),
        [("", "2. Chủ động tham mưu.\n"), ("2", "3"), ("3", "4")],
    ),
    "a removal beside a rewriting stays apart from it": (
        (HEADING, FIRST, THIRD.replace("kịp thời, chính xác giữa", "thường xuyên bằng văn bản hoặc qua mạng cho"), LAST),
        [(SECOND + "\n", ""), ("kịp thời, chính xác giữa", "thường xuyên bằng văn bản hoặc qua mạng cho")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_provisions_change_shape(shape: str) -> None:
    new, expected = SHAPES[shape]
    assert told(story(*DRAFT), story(*new)) == expected


def test_a_heading_moves_with_what_stands_under_it() -> None:
    new = (*DRAFT[1:4], LAST, HEADING, "Đoạn cuối cùng của văn bản này đứng yên tại chỗ.")
    old = (LAST, HEADING, *DRAFT[1:4], new[-1])
    assert told(story(*old), story(*new)) == [(f"{LAST}\n{HEADING}\n", f"→ {LAST}\n{HEADING}\n")]


def test_paragraphs_replaced_by_others_are_one_replacement() -> None:
    assert told(story("Đầu", "Một hai", "ba bốn", "Cuối"), story("Đầu", "Năm sáu bảy", "Cuối")) == [
        ("Một hai\nba bốn", "Năm sáu bảy")
    ]


AUTOMATIC = (HEADING, ("1.", FIRST[3:]), ("2.", SECOND[3:]), ("3.", THIRD[3:]), LAST)


def test_numbers_typed_or_counted_are_the_same_numbers() -> None:
    assert told(story(*DRAFT), story(*AUTOMATIC)) == []
    assert told(story(*AUTOMATIC), story(*DRAFT)) == []


def test_what_changed_is_seen_under_a_number_that_became_automatic() -> None:
    changed = (HEADING, ("1.", FIRST[3:].replace("tỉnh", "thành phố")), *AUTOMATIC[2:])
    assert told(story(*DRAFT), story(*changed)) == [("tỉnh", "thành phố")]


def test_renumbering_by_itself_is_no_change() -> None:
    fewer = (HEADING, ("1.", FIRST[3:]), ("2.", THIRD[3:]), LAST)
    assert told(story(*DRAFT), story(*fewer)) == [(SECOND + "\n", "")]
    assert told(story(*AUTOMATIC), story(*fewer)) == [(SECOND[3:] + "\n", "")]


def test_a_letter_is_not_the_same_label_as_a_number() -> None:
    assert told(story("a) Một việc cần làm"), story(("1.", "Một việc cần làm"))) == [("a) ", "")]


def test_empty_paragraphs_come_and_go_unmeant() -> None:
    assert told(story("Một", "", "Hai"), story("", "Một", "Hai", "", "")) == []
    assert told(story("Một", "", "Hai"), story("Một", "Ba", "Hai")) == [("", "Ba\n")]


ROWS = [
    ["1", "Xây dựng kế hoạch", "Sở Nội vụ", "Quý I"],
    ["2", "Tổ chức hội nghị", "Văn phòng", "Quý II"],
    ["3", "Báo cáo kết quả", "Sở Tài chính", "Quý III"],
]
NEW_ROW = ["4", "Tổng kết, rút kinh nghiệm", "Văn phòng", "Quý IV"]


def flat(*rows: list[str]) -> str:
    return "\n".join(cell for row in rows for cell in row)


TABLES = {
    "a row is put in": ([ROWS[0], NEW_ROW, *ROWS[1:]], [("", flat(NEW_ROW) + "\n")]),
    "one goes to the end of the table": ([*ROWS, NEW_ROW], [("", "\n" + flat(NEW_ROW))]),
    "a row is taken out": ([ROWS[0], ROWS[2]], [(flat(ROWS[1]) + "\n", "")]),
    "a row moves": ([ROWS[2], *ROWS[:2]], [(flat(ROWS[2]) + "\n", f"→ {flat(ROWS[2])}\n")]),
    "cells change one by one": (
        [ROWS[0], ["2", "Tổ chức hội nghị / Mời các sở", "Văn phòng Ủy ban", ""], ROWS[2]],
        [("", "\nMời các sở"), ("", " Ủy ban"), ("Quý II", "")],
    ),
    "an empty cell stays empty": ([[*row[:3], row[3]] for row in ROWS], []),
    "a column is put in": (
        [[*row[:3], f"Ghi chú {row[0]}", row[3]] for row in ROWS],
        [("", f"Ghi chú {n}\n") for n in (1, 2, 3)],
    ),
    "a column is taken out": ([[*row[:2], row[3]] for row in ROWS], [(row[2] + "\n", "") for row in ROWS]),
    "an empty column is put in": ([[*row, ""] for row in ROWS], []),
    "rows are renumbered by hand": (
        [["4", *ROWS[0][1:]], ["5", *ROWS[1][1:]], ["6", *ROWS[2][1:]]],
        [("1", "4"), ("2", "5"), ("3", "6")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", TABLES)
def test_tables_change_by_rows_and_cells(shape: str) -> None:
    rows, expected = TABLES[shape]
    assert told(story("Mở đầu", ROWS, "Kết thúc"), story("Mở đầu", rows, "Kết thúc")) == expected


def test_a_table_written_out_in_paragraphs_says_the_same() -> None:
    words = [cell.replace("hội nghị", "tọa đàm") for row in ROWS for cell in row]
    assert told(story("Mở đầu", ROWS), story("Mở đầu", *words)) == [("hội nghị", "tọa đàm")]


def test_at_the_border_of_a_table_new_words_stand_on_the_side_where_they_are() -> None:
    old = story("Mở đầu", ROWS, "Kết thúc")
    both = compare(old, story("Mở đầu", [*ROWS, NEW_ROW], "Thêm đoạn", "Kết thúc")).edits
    end = len("Mở đầu\n" + flat(*ROWS))
    assert both == (Edit(end, end, "", "\n" + flat(NEW_ROW)), Edit(end + 1, end + 1, "", "Thêm đoạn\n"))
    (before,) = compare(old, story("Mở đầu", "Thêm đoạn", ROWS, "Kết thúc")).edits
    assert (before.start, before.new) == (6, "\nThêm đoạn")


def test_new_words_before_a_landing_are_told_in_their_order() -> None:
    old, new = story(*DRAFT), story(SECOND, HEADING, "Một đoạn mới.", FIRST, THIRD, LAST)
    edits = compare(old, new).edits
    assert canonical(applied(old.text, edits)) == canonical(new.text)
    swapped = story(HEADING, SECOND, THIRD, "Một đoạn mới hẳn.", FIRST, LAST)
    assert [edit.to is not None for edit in compare(old, swapped).edits] == [True, False]


def test_changes_that_do_not_hold_are_seen() -> None:
    old, new = story("Một hai"), story("Một ba")
    assert not holds((), old, new)
    assert not holds((Edit(4, 7, "hai", "bốn"),), old, new)
    assert not holds((), story("1. Một"), story("Một"))
    assert holds((), story("1. Một"), story(("1.", "Một")))


def test_a_column_of_numbers_counted_by_word_says_the_same() -> None:
    old = story("Mở đầu", ROWS)
    counted = Table(
        tuple(
            Row((Cell((Paragraph("", label=f"{row[0]}."),)), *(Cell((Paragraph(text),)) for text in row[1:])))
            for row in ROWS
        )
    )
    new = Story(BODY, (Paragraph("Mở đầu"), counted))
    assert told(old, new) == []
    assert told(new, old) == []
    fewer = Story(BODY, (Paragraph("Mở đầu"), Table(counted.rows[1:])))
    assert told(old, fewer) == [(flat(ROWS[0]) + "\n", "")]


@pytest.mark.parametrize(
    ("old", "new", "only"),
    [
        ("2. Việc hai", "3. Việc hai", True),
        ("Điều 9. Hiệu lực", "Điều 10. Hiệu lực", True),
        ("b) Việc hai", "c) Việc hai", True),
        ("2. Việc hai", "a) Việc hai", False),
        ("2. Việc hai", "Việc hai", False),
        ("2. Việc hai", "2. Việc ba", False),
        ("Trong 2 ngày", "Trong 3 ngày", False),
    ],
)
def test_a_new_number_alone_is_told_apart(old: str, new: str, only: bool) -> None:
    comparison = compare(story("Đầu", old), story("Đầu", new))
    assert [renumbers(comparison.old.text, edit) for edit in comparison.edits] == [only]
