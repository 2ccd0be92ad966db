"""Opinions on a version sent live on in the next: kept, moved, changed under them, taken in, or gone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.papers import paper_of
from thammuu_core.anchors import Fate, Version, carried
from thammuu_core.opinions import Confidence, Operation, Opinion, Origin, Reply, Target
from thammuu_core.opinions.carrying import carry, carry_reply
from thammuu_core.opinions.consolidation import consolidate
from thammuu_core.opinions.edits import edit_of
from thammuu_core.papers import BODY, Paper, Paragraph, Story
from thammuu_core.redlines import Edit, PositionMap

FIRST = Version.of(
    "1" * 64,
    paper_of("""
    I. Nhiệm vụ
    1. Sở Tài chính chủ trì, phối hợp với các đơn vị bố trí kinh phí hằng năm.
    2. Các đơn vị gửi báo cáo trong thời hạn 05 ngày làm việc.
    3. Văn phòng theo dõi, đôn đốc việc thực hiện.
    """),
)
TEXT = FIRST.text


def change(old: str, new: str) -> Opinion:
    start = TEXT.index(old)
    place = Target(start, start + len(old), None, FIRST.at(start), FIRST.where(start), old, Confidence.EXACT)
    return Opinion(Origin.REVISION, Operation.REPLACE if new else Operation.DELETE, place, old, new)


def put_in(after: str, new: str) -> Opinion:
    at = TEXT.index(after) + len(after)
    return Opinion(Origin.REVISION, Operation.INSERT, Target(at, at, confidence=Confidence.EXACT), "", new)


def made(*opinions: Opinion) -> tuple[Version, PositionMap]:
    """The next version, in which these were taken in."""
    edits = [edit for opinion in opinions if (edit := edit_of(TEXT, opinion))]
    text, map = carried(TEXT, edits)
    return version(text), map


def version(text: str) -> Version:
    paragraphs = tuple(Paragraph(line) for line in text.split("\n"))
    return Version.of("2" * 64, Paper("text", (Story(BODY, paragraphs),)))


SHORTER = change("05 ngày", "03 ngày")


@pytest.mark.parametrize(
    ("opinion", "taken", "fate", "taken_in", "confidence"),
    [
        (SHORTER, put_in("hằng năm", " và đột xuất"), Fate.KEPT, False, Confidence.EXACT),
        (SHORTER, SHORTER, Fate.CHANGED, True, Confidence.CHECK),
        (SHORTER, change("05 ngày", "10 ngày"), Fate.CHANGED, False, Confidence.CHECK),
        (SHORTER, change("\n2. Các đơn vị gửi báo cáo trong thời hạn 05 ngày làm việc.", ""), Fate.GONE, False, Confidence.CHECK),
        (change("chủ trì, ", ""), change("chủ trì, ", ""), Fate.GONE, True, Confidence.CHECK),
        (put_in("hằng năm", " và đột xuất"), put_in("hằng năm", " và đột xuất"), Fate.KEPT, True, Confidence.EXACT),
        (put_in("hằng năm", " và đột xuất"), put_in("hằng năm", " theo quý"), Fate.KEPT, False, Confidence.EXACT),
    ],
    ids=["untouched", "taken in", "another taken in", "its line went", "words went", "put in", "other words put in"],
)  # fmt: skip
def test_what_becomes_of_an_opinion(
    opinion: Opinion, taken: Opinion, fate: Fate, taken_in: bool, confidence: Confidence
) -> None:
    later, map = made(taken)
    (found,) = carry([opinion], FIRST, map, later)
    assert found.whereabouts is not None
    assert (found.whereabouts.fate, found.taken_in) == (fate, taken_in)
    assert found.opinion.target.confidence is confidence
    assert (found.opinion.old, found.opinion.new) == (opinion.old, opinion.new)


def test_a_place_that_is_gone_is_still_said_and_quoted() -> None:
    later, map = made(change("Các đơn vị gửi báo cáo trong thời hạn 05 ngày làm việc.", ""))
    (found,) = carry([SHORTER], FIRST, map, later)
    assert found.opinion.target == Target(where="I.2", quote="05 ngày", confidence=Confidence.CHECK)


def test_an_opinion_on_the_whole_draft_needs_no_place() -> None:
    later, map = made(SHORTER)
    whole = Opinion(Origin.SENTENCE, Operation.AGREE, Target(), text="Nhất trí.")
    (found,) = carry([whole], FIRST, map, later)
    assert (found.opinion, found.whereabouts) == (whole, None)


def test_a_reply_to_the_version_before_joins_the_rows_of_the_next() -> None:
    later, map = made(put_in("Nhiệm vụ", " chung"))
    old = Reply("a", base_version=FIRST.sha256, opinions=(SHORTER,))
    start = later.text.index("05 ngày")
    new = Opinion(
        Origin.SILENT,
        Operation.REPLACE,
        Target(start, start + 7, confidence=Confidence.EXACT),
        "05 ngày",
        "03 ngày",
    )
    replies = [carry_reply(old, FIRST, map, later), Reply("b", base_version=later.sha256, opinions=(new,))]
    assert [row.members for row in consolidate(later, replies)] == [((0, 0), (1, 0))]


@given(st.data())
def test_what_no_change_touches_asks_the_same_of_the_next_version(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(TEXT) - 2))
    end = data.draw(st.integers(start + 1, len(TEXT)))
    place = Target(start, end, quote=TEXT[start:end], confidence=Confidence.EXACT)
    opinion = Opinion(Origin.REVISION, Operation.REPLACE, place, TEXT[start:end], "mới")
    at = data.draw(st.integers(0, start))
    other = Edit(at, data.draw(st.integers(at, start)), "", data.draw(st.text("ab ", max_size=5)))
    text, map = carried(TEXT, [Edit(other.start, other.end, TEXT[other.start : other.end], other.new)])
    (found,) = carry([opinion], FIRST, map, version(text))
    edit = edit_of(text, found.opinion)
    assert edit is not None
    assert (edit.old, edit.new) == (TEXT[start:end], "mới")
