"""One form for all edits with one effect."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.stories import versions
from thammuu_core.papers import Story
from thammuu_core.redlines import Edit, applied, compare, normal

TEXT = st.text(alphabet="ab \n", max_size=20)


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, Edit]:
    text = draw(TEXT)
    start, end = sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text)))))
    return text, Edit(start, end, text[start:end], draw(TEXT))


@given(edits())
def test_the_effect_stays_and_nothing_is_left_to_do(case: tuple[str, Edit]) -> None:
    text, edit = case
    small = normal(text, edit)
    assert applied(text, [small]) == applied(text, [edit])
    assert text[small.start : small.end] == small.old
    assert normal(text, small) == small
    assert len(small.old) <= len(edit.old)
    assert len(small.new) <= len(edit.new)


@given(edits(), st.data())
def test_pure_insertions_and_removals_with_one_effect_are_one(
    case: tuple[str, Edit], data: st.DataObject
) -> None:
    text, edit = case
    after = applied(text, [edit])
    start = data.draw(st.integers(0, min(edit.start, len(text))))
    length = len(after) - len(text)
    end = max(start, start - length)
    other = Edit(start, end, text[start:end], after[start : max(start, start + length)])
    if applied(text, [other]) == after != text:
        small = normal(text, edit)
        assert not (small.old and small.new)
        assert normal(text, other) == small


@given(versions())
def test_moves_keep_their_effect(versions: tuple[Story, ...]) -> None:
    comparison = compare(*versions)
    text = comparison.old.text
    for edit in comparison.edits:
        if edit.to is not None:
            small = normal(text, edit)
            assert applied(text, [small]) == applied(text, [edit])
            assert normal(text, small) == small


@pytest.mark.parametrize(
    ("text", "edit", "small"),
    [
        ("số hộ nghèo", Edit(3, 6, "hộ ", "hộ rất "), Edit(5, 5, "", " rất")),
        ("số hộ nghèo", Edit(2, 5, " hộ", ""), Edit(2, 5, " hộ", "")),
        ("số hộ nghèo", Edit(3, 6, "hộ ", ""), Edit(2, 5, " hộ", "")),
        ("một\nhai\nba", Edit(4, 8, "hai\n", ""), Edit(3, 7, "\nhai", "")),
        ("một\nhai", Edit(4, 4, "", "ba\n"), Edit(3, 3, "", "\nba")),
        ("hạn 05 ngày", Edit(4, 11, "05 ngày", "10 ngày"), Edit(4, 6, "05", "10")),
        ("aaaa", Edit(3, 4, "a", ""), Edit(0, 1, "a", "")),
        ("abc", Edit(1, 2, "b", "b"), Edit(2, 2, "", "")),
    ],
)
def test_the_smallest_form(text: str, edit: Edit, small: Edit) -> None:
    assert normal(text, edit) == small
