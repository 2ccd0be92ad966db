"""Equal proposals become one row with every source; the rows do not depend on who came first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.papers import paper_of
from thammuu_core.anchors import Version
from thammuu_core.opinions import (
    Confidence,
    Operation,
    Opinion,
    Origin,
    Reply,
    Row,
    Target,
)
from thammuu_core.opinions.consolidation import consolidate

BASE = Version.of(
    "0" * 64,
    paper_of("""
    KẾ HOẠCH
    I. Mục đích
    1. Nâng cao năng suất, chất lượng sản phẩm của doanh nghiệp trong tỉnh.
    2. Hoàn thành trước ngày 30/6/2026. Báo cáo Ủy ban nhân dân tỉnh.
    II. Tổ chức thực hiện
    1. Sở Khoa học và Công nghệ chủ trì, theo dõi việc thực hiện.
    2. Các sở, ngành phối hợp thực hiện.
    """),
)
TEXT = BASE.text


def change(old: str, new: str, origin: Origin = Origin.REVISION) -> Opinion:
    """Words that stand once in the draft become others."""
    start = TEXT.index(old)
    operation = Operation.REPLACE if new else Operation.DELETE
    return Opinion(
        origin, operation, Target(start, start + len(old), quote=old, confidence=Confidence.EXACT), old, new
    )


def put_in(after: str, new: str) -> Opinion:
    at = TEXT.index(after) + len(after)
    return Opinion(Origin.SILENT, Operation.INSERT, Target(at, at, confidence=Confidence.EXACT), "", new)


def sentence(about: str, text: str, operation: Operation = Operation.COMMENT, new: str = "") -> Opinion:
    """A sentence of a letter on the paragraph that holds some words."""
    start = TEXT.rindex("\n", 0, TEXT.index(about)) + 1
    end = (TEXT + "\n").index("\n", start)
    place = Target(start, end, None, BASE.at(start), confidence=Confidence.PROVISION)
    return Opinion(Origin.SENTENCE, operation, place, "", new, text)


def replies_of(*each: Sequence[Opinion]) -> list[Reply]:
    return [
        Reply(f"{number}.docx", base_version=BASE.sha256, opinions=tuple(opinions))
        for number, opinions in enumerate(each)
    ]


def groups(rows: Sequence[Row]) -> list[tuple[tuple[int, int], ...]]:
    return [row.members for row in rows]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (change("30/6/2026", "25/6/2026"), change("ngày 30/6/2026", "ngày 25/6/2026")),
        (change("30/6/2026", "25/6/2026"), change("30/6/2026", "25/6/2026", Origin.SENTENCE)),
        (put_in("sản phẩm", ", hàng hóa"), put_in("sản phẩm", " , hàng hoá")),
        (put_in("doanh nghiệp", " nhỏ và vừa"), put_in("doanh nghiệp ", "nhỏ và vừa ")),
        (put_in("doanh nghiệp", " nhỏ và vừa"), put_in("doanh nghiệp", " Nhỏ và vừa.")),
        (change("2026. Báo", "2026.\nBáo"), put_in("30/6/2026.", "\n")),
        (change("\n2. Các sở, ngành phối hợp thực hiện.", ""), change("2. Các sở, ngành phối hợp thực hiện.", "")),
        (put_in("thực hiện.\n", "3. Khen thưởng.\n"), put_in("theo dõi việc thực hiện.", "\n3. Khen thưởng.")),
        (sentence("chủ trì", "Đề nghị làm rõ kinh phí."), sentence("chủ trì", "đề nghị làm rõ kinh phí")),
    ],
    ids=[
        "wider", "letter", "tone and blank", "blank on the other side", "case and final stop", "split", "whole line",
        "new line on either side", "sentence",
    ],
)  # fmt: skip
def test_the_same_said_in_two_ways_is_one_row_with_both_sources(one: Opinion, other: Opinion) -> None:
    assert groups(consolidate(BASE, replies_of([one], [other]))) == [((0, 0), (1, 0))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (change("30/6/2026", "25/6/2026"), change("30/6/2026", "26/6/2026")),
        (change("trong tỉnh.", "trong tỉnh;"), change("trong tỉnh.", "trong tỉnh")),
        (put_in("sản phẩm", " mới"), put_in("doanh nghiệp", " mới")),
        (sentence("chủ trì", "Đề nghị làm rõ."), sentence("phối hợp", "Đề nghị làm rõ.")),
        (sentence("chủ trì", "Đề nghị bỏ."), sentence("chủ trì", "Đề nghị bổ.")),
        (sentence("chủ trì", "Như vậy."), sentence("chủ trì", "Như vậy.", Operation.KEEP)),
        (
            sentence("chủ trì", "Bổ sung.", Operation.INSERT, "05 ngày"),
            sentence("chủ trì", "Bổ sung.", Operation.INSERT, "10 ngày"),
        ),
    ],
    ids=[
        "other words",
        "only punctuation",
        "other place",
        "other provision",
        "tone",
        "other operation",
        "figures",
    ],
)
def test_what_differs_stays_apart(one: Opinion, other: Opinion) -> None:
    assert len(consolidate(BASE, replies_of([one], [other]))) == 2


def test_rows_follow_the_text_and_what_has_no_place_comes_last() -> None:
    whole = Opinion(Origin.SENTENCE, Operation.AGREE, Target(), text="Cơ bản nhất trí.")
    rows = consolidate(BASE, replies_of([whole, change("Các sở", "Các Sở,"), change("Nâng cao", "Tăng")]))
    assert groups(rows) == [((0, 2),), ((0, 1),), ((0, 0),)]


def test_comments_on_different_changes_are_not_one_even_in_the_same_words() -> None:
    def on_a_change(old: str) -> Sequence[Opinion]:
        made = change(old, "khác")
        return made, replace(
            made, origin=Origin.COMMENT, operation=Operation.COMMENT, text="Cho phù hợp.", about=0
        )

    same = consolidate(BASE, replies_of(on_a_change("tỉnh."), on_a_change("tỉnh.")))
    assert len(same) == 2
    assert len(consolidate(BASE, replies_of(on_a_change("Các sở"), on_a_change("Các")))) == 4


def test_a_reply_to_another_version_joins_no_row_of_this_one() -> None:
    mine, other = replies_of([change("30/6/2026", "25/6/2026")], [change("30/6/2026", "25/6/2026")])
    assert len(consolidate(BASE, [mine, replace(other, base_version="1" * 64)])) == 2


def test_alike_sentences_are_suggested_and_never_when_figures_names_or_direction_differ() -> None:
    about = "chủ trì"
    texts = [
        "Đề nghị làm rõ trách nhiệm báo cáo trong 05 ngày của đơn vị chủ trì.",
        "Đề nghị làm rõ thêm trách nhiệm báo cáo trong 05 ngày của đơn vị chủ trì.",
        "Đề nghị làm rõ trách nhiệm báo cáo trong 10 ngày của đơn vị chủ trì.",
        "Đề nghị bỏ trách nhiệm báo cáo trong 05 ngày của đơn vị chủ trì.",
        "Đề nghị làm rõ trách nhiệm báo cáo trong 05 ngày của Sở chủ trì.",
    ]
    rows = consolidate(BASE, replies_of(*([sentence(about, text)] for text in texts)))
    by_id = {row.id: row for row in rows}
    pairs = {
        tuple(sorted((row.members[0][0], by_id[other].members[0][0]))) for row in rows for other in row.like
    }
    assert pairs == {(0, 1)}
    assert len(rows) == len(texts)


def test_one_reply_does_not_clash_with_itself() -> None:
    either = [change("30/6/2026", "25/6/2026"), change("30/6/2026", "26/6/2026")]
    assert not any(row.conflicts for row in consolidate(BASE, replies_of(either)))
    assert all(row.conflicts for row in consolidate(BASE, replies_of(either, either[:1])))


def test_in_a_crowd_the_alike_still_find_each_other() -> None:
    crowd = [
        f"Nội dung thứ {number} cần xem {number * 7} lại câu chữ {number * 11} cho gọn"
        for number in range(60)
    ]
    pair = [
        "Đề nghị làm rõ nguồn kinh phí của đơn vị chủ trì",
        "Đề nghị làm rõ nguồn kinh phí cho đơn vị chủ trì",
    ]
    rows = consolidate(BASE, replies_of(*([sentence("chủ trì", text)] for text in (*crowd, *pair))))
    assert {row.members[0][0] for row in rows if row.like} == {60, 61}


@st.composite
def opinions(draw: st.DrawFn) -> Opinion:
    """Any opinion on the draft: changes, moves, words about a place, places far outside it included."""
    ends = st.integers(0, len(TEXT) + 3)
    start, end = sorted((draw(ends), draw(ends)))
    operation = draw(st.sampled_from(Operation))
    confidence = draw(st.sampled_from(Confidence))
    if confidence is Confidence.WHOLE:
        place = Target()
    else:
        to = draw(ends) if operation is Operation.MOVE else None
        place = Target(start, end, to, BASE.at(start), quote=TEXT[start:end], confidence=confidence)
    words = st.sampled_from(
        ["", " ", "mới", " Mới.", "\n", "05 ngày", "giữ nguyên mục này", "bỏ mục này", TEXT[60:90]]
    )
    old = draw(st.sampled_from(["", TEXT[start:end]]))
    return Opinion(draw(st.sampled_from(Origin)), operation, place, old, draw(words), draw(words))


@given(st.lists(st.lists(opinions(), max_size=4), max_size=6), st.randoms())
def test_rows_are_the_same_whatever_the_order_of_the_replies(
    each: list[list[Opinion]], chance: Random
) -> None:
    replies = replies_of(*each)
    order = list(range(len(replies)))
    chance.shuffle(order)
    moved = consolidate(BASE, [replies[index] for index in order])
    back = [
        replace(row, members=tuple(sorted((order[reply], index) for reply, index in row.members)))
        for row in moved
    ]
    assert back == list(consolidate(BASE, replies))


@given(st.lists(st.lists(opinions(), max_size=4), max_size=6), st.lists(opinions(), max_size=4))
def test_every_opinion_is_in_one_row_and_a_late_reply_changes_no_id(
    each: list[list[Opinion]], late: list[Opinion]
) -> None:
    replies = replies_of(*each)
    rows, more = consolidate(BASE, replies), consolidate(BASE, replies_of(*each, late))
    keys = [key for row in rows for key in row.members]
    assert sorted(keys) == [(r, o) for r, reply in enumerate(replies) for o in range(len(reply.opinions))]
    assert len({row.id for row in rows}) == len(rows)
    old = {key: row.id for row in rows for key in row.members}
    new = {key: row.id for row in more for key in row.members}
    assert old.items() <= new.items()
    conflicts = {(row.id, other) for row in rows for other in row.conflicts}
    assert conflicts <= {(row.id, other) for row in more for other in row.conflicts}
