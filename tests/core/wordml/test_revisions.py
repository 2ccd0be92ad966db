"""Tracked changes are read as accepted, and told."""

from __future__ import annotations

import pytest

from support.docx import paper, texts


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ('p(r/t"trước ", ins/r/t"ngày ", r/t"30/6")', ["trước ngày 30/6"]),
        ('p(r/t"trước ", del/r/delText"ngày ", r/t"30/6")', ["trước 30/6"]),
        ('p(ins/del/r/delText"A rồi B bỏ", r/t"còn")', ["còn"]),
        ('p(r/t"a", moveFrom/r/t"đi", r/t"b"), p/moveTo/r/t"đến"', ["ab", "đến"]),
        ('p(pPr/rPr/ins, ins/r/t"mới"), p/r/t"cũ"', ["mới", "cũ"]),
        ('p(pPr/rPr/del, r/t"nối "), p/r/t"liền"', ["nối liền"]),
        ('p(pPr/rPr/del, r/t"a"), p(pPr/rPr/del, r/t"b"), p/r/t"c"', ["abc"]),
        ('p(pPr/rPr/del, del/r/delText"bỏ cả đoạn"), p/r/t"sau"', ["sau"]),
        ('p(pPr/rPr/del, del/r/delText"bỏ"), tbl/tr/tc/p/r/t"ô"', ["ô"]),
        ('p(pPr/rPr/del, r/t"còn"), tbl/tr/tc/p/r/t"ô"', ["còn", "ô"]),
        ('tbl(tr(trPr/del, tc/p/del/r/delText"bỏ"), tr/tc/p/r/t"còn")', ["còn"]),
        ('tbl/tr(tc(tcPr/cellDel, p/r/t"bỏ"), tc/p/r/t"còn")', ["còn"]),
        ('tbl(tr(trPr/ins, tc/p/ins/r/t"thêm"))', ["thêm"]),
        ('p(hyperlink(ins/r/t"thêm", del/r/delText"bớt"))', ["thêm"]),
        ('p(pPr/rPr/del, r/t"cuối")', ["cuối"]),
    ],
)
def test_the_text_is_that_of_all_changes_accepted(body: str, read: list[str]) -> None:
    assert texts(body) == read


def test_open_changes_are_told_with_their_number() -> None:
    (problem,) = paper('p(ins/r/t"a", del/r/delText"b", moveTo/r/t"c")').problems
    assert problem.code == "wordml.open_revisions"
    assert "3 sửa đổi" in problem.message


def test_a_joined_paragraph_has_the_properties_of_the_one_it_flows_into() -> None:
    (paragraph,) = paper('p(pPr(jc{val=center}, rPr/del), r/t"a"), p(pPr/jc{val=right}, r/t"b")').body.blocks
    assert (paragraph.text, paragraph.align) == ("ab", "right")
