"""What holds of every comparison, whatever the two texts."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from support.stories import NUMBERED, respelt, story, versions
from thammuu_core.papers import Story
from thammuu_core.redlines import applied, canonical, compare, holds


@given(versions(1))
def test_a_text_compared_with_itself_has_not_changed(versions: tuple[Story, ...]) -> None:
    assert compare(versions[0], versions[0]).edits == ()


@given(versions())
def test_the_changes_made_on_the_old_text_give_the_new(versions: tuple[Story, ...]) -> None:
    old, new = versions
    comparison = compare(old, new)
    assert canonical(applied(old.text, comparison.edits)) == canonical(new.text)
    assert holds(comparison.edits, old, new)


@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_so_they_do_for_any_characters(old: list[str], new: list[str]) -> None:
    one, other = story(*old), story(*new)
    assert canonical(applied(one.text, compare(one, other).edits)) == canonical(other.text)


@given(NUMBERED, NUMBERED, st.data())
def test_labels_typed_or_counted_never_hide_a_change(old: list, new: list, data: st.DataObject) -> None:
    typed = [
        f"{block[0]} {block[1]}" if isinstance(block, tuple) and data.draw(st.booleans()) else block
        for block in old
    ]
    for other in (new, typed):
        comparison = compare(story(*old), story(*other))
        assert holds(comparison.edits, comparison.old, comparison.new)


@given(versions())
def test_edits_quote_both_texts_in_order_and_do_not_overlap(versions: tuple[Story, ...]) -> None:
    old, new = versions
    edits = compare(old, new).edits
    for edit in edits:
        assert old.text[edit.start : edit.end] == edit.old
        assert edit.new in new.text
        assert edit.old or edit.new
        assert edit.to is None or not edit.start < edit.to < edit.end
    assert all(one.end <= other.start for one, other in pairwise(edits))


@given(versions())
def test_what_says_the_same_is_quoted_by_no_edit_as_a_whole(versions: tuple[Story, ...]) -> None:
    for edit in compare(*versions).edits:
        assert edit.to is not None or edit.old != edit.new


@given(versions(1))
def test_another_spelling_is_no_change(versions: tuple[Story, ...]) -> None:
    assert compare(versions[0], respelt(versions[0])).edits == ()
    assert compare(respelt(versions[0]), versions[0]).edits == ()
