"""What holds of every sentence: it is read, always alike, and no word comes from nowhere."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from support.consulted import regulation
from thammuu_core.opinions.sentences import propose
from thammuu_core.opinions.sentences.places import index
from thammuu_core.opinions.sentences.reading import reading, small
from thammuu_core.opinions.sentences.references import references

DRAFT = regulation(
    {"Đ5.k2": ["05 ngày làm việc"], "Đ7.k1.đb": ["cơ quan chủ quản"], "PLII.3": ["Sở Y tế"]}
).version
MARKS = frozenset(",;.:?-()“”")

_PIECES = (
    "đề nghị ", "Đề nghị ", "bỏ ", "sửa ", "thay ", "bổ sung ", "cụm từ ", "thành ", "bằng ", "sau ", "trước ", "như sau: ", "giữ nguyên ",
    "làm rõ ", "gộp ", "tách ", "chuyển ", "nghiên cứu, ", "không ", "viết hoa ", "dấu phẩy ", "từ ", "là ", "và ", "; ", ", ", ". ", ": ",
    "\n", "“", "”", '"', "‘", "’", "«", "»", "(", ")", "khoản 2 ", "Điều 5 ", "điểm b ", "các khoản 1, 2 ", "khoản 1 Điều 7", "mục II.1",
    "Phụ lục II", "STT 3 ", "Điều này ", "căn cứ thứ 2 ", "tên gọi: ", "Luật Lưu trữ ", "khoản 3 Điều 10 Luật Ngân sách ",
    "Nghị định số 30/2020/NĐ-CP ", "vì ", "do ", "để ", "theo ", "05 ngày làm việc", "07 ngày ", "cơ quan chủ quản", "nhất trí ", "?", "…",
)  # fmt: skip
sentences = st.lists(st.sampled_from(_PIECES) | st.text(max_size=6), max_size=40).map("".join)


@settings(max_examples=300)
@given(sentences, st.lists(sentences, max_size=2))
@example("“" * 40, [])
@example("khoản 1, 2, 3 Điều 5 thành “a” sau “b” dấu phẩy", ["Về Điều này"])
@example("ǅ bỏ “ǅ”", [])
def test_every_sentence_gives_proposals_whose_words_are_of_the_sentence_or_the_draft(
    text: str, context: list[str]
) -> None:
    found = propose(text, context, DRAFT)
    assert found
    assert found == propose(text, context, DRAFT)
    for one in found:
        assert one.target is not None or one.reason
        for words in (one.old, one.new):
            assert (
                set(words) <= MARKS
                or small(words) in small(text)
                or small(words) in small(DRAFT.text)
                or words[-1] in MARKS
            )
        if one.target is not None and one.target.start is not None:
            assert one.target.end is not None
            assert 0 <= one.target.start <= one.target.end <= len(DRAFT.text)
            assert one.target.quote in DRAFT.text


@given(sentences)
def test_the_views_of_a_sentence_have_its_length(text: str) -> None:
    read = reading(text)
    assert {len(view) for view in (read.small, read.folded, read.clear, read.masked)} == {len(text)}


@given(sentences)
def test_references_lie_in_the_sentence_in_order(text: str) -> None:
    found = references(reading(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert [one.start for one in found] == sorted(one.start for one in found)


@pytest.mark.parametrize(
    "piece",
    ["khoản 2 Điều 5, ", "“a” thành ", "từ a, 5 ", "đề nghị bổ sung ", "nhiệm vụ xây dựng ", "thay a bằng b; ", " ", "Luật A ", "vì ", "các ",
     "((", "dấu phẩy ", "5.", "a.b.", "như sau: ", "1, ", "“", "sau cụm từ x ", "giao sở a chủ trì "],
)  # fmt: skip
def test_a_sentence_of_any_length_is_read(piece: str) -> None:
    """No expression looks back and forth over a long text; one that did would not come back from this."""
    assert propose(piece * (60_000 // len(piece)), (), DRAFT)


def test_the_index_of_a_version_is_made_once() -> None:
    assert index(DRAFT) is index(DRAFT)
