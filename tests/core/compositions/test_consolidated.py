"""The tables made of a merge: every opinion once with all who made it, nothing of a reply left out, answers left to people."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.merges import ASKED, REPLIES, VERSION, change, many, merged, put_in, remark, sentence
from thammuu_core import rendering
from thammuu_core.compositions.consolidated import By, consolidated_table, consolidated_workbook
from thammuu_core.compositions.consolidated.listing import listing
from thammuu_core.opinions import Confidence, Merge, Operation, Opinion, Origin, Reply, Stance, Target
from thammuu_core.rendering import Document, Table
from thammuu_core.wordml import read_docx

KNOWN = {
    "cơ quan": "Sở Khoa học và Công nghệ",
    "địa danh": "Bắc Giang",
    "nơi được lấy ý kiến": ASKED,
    "nơi nhận": ["Lãnh đạo Sở"],
}
MADE = datetime(2026, 3, 30, 8, tzinfo=UTC)


def table_of(document: Document) -> Table:
    (table,) = [
        block for section in document.sections for block in section.blocks if isinstance(block, Table)
    ]
    return table


def words_of(document: Document) -> str:
    """As a reader of the Word file has them."""
    return read_docx(rendering.to_docx(document)).body.text


def said(reply: Reply) -> Iterator[str]:
    """All that is the agency's own in a reply."""
    for opinion in reply.opinions:
        yield from (opinion.text, opinion.new.strip("\n"), *(answer.text for answer in opinion.thread))
    for one in reply.unplaced:
        yield from (one.words, one.old, one.new)


def keys(merge: Merge) -> list[tuple[int, int]]:
    return [
        (number, index) for number, reply in enumerate(merge.replies) for index in range(len(reply.opinions))
    ]


@pytest.mark.parametrize("by", By)
def test_nothing_that_an_agency_says_is_missing_in_the_table(by: By) -> None:
    text = words_of(consolidated_table(merged(), VERSION, by, KNOWN).document)
    for reply in REPLIES:
        assert (reply.agency or reply.file) in text
        for words in filter(None, said(reply)):
            assert words in text, words


def test_each_opinion_is_told_once_and_every_source_is_counted() -> None:
    merge = merged()
    told = listing(merge, VERSION)
    members = [member for entry in told.entries for member in entry.members]
    voices = [voice.key for voice in told.voices if voice.key]
    remarks = sum(len(member.remarks) for member in members)
    assert len(members) + len(voices) + remarks == len(keys(merge))
    assert Counter(member.key for member in members).most_common(1)[0][1] == 1
    assert len(told.loose) == sum(len(reply.unplaced) for reply in merge.replies)


@given(st.permutations(REPLIES))
def test_the_order_of_replies_changes_no_proposal(replies: Sequence[Reply]) -> None:
    def content(chosen: Sequence[Reply]) -> set[tuple[str, str, frozenset[str]]]:
        return {
            (entry.id, entry.place, frozenset(entry.agencies))
            for entry in listing(merged(chosen), VERSION).entries
        }

    assert content(replies) == content(REPLIES)


def test_equal_proposals_stand_in_one_row_with_all_who_made_them() -> None:
    rows = table_of(consolidated_table(merged(), VERSION, known=KNOWN).document).rows
    (row,) = [row for row in rows if "30/9/2026" in row.cells[2]]
    assert row.cells[0] == "Mục I.2"
    assert row.cells[1] == "Sở Tài chính, Sở Công Thương"
    assert row.cells[2] == (
        "Đề nghị sửa “30/6/2026” thành “30/9/2026” trong câu "
        "“… từng cơ quan; hoàn thành trước ngày 30/6/2026.”\n"
        "Sở Tài chính – Ghi kèm: Chưa kịp phân bổ dự toán. (Trần Thị Mai)\n"
        "Cùng chỗ, khác lời với ý kiến của Sở Nội vụ."
    )


def test_what_cannot_stand_together_says_with_whom() -> None:
    rows = table_of(consolidated_table(merged(), VERSION, known=KNOWN).document).rows
    (kept,) = [row.cells for row in rows if "doanh nghiệp cùng bảo đảm" in row.cells[2]]
    (dropped,) = [row.cells for row in rows if "Đề nghị bỏ đoạn" in row.cells[2]]
    assert kept[2].endswith("Mâu thuẫn với ý kiến của Sở Công Thương.")
    assert dropped[2].endswith("Mâu thuẫn với ý kiến của Sở Tài chính.")


def test_answers_are_left_to_people_and_not_counted_as_none() -> None:
    made = consolidated_table(merged(), VERSION, known=KNOWN)
    rows = table_of(made.document).rows
    assert {row.cells[3] for row in rows} == {""}
    assert "trong đó tiếp thu …, tiếp thu một phần …, giải trình …" in words_of(made.document)
    assert "ý kiến.kết quả" in {problem.where for problem in made.problems}


def test_who_agrees_who_is_silent_and_what_is_unread_stands_after_the_table() -> None:
    text = words_of(consolidated_table(merged(), VERSION, known=KNOWN).document)
    after = text.partition("Nhất trí với dự thảo, không có ý kiến khác")[2].splitlines()
    assert "Sở Y tế: Sở Y tế hoàn toàn nhất trí với dự thảo Kế hoạch." in after
    returned = "Có 1 nơi gửi lại dự thảo không sửa, không kèm ý kiến, cần hỏi lại: Sở Xây dựng."
    assert returned in after, "silence is no consent"
    assert "Sở Nội vụ: Sở Nội vụ cơ bản nhất trí với dự thảo Kế hoạch." in after
    assert "Có 1 nơi không gửi văn bản góp ý: Sở Giáo dục và Đào tạo." in after
    assert any("1 tệp trả lời chưa đọc được" in line and "scan.pdf" in line for line in after)


def test_general_opinions_and_words_without_a_place_stand_last() -> None:
    rows = table_of(consolidated_table(merged(), VERSION, known=KNOWN).document).rows
    assert [row.cells[0] for row in rows[-3:]] == [
        "Mục II.1 (góp ý trên một bản khác)",
        "Ý kiến chung",
        "Chưa xác định được chỗ: dự thảo không có khoản 9 mục VII.",
    ]


def test_a_place_that_a_later_version_lost_is_told_by_its_name_for_a_person_to_look_at() -> None:
    lost = Opinion(
        Origin.REVISION,
        Operation.REPLACE,
        Target(where="II.9", quote="đo đạc", confidence=Confidence.CHECK),
        "đo đạc",
        "đo lường",
    )
    reply = Reply(
        "a.docx",
        agency="Sở A",
        opinions=(sentence("Nên có lộ trình.", Operation.OTHER), lost),
        base_version=VERSION.sha256,
    )
    rows = table_of(consolidated_table(merged([reply]), VERSION).document).rows
    assert [row.cells[0] for row in rows] == ["Mục II.9 (cần đối chiếu lại chỗ)", "Ý kiến chung"]
    assert rows[0].cells[2] == "Đề nghị sửa “đo đạc” thành “đo lường”."


def test_the_table_of_agencies_keeps_each_together_with_its_letter() -> None:
    rows = table_of(consolidated_table(merged(), VERSION, By.AGENCY, KNOWN).document).rows
    names = [row.cells[1] for row in rows]
    assert names == sorted(names, key=names.index)
    assert {row.cells[2] for row in rows if row.cells[1] == "Sở Nội vụ"} == {"812/SNV-TCCC ngày 12/3/2026"}
    (shared,) = [
        row.cells for row in rows if row.cells[1] == "Sở Công Thương" and "30/9/2026" in row.cells[3]
    ]
    assert shared[3].startswith("Mục I.2: Đề nghị sửa")
    assert shared[5].startswith("Cùng ý kiến: Sở Tài chính.")


@pytest.mark.parametrize("by", By)
def test_a_reply_sent_twice_is_told_once(by: By) -> None:
    once = table_of(consolidated_table(merged(), VERSION, by, KNOWN).document).rows
    twice = [*REPLIES, replace(REPLIES[0], file=f"Bản sao {REPLIES[0].file}")]
    rows = table_of(consolidated_table(merged(twice), VERSION, by, KNOWN).document).rows
    assert [row.cells[3] for row in rows] == [row.cells[3] for row in once]


def test_two_files_of_one_agency_that_differ_are_said_to_be_of_one_agency() -> None:
    (first, *_), opinion = REPLIES, change("30/6/2026", "cách thứ nhất")
    other = replace(first, file="Bản sửa.docx", opinions=(opinion,), unplaced=())
    own = replace(first, opinions=(change("30/6/2026", "cách thứ hai"),), unplaced=())
    rows = table_of(consolidated_table(merged([own, other]), VERSION, By.PROVISION, KNOWN).document).rows
    told = " ".join(" ".join(row.cells) for row in rows)
    assert f"Khác nhau ngay giữa các tệp của {first.agency}." in told
    assert "ý kiến của" not in told


@pytest.mark.parametrize("by", By)
def test_the_table_lies_across_the_page(by: By) -> None:
    document = consolidated_table(merged(), VERSION, by, KNOWN).document
    assert all(section.landscape for section in document.sections)


def test_what_the_officer_knows_goes_before_what_is_read() -> None:
    known = KNOWN | {"van_ban_du_thao": "Kế hoạch phát triển", "noi_khong_tra_loi": ["Sở Y"]}
    text = words_of(consolidated_table(merged(), VERSION, known=known).document)
    assert "dự thảo Kế hoạch phát triển" in text
    assert "Sở Y." in text
    assert "Sở Giáo dục" not in text


@pytest.mark.parametrize(
    ("opinion", "told"),
    [
        (change("Sở Tài chính", ""), "Đề nghị bỏ “Sở Tài chính” trong câu “2. Sở Tài chính bố trí kinh phí.”"),
        (change("Nâng cao năng suất và chất lượng trên địa bàn tỉnh", "", "Trùng."), "Đề nghị bỏ “Nâng cao năng suất và chất lượng trên địa bàn tỉnh”.\nLý do: Trùng."),
        (change("KẾ HOẠCH", "ĐỀ ÁN"), "Đề nghị sửa “KẾ HOẠCH” thành “ĐỀ ÁN”."),
        (put_in("hằng năm", " và đột xuất"), "Đề nghị bổ sung “ và đột xuất” vào sau “… báo cáo trước ngày 15 tháng 12 hằng năm”."),
        (put_in("của từng cơ quan;", "\n"), "Đề nghị tách thành đoạn riêng phần đứng sau “… định rõ trách nhiệm của từng cơ quan;”."),
        (change("\n", " "), "Đề nghị nhập đoạn tiếp theo vào sau “ỦY BAN NHÂN DÂN”."),
        (remark("đo lường", "Thừa."), "Về “đo lường”: Thừa. (Trần Thị Mai)"),
        (sentence("Bỏ khoản 3.", Operation.DELETE, Target(0, 5, confidence=Confidence.CHECK)), "Bỏ khoản 3."),
        (sentence("Nêu rõ hơn.", Operation.REPLACE, Target(), "", "chủ trì"), "Nêu rõ hơn.\nĐề nghị sửa thành “chủ trì”."),
    ],
)  # fmt: skip
def test_each_kind_of_opinion_is_told_in_a_sentence(opinion: Opinion, told: str) -> None:
    reply = Reply("a.docx", agency="Sở A", opinions=(opinion,), base_version=VERSION.sha256)
    (row,) = table_of(consolidated_table(merged([reply]), VERSION).document).rows
    assert row.cells[2] == told


def test_words_that_no_merge_foresaw_still_stand_in_the_table() -> None:
    odd = '=HYPERLINK("x")  {cơ quan} *đậm* <bỏ> ‮ \x07'
    reply = Reply(
        "a.docx", agency="Sở A", opinions=(sentence(odd, Operation.OTHER),), base_version=VERSION.sha256
    )
    text = words_of(consolidated_table(merged([reply]), VERSION).document)
    assert '=HYPERLINK("x")  {cơ quan} *đậm* <bỏ>' in text


def test_the_workbook_has_a_row_an_opinion_and_columns_to_filter_by() -> None:
    merge = merged()
    told = listing(merge, VERSION)
    book = openpyxl.load_workbook(io.BytesIO(consolidated_workbook(merge, VERSION, MADE, KNOWN)))
    opinions, agencies, loose = book.worksheets
    heads = [cell.value for cell in opinions[3]]
    rows = [
        dict(zip(heads, (cell.value for cell in row), strict=True)) for row in opinions.iter_rows(min_row=4)
    ]
    assert [row["Mã"] for row in rows] == [entry.id for entry in told.entries]
    assert opinions.auto_filter.ref == f"A3:Q{len(rows) + 3}"
    (shared,) = [row for row in rows if row["Lời đề nghị"] == "30/9/2026"]
    assert (shared["Phần, điều"], shared["Số nơi"], shared["Loại ý kiến"]) == ("Mục I", 2, "Sửa")
    assert shared["Cơ quan"] == "Sở Tài chính; Sở Công Thương"
    assert shared["Đọc từ"] == "vết sửa; sửa ngầm"
    assert "Cùng chỗ, khác lời: " in shared["Mâu thuẫn"]
    (added,) = [row for row in rows if row["Loại ý kiến"] == "Bổ sung"]
    assert added["Lời dự thảo"] == "(vào sau “2. Sở Tài chính bố trí kinh phí.”)"
    assert {row["Kết quả"] for row in rows} == {None}
    assert len(list(loose.iter_rows(min_row=4))) == 1
    names = [row[0].value for row in agencies.iter_rows(min_row=4)]
    assert names == [*(reply.agency or reply.file for reply in REPLIES), "Sở Giáo dục và Đào tạo"]


def test_the_workbook_says_every_word_of_every_reply() -> None:
    book = openpyxl.load_workbook(io.BytesIO(consolidated_workbook(merged(), VERSION, MADE, KNOWN)))
    text = "\n".join(
        str(value) for sheet in book for row in sheet.iter_rows(values_only=True) for value in row if value
    )
    for reply in REPLIES:
        assert reply.file in text
        for words in filter(None, said(reply)):
            assert words in text, words
    assert "Tệp hỏng. Xin cơ quan gửi lại." in text


def test_no_cell_of_the_workbook_is_a_formula() -> None:
    odd = '=HYPERLINK("http://x")'
    reply = Reply(odd, agency=odd, stance=Stance.AGREE, opinions=(sentence(odd, Operation.OTHER),))
    book = openpyxl.load_workbook(io.BytesIO(consolidated_workbook(merged([reply]), VERSION, MADE)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert any(cell.value == odd for cell in cells)
    assert not any(cell.data_type == "f" for cell in cells)


def test_thousands_of_opinions_keep_every_source() -> None:
    version, merge = many(3000)
    told = listing(merge, version)
    assert sum(len(entry.members) for entry in told.entries) == 3000
    assert {member.opinion.origin for entry in told.entries for member in entry.members} == {Origin.REVISION}
