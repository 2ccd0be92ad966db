"""Where the places of an old text are in a new one, over one version and over many."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.stories import respelt, story, versions
from thammuu_core.papers import Story
from thammuu_core.redlines import Edit, PositionMap, Segment, applied, compare

LONG = "Đoạn này dài hơn bốn mươi chữ cái để được xem là chuyển chỗ"


@given(versions())
def test_a_map_has_no_gap_and_keeps_letters(versions: tuple[Story, ...]) -> None:
    old, new = versions
    segments = compare(old, new).map.segments
    assert [s.start for s in segments[1:]] == [s.end for s in segments[:-1]]
    assert (segments[0].start, segments[-1].end) == (0, len(old.text))
    for segment in segments:
        assert 0 <= segment.new_start <= segment.new_end <= len(new.text)
        assert not segment.same or segment.end - segment.start == segment.new_end - segment.new_start


@given(versions())
def test_outside_of_moves_places_keep_their_order(versions: tuple[Story, ...]) -> None:
    comparison = compare(*versions)
    moved = [(edit.start, edit.end) for edit in comparison.edits if edit.to is not None]
    staying = [s for s in comparison.map.segments if not any(a <= s.start < b for a, b in moved)]
    assert all(one.new_end <= other.new_start for one, other in pairwise(staying))


@given(versions())
def test_what_is_the_same_by_the_map_says_the_same(versions: tuple[Story, ...]) -> None:
    old, new = versions
    for segment in compare(old, new).map.segments:
        if segment.same:
            one, other = old.text[segment.start : segment.end], new.text[segment.new_start : segment.new_end]
            assert one == other


@given(versions(1), st.data())
def test_in_another_spelling_every_word_is_found_where_it_is(
    versions: tuple[Story, ...], data: st.DataObject
) -> None:
    (old,) = versions
    new = respelt(old)
    lines = [line for line in old.lines() if line.paragraph.text]
    if not lines:
        return
    line = data.draw(st.sampled_from(lines))
    number = data.draw(st.integers(0, line.paragraph.text.count(" ")))
    words = line.paragraph.text.split(" ")
    start = line.start + sum(len(word) + 1 for word in words[:number])
    first, last, _ = compare(old, new).map.span(start, start + len(words[number]))
    assert respelt(story(words[number])).text.strip() == new.text[first:last]


@given(versions(3), st.data())
def test_maps_compose(versions: tuple[Story, ...], data: st.DataObject) -> None:
    first, second = compare(*versions[:2]).map, compare(*versions[1:]).map
    whole = first.then(second)
    assert (whole.segments[0].start, whole.segments[-1].end) == (0, len(versions[0].text))
    for segment in whole.segments:
        if segment.same:
            place = (
                data.draw(st.integers(segment.start, segment.end - 1)) if segment.end > segment.start else 0
            )
            assert whole.at(place) == second.at(first.at(place))
            assert versions[0].text[place] == versions[2].text[whole.at(place)]


@given(versions())
def test_there_and_back_is_the_same_place(versions: tuple[Story, ...]) -> None:
    old, new = versions
    there = compare(old, new).map
    back = there.reversed(len(new.text))
    assert (back.segments[0].start, back.segments[-1].end) == (0, len(new.text))
    for segment in there.segments:
        if segment.same and segment.start < segment.end:
            assert back.at(there.at(segment.start)) == segment.start


@given(versions())
def test_edits_alone_give_an_exact_map(versions: tuple[Story, ...]) -> None:
    old, new = versions
    edits = compare(old, new).edits
    made = applied(old.text, edits)
    place = PositionMap.of(old.text, edits)
    assert (place.segments[0].start, place.segments[-1].end) == (0, len(old.text))
    for segment in place.segments:
        if segment.same:
            assert old.text[segment.start : segment.end] == made[segment.new_start : segment.new_end]


MAP = PositionMap.of("một hai ba bốn", (Edit(4, 7, "hai", "2"), Edit(10, 10, "", " rưỡi")))
"""một 2 ba rưỡi bốn"""


@pytest.mark.parametrize(
    ("offset", "behind", "before"),
    [(0, 0, 0), (3, 3, 3), (4, 4, 4), (5, 4, 5), (7, 5, 5), (10, 13, 8), (11, 14, 14), (14, 17, 17)],
)
def test_a_place_is_asked_from_either_side(offset: int, behind: int, before: int) -> None:
    assert (MAP.at(offset), MAP.at(offset, after=False)) == (behind, before)


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (0, 3, (0, 3, True)),
        (4, 7, (4, 5, False)),
        (5, 6, (4, 5, False)),
        (8, 10, (6, 8, True)),
        (8, 14, (6, 17, False)),
        (10, 10, (13, 13, False)),
        (2, 2, (2, 2, True)),
    ],
)
def test_a_stretch_is_whole_when_nothing_in_it_changed(
    start: int, end: int, found: tuple[int, int, bool]
) -> None:
    assert MAP.span(start, end) == found


def test_words_that_moved_are_found_where_they_landed() -> None:
    comparison = compare(story("Một", LONG, "Hai", "Ba"), story("Một", "Hai", f"{LONG} rồi", "Ba"))
    (edit,) = comparison.edits
    assert edit.to is not None
    start = comparison.old.text.index("bốn mươi")
    first, last, whole = comparison.map.span(start, start + 8)
    assert (comparison.new.text[first:last], whole) == ("bốn mươi", True)


def test_words_that_are_gone_have_a_point_for_a_place() -> None:
    comparison = compare(story("Một", "Hai ba bốn", "Năm"), story("Một", "Năm"))
    assert comparison.map.span(4, 14) == (4, 4, False)


def test_a_map_of_nothing_is_a_map() -> None:
    assert PositionMap.of("", ()).segments == (Segment(0, 0, 0, 0, same=False),)
    assert PositionMap.of("", (Edit(0, 0, "", "thêm"),)).at(0) == 0


def test_where_neighbours_changed_places_both_are_found() -> None:
    place = PositionMap.of("ab cd", (Edit(0, 3, "ab ", "ab ", to=5),))
    assert place.span(0, 5) == (0, 5, False)
    assert place.span(1, 4) == (3, 5, False)


def test_where_a_part_moved_far_away_the_greater_part_is_the_place() -> None:
    text = "một hai ba bốn năm sáu bảy tám"
    place = PositionMap.of(text, (Edit(4, 8, "hai ", " hai", to=len(text)),))
    assert place.span(0, 10) == (0, 6, False)
    assert place.span(0, 8) == (0, 4, False)


SPACED = st.lists(
    st.tuples(st.sampled_from(("kế", "hoạch", "số")), st.integers(1, 3), st.integers(1, 3)), min_size=1
)


@given(SPACED)
def test_words_among_other_blanks_are_found_letter_by_letter(words: list[tuple[str, int, int]]) -> None:
    texts = ["".join(word[0] + " " * word[side] for word in words).strip() for side in (1, 2)]
    old, new = story(texts[0]), story(texts[1])
    comparison = compare(old, new)
    assert comparison.edits == ()
    at = new_at = 0
    for word, blanks, new_blanks in words:
        for n in range(len(word)):
            assert comparison.map.at(at + n) == new_at + n
        at, new_at = at + len(word) + blanks, new_at + len(word) + new_blanks
