"""A comparison drawn for people: what went beside what came, under the provision where it stands."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as parsed

from support.docx import paper
from thammuu_core.redlines import Comparison, applied, compare
from thammuu_core.redlines.html import html
from thammuu_core.redlines.passages import Kind, passages, units
from thammuu_core.redlines.terminal import Shape, spans

BODY = [f"{number}. Nội dung thứ {number} của phần này." for number in range(1, 12)]
TABLE = 'tbl(tr(tc/p/r/t"Việc",tc/p/r/t"Cơ quan"),tr(tc/p/r/t"Soạn thảo",tc/p/r/t"Sở A"))'


def body(*lines: str) -> str:
    return ",".join(line if line.startswith("tbl") else f'p(r/t"{line}")' for line in lines)


def compared(old: tuple[str, ...], new: tuple[str, ...]) -> Comparison:
    return compare(paper(body(*old)).body, paper(body(*new)).body)


def changed(comparison: Comparison) -> list[list[tuple[str, str]]]:
    return [
        [(words.text, words.kind.value) for words in line.words]
        for unit in units(comparison)
        for line in unit.lines
        if line.changed
    ]


def test_words_that_went_stand_beside_those_that_came() -> None:
    found = changed(compared(("Trong thời hạn năm ngày làm việc",), ("Trong thời hạn bảy ngày làm việc",)))
    assert found == [
        [("Trong thời hạn ", "same"), ("năm", "gone"), ("bảy", "come"), (" ngày làm việc", "same")]
    ]


def test_whole_paragraphs_come_and_go_as_lines_of_their_own() -> None:
    new = (*BODY[:4], "Một đoạn hoàn toàn mới được thêm vào đây", *BODY[4:8], *BODY[9:])
    found = changed(compared(tuple(BODY), new))
    assert found == [[("Một đoạn hoàn toàn mới được thêm vào đây", "come")], [(BODY[8], "gone")]]


def test_paragraphs_that_flow_together_or_part_show_the_mark() -> None:
    one = "Các cơ quan gửi báo cáo hằng quý cho Sở."
    two = "Sở tổng hợp và trình Ủy ban nhân dân tỉnh."
    (joined,) = changed(compared((one, two), (f"{one} {two}",)))
    assert ("¶", "gone") in joined
    parted = changed(compared((f"{one} {two}",), (one, two)))
    assert any(text == "¶" and kind == "come" for line in parted for text, kind in line)


def test_the_two_sides_of_a_move_are_known_by_one_number() -> None:
    moved = "Giao Sở Tài chính thẩm định kinh phí và báo cáo Chủ tịch trước ngày 15 tháng 12."
    comparison = compared((moved, *BODY), (*BODY, moved))
    drawn = parsed.fromstring(html(comparison))
    sides = drawn.xpath('//*[@class="moved"]')
    assert [side.tag for side in sides] == ["del", "ins"]
    assert len({side.get("data-edit") for side in sides}) == 1


def test_rows_are_rows_of_a_table() -> None:
    new = TABLE.replace('tr(tc/p/r/t"Soạn', 'tr(tc/p/r/t"Khảo sát",tc/p/r/t"Sở B"),tr(tc/p/r/t"Soạn')
    drawn = parsed.fromstring(
        html(compared(("Trước bảng này", TABLE, "Sau"), ("Trước bảng này", new, "Sau")))
    )
    rows = [[cell.text_content() for cell in row] for row in drawn.xpath("//table//tr")]
    assert rows == [["Việc", "Cơ quan"], ["Khảo sát", "Sở B"], ["Soạn thảo", "Sở A"]]
    assert [each.text_content() for each in drawn.xpath("//tr[2]//ins")] == ["Khảo sát", "Sở B"]


def test_what_did_not_change_is_folded_and_the_place_is_said() -> None:
    old = ("Điều 1. Phạm vi", *BODY[:6], "Điều 2. Tổ chức thực hiện", *BODY[6:])
    new = tuple(line.replace("thứ 9", "số chín") for line in old)
    made = passages(compared(old, new))
    assert [(passage.folded, passage.heading) for passage in made] == [(True, ""), (False, "Điều 2.9")]
    assert parsed.fromstring(html(compared(old, new))).xpath("string(//h3)") == "Điều 2.9"


def test_offsets_of_a_paragraph_are_those_of_the_old_text() -> None:
    comparison = compared(tuple(BODY), tuple(line.replace("thứ 5", "số năm") for line in BODY))
    text = comparison.old.text
    drawn = parsed.fromstring(html(comparison))
    for line in drawn.xpath("//p[not(ins) and not(del)]"):
        assert text[int(line.get("data-start")) : int(line.get("data-end"))] == line.text_content()


def test_the_text_of_others_is_no_markup() -> None:
    drawn = html(compared(("Một <b>hai</b>",), ('Một <script>"ba"</script> & bốn',)))
    assert "<script" not in drawn
    assert "<b>" not in drawn
    assert not re.search(r"\s(style|on\w+)=", drawn)


def test_nothing_changed_is_said() -> None:
    same = compared(("Một",), ("Một",))
    assert "Không có thay đổi." in html(same)
    assert [span.words[0].text for span in spans(same)] == ["Không có thay đổi."]


def test_a_terminal_gets_lines_with_their_kinds() -> None:
    lines = spans(compared(tuple(BODY), tuple(line.replace("thứ 6", "số sáu") for line in BODY)))
    assert [line.shape for line in lines] == [
        Shape.FOLDED, Shape.HEADING, Shape.LINE, Shape.LINE, Shape.LINE, Shape.FOLDED,
    ]  # fmt: skip
    assert {words.kind for words in lines[3].words} == {Kind.SAME, Kind.GONE, Kind.COME}


lines = st.lists(st.text("ab Đ.", min_size=1, max_size=40).filter(str.strip), min_size=1, max_size=8)


@given(lines, lines)
def test_no_word_of_either_text_is_left_out_or_doubled(old: list[str], new: list[str]) -> None:
    comparison = compared(tuple(old), tuple(new))
    words = [
        each for unit in units(comparison) for line in unit.lines for each in line.words if each.text != "¶"
    ]
    was = "".join(each.text for each in words if each.kind in (Kind.SAME, Kind.GONE, Kind.LEFT))
    now = "".join(each.text for each in words if each.kind in (Kind.SAME, Kind.COME, Kind.ARRIVED))
    assert was == comparison.old.text.replace("\n", "")
    assert now == applied(comparison.old.text, comparison.edits).replace("\n", "")
