"""Anchored words are found again in later versions; words that were taken out are said to be gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.anchors import Fate, Version, Whereabouts, anchor, carried, carry, resolve
from thammuu_core.papers import BODY, Paper, Paragraph, Story
from thammuu_core.redlines import Edit, PositionMap

TEXT = """Điều 1. Phạm vi điều chỉnh
1. Quy chế này quy định việc tiếp nhận, xử lý và lưu trữ hồ sơ tại bộ phận một cửa.
2. Sở Tài chính chủ trì, phối hợp với các sở, ngành bố trí kinh phí hằng năm.
Điều 2. Trách nhiệm
1. Sở Tài chính báo cáo Ủy ban nhân dân tỉnh trước ngày 15 tháng 12.
2. Văn phòng theo dõi, đôn đốc việc thực hiện Quy chế này.
3. Các đơn vị gửi báo cáo về Văn phòng trong thời hạn 05 ngày làm việc."""


def version(text: str, number: int) -> Version:
    """The version whose paragraphs are the lines of the text."""
    lines = tuple(Paragraph(line) for line in text.split("\n"))
    return Version.of(str(number) * 64, Paper("text", (Story(BODY, lines),)))


FIRST = version(TEXT, 1)


def change(old: str, new: str, text: str = TEXT) -> Edit:
    start = text.index(old)
    return Edit(start, start + len(old), old, new)


def after(*edits: Edit) -> tuple[Version, PositionMap]:
    text, map = carried(TEXT, edits)
    return version(text, 2), map


def words(found: Whereabouts, later: Version) -> str:
    return later.text[found.start : found.end] if found.start is not None else ""


def test_an_anchor_holds_the_words_their_provision_and_what_stands_around() -> None:
    start = TEXT.index("trước ngày 15")
    made = anchor(FIRST, start, start + 13)
    assert (made.exact, made.path) == ("trước ngày 15", "Điều 2.1")
    assert TEXT[start - 40 : start + 53] == made.prefix + made.exact + made.suffix
    assert made.version == FIRST.sha256


TABLE = [
    pytest.param("Văn phòng theo dõi", [change("05 ngày", "03 ngày")], Fate.KEPT, "Văn phòng theo dõi", id="before"),
    pytest.param("gửi báo cáo", [change("Phạm vi", "Phạm vi và đối tượng")], Fate.KEPT, "gửi báo cáo", id="after"),
    pytest.param("05 ngày làm việc", [change("05 ngày", "03 ngày")], Fate.CHANGED, "03 ngày làm việc", id="inside"),
    pytest.param(
        "chủ trì, phối hợp", [change("chủ trì, ", "chủ trì, chịu trách nhiệm, ")], Fate.CHANGED,
        "chủ trì, chịu trách nhiệm, phối hợp", id="put in between",
    ),
    pytest.param("Sở Tài chính", [change("2. Sở Tài chính chủ trì, ", "2. ")], Fate.GONE, "", id="stands elsewhere too"),
    pytest.param(
        "Văn phòng theo dõi",
        [Edit(TEXT.index("2. Văn"), TEXT.index("3. Các"), TEXT[TEXT.index("2. Văn") : TEXT.index("3. Các")],
              TEXT[TEXT.index("2. Văn") : TEXT.index("3. Các")], TEXT.index("2. Sở"))],
        Fate.MOVED, "Văn phòng theo dõi", id="moved",
    ),
    pytest.param(
        "Văn phòng theo dõi, đôn đốc việc thực hiện",
        [change("2. Văn phòng theo dõi, đôn đốc việc thực hiện Quy chế này.\n", ""),
         Edit(TEXT.index("2. Sở"), TEXT.index("2. Sở"), "", "1a. Văn phòng theo dõi, đôn đốc việc thực hiện.\n")],
        Fate.MOVED, "Văn phòng theo dõi, đôn đốc việc thực hiện", id="moved unseen by the map",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("quote", "edits", "fate", "now"), TABLE)
def test_the_map_says_where_words_went(quote: str, edits: list[Edit], fate: Fate, now: str) -> None:
    later, map = after(*edits)
    start = TEXT.index(quote)
    found = resolve(anchor(FIRST, start, start + len(quote)), later, map)
    assert (found.fate, words(found, later)) == (fate, now)


@pytest.mark.parametrize(
    ("quote", "edits", "fate", "now"),
    [row for row in TABLE if row.id not in ("moved", "moved unseen by the map")],
)
def test_without_a_map_the_words_and_their_context_do(
    quote: str, edits: list[Edit], fate: Fate, now: str
) -> None:
    later, _ = after(*edits)
    start = TEXT.index(quote)
    found = resolve(anchor(FIRST, start, start + len(quote)), later)
    assert (found.fate, words(found, later)) == (fate, now)


def test_of_words_parted_by_a_move_the_larger_part_is_the_place() -> None:
    line = TEXT[TEXT.index("1. Quy chế") : TEXT.index("2. Sở")]
    at = TEXT.index(line)
    later, map = after(Edit(at, at + len(line), line, line, TEXT.index("3. Các")))
    start, end = TEXT.index("tại bộ phận một cửa"), TEXT.index(", phối hợp với")
    found = resolve(anchor(FIRST, start, end), later, map)
    assert (found.fate, words(found, later)) == (Fate.CHANGED, "2. Sở Tài chính chủ trì")
    swapped, map = after(Edit(at, at + len(line), line, line, TEXT.index("Điều 2.")))
    assert words(resolve(anchor(FIRST, at + len(line) - 1, at + len(line) + 1), swapped, map), swapped)


def test_in_an_unrelated_text_everything_is_gone() -> None:
    other = version("Kế hoạch mua sắm trang thiết bị phòng thí nghiệm năm tới của trung tâm kiểm định.", 2)
    start = TEXT.index("Sở Tài chính chủ trì")
    assert resolve(anchor(FIRST, start, start + 50), other).fate is Fate.GONE


def test_maps_of_successive_versions_lead_from_the_first_to_the_third() -> None:
    text, first = carried(TEXT, [change("Điều 1.", "Điều 1. (mới)\nĐiều 2.")])
    third_text, second = carried(text, [change("05 ngày", "07 ngày", text)])
    third = version(third_text, 3)
    start = TEXT.index("Văn phòng theo dõi")
    found = resolve(anchor(FIRST, start, start + 18), third, first.then(second))
    assert (found.fate, words(found, third)) == (Fate.KEPT, "Văn phòng theo dõi")
    start = TEXT.index("05 ngày")
    assert words(resolve(anchor(FIRST, start, start + 7), third, first.then(second)), third) == "07 ngày"


def test_what_is_carried_is_anchored_anew_and_what_is_gone_is_kept_with_its_fate() -> None:
    later, map = after(change("theo dõi, ", ""))
    spots = [(TEXT.index(quote), len(quote)) for quote in ("theo dõi", "đôn đốc")]
    gone, kept = carry([anchor(FIRST, start, start + length) for start, length in spots], map, later)
    assert (gone.whereabouts.fate, gone.anchor) == (Fate.GONE, None)
    assert kept.anchor is not None
    assert (kept.anchor.version, kept.anchor.exact, kept.anchor.path) == (later.sha256, "đôn đốc", "Điều 2.2")


@given(st.data())
def test_words_that_no_change_touches_are_kept(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 1))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    at = data.draw(st.one_of(st.integers(0, start), st.integers(end, len(TEXT))))
    stop = data.draw(st.integers(at, start if at <= start else len(TEXT)))
    new = data.draw(st.text("ab \n", max_size=12))
    later, map = after(Edit(at, stop, TEXT[at:stop], new))
    found = resolve(anchor(FIRST, start, end), later, map)
    assert (found.fate, words(found, later)) == (Fate.KEPT, TEXT[start:end])


@given(st.data())
def test_a_place_is_always_within_the_later_text(data: st.DataObject) -> None:
    ends = st.integers(0, len(TEXT))
    start, end = sorted((data.draw(ends), data.draw(ends)))
    at, stop = sorted((data.draw(ends), data.draw(ends)))
    later, map = after(Edit(at, stop, TEXT[at:stop], data.draw(st.text("Sở 5\n", max_size=30))))
    for found in (resolve(anchor(FIRST, start, end), later, map), resolve(anchor(FIRST, start, end), later)):
        assert (found.start is None) == (found.fate is Fate.GONE)
        assert 0 <= (found.start or 0) <= (found.end or 0) <= len(later.text)


@pytest.mark.parametrize("by_map", [True, False])
def test_a_point_stays_with_the_words_around_it_and_goes_with_them(by_map: bool) -> None:
    point = TEXT.index(", đôn đốc")
    made = anchor(FIRST, point, point)
    later, map = after(change("05 ngày", "03 ngày"), change("Phạm vi", "Đối tượng"))
    found = resolve(made, later, map if by_map else None)
    assert found.fate is Fate.KEPT
    assert later.text[found.start :].startswith(", đôn đốc")
    gone, map = after(change("2. Văn phòng theo dõi, đôn đốc việc thực hiện Quy chế này.\n", ""))
    assert resolve(made, gone, map).fate is Fate.GONE
