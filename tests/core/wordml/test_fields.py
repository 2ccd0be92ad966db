"""Fields show their results; their codes are nobody's business."""

from __future__ import annotations

import pytest

from support.docx import texts

BEGIN, SEPARATE, END = (f"r/fldChar{{fldCharType={kind}}}" for kind in ("begin", "separate", "end"))


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (f'{BEGIN}, r/instrText"REF a", {SEPARATE}, r/t"Điều 5", {END}, r/t" này"', "Điều 5 này"),
        (f'r/t"a", {BEGIN}, r/instrText"PAGE", {END}, r/t"b"', "ab"),
        # An IF field: what is compared stands in its code, and nobody sees it.
        (
            f'{BEGIN}, r/instrText"IF", {BEGIN}, r/instrText"X", {SEPARATE}, r/t"ẩn", {END}, {SEPARATE}, r/t"hiện", {END}',
            "hiện",
        ),
        (f'{SEPARATE}, {END}, r/t"lạc"', "lạc"),
    ],
)
def test_a_field_reads_as_its_result(body: str, read: str) -> None:
    assert texts(f"p({body})") == [read]


def test_a_result_over_several_paragraphs_is_kept_whole() -> None:
    body = f'p({BEGIN}, r/instrText"TOC", {SEPARATE}, r/t"I. Mục đích"), p/r/t"II. Nội dung", p(r/t"III.", {END})'
    assert texts(body) == ["I. Mục đích", "II. Nội dung", "III."]


def test_a_field_that_never_ends_swallows_nothing_after_its_paragraph() -> None:
    assert texts(f'p({BEGIN}, r/instrText"REF"), p/r/t"còn nguyên"') == ["", "còn nguyên"]
