"""Laws that times keep whatever is written."""

from __future__ import annotations

import unicodedata
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.plans.times.finding import FoundTime, TimeContext, find_times, read_time
from thammuu_core.text import nfc

PLAN = TimeContext(year=2025, issued=date(2025, 11, 20))

_FRAMES = st.sampled_from(
    ["Trước", "trước ngày", "chậm nhất", "đến hết", "từ", "trong", "đến", "", "Hoàn thành trong", "hằng năm"]
)
_DAYS = st.builds("{}/{}/{}".format, st.integers(0, 40), st.integers(0, 14), st.integers(1990, 2060))
_MONTHS = st.builds("tháng {}-{}/{}".format, st.integers(0, 13), st.integers(0, 13), st.integers(1990, 2060))
_QUARTERS = st.builds(
    "quý {}/{}".format, st.sampled_from(["I", "II", "III, IV", "5"]), st.integers(1990, 2060)
)
_YEARS = st.builds("năm {}-{}".format, st.integers(1990, 2060), st.integers(1990, 2060))
_MOMENTS = st.one_of(_DAYS, _MONTHS, _QUARTERS, _YEARS)
times_in_words = st.lists(st.tuples(_FRAMES, _MOMENTS), min_size=1, max_size=3).map(
    lambda parts: " ".join(f"{frame} {moment}".strip() for frame, moment in parts)
)


def said(found: tuple[FoundTime, ...]) -> list[tuple[object, ...]]:
    """What the times mean, their words aside."""
    return [
        (one.when.kind, one.when.start, one.when.end, one.when.strict, one.when.recurrence) for one in found
    ]


@given(times_in_words)
def test_a_time_never_ends_before_it_starts(words: str) -> None:
    for found in (*read_time(words, PLAN), *find_times(words, PLAN)):
        start, end = found.when.start, found.when.end
        assert start is None or end is None or start <= end


@given(times_in_words)
def test_composed_and_decomposed_letters_mean_the_same(words: str) -> None:
    decomposed = unicodedata.normalize("NFD", words)
    assert said(read_time(words, PLAN)) == said(read_time(decomposed, PLAN))
    assert said(find_times(words, PLAN)) == said(find_times(decomposed, PLAN))


@given(times_in_words)
def test_more_spaces_mean_the_same(words: str) -> None:
    assert said(find_times(words, PLAN)) == said(find_times(words.replace(" ", "  "), PLAN))


@given(times_in_words)
def test_capitals_mean_the_same(words: str) -> None:
    assert said(read_time(words, PLAN)) == said(read_time(words.upper(), PLAN))


@given(st.text(max_size=300) | times_in_words)
def test_any_text_is_read_and_quoted_rightly(text: str) -> None:
    for found in find_times(text, PLAN):
        assert nfc(text)[found.start : found.end].strip() == found.when.as_written
