"""Two proposals on the same words: whether both can stand, and if not, how they stand to each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.papers import paper_of
from thammuu_core.anchors import Version
from thammuu_core.opinions import Clash, Confidence, Operation, Opinion, Origin, Reply, Target
from thammuu_core.opinions.clashes import clash, clashes
from thammuu_core.opinions.consolidation import consolidate
from thammuu_core.opinions.identity import Stated, stating

BASE = Version.of(
    "0" * 64,
    paper_of("""
    I. Nhiệm vụ
    1. Sở Tài chính chủ trì, phối hợp với các đơn vị bố trí kinh phí hằng năm.
    2. Các đơn vị gửi báo cáo trong thời hạn 05 ngày làm việc.
    3. Văn phòng theo dõi, đôn đốc việc thực hiện.
    """),
)
TEXT = BASE.text
SECOND = "2. Các đơn vị gửi báo cáo trong thời hạn 05 ngày làm việc."


def change(old: str, new: str) -> Opinion:
    start = TEXT.index(old)
    place = Target(start, start + len(old), quote=old, confidence=Confidence.EXACT)
    return Opinion(Origin.REVISION, Operation.REPLACE if new else Operation.DELETE, place, old, new)


def put_in(after: str, new: str) -> Opinion:
    at = TEXT.index(after) + len(after)
    return Opinion(Origin.REVISION, Operation.INSERT, Target(at, at, confidence=Confidence.EXACT), "", new)


def move(line: str, before: str) -> Opinion:
    start, to = TEXT.index(line), TEXT.index(before)
    place = Target(start, start + len(line) + 1, to, confidence=Confidence.EXACT)
    return Opinion(Origin.REVISION, Operation.MOVE, place, line + "\n", line + "\n")


def of_letter(operation: Operation, provision: str, text: str = "") -> Opinion:
    start = TEXT.index(provision)
    place = Target(start, start + len(provision), confidence=Confidence.PROVISION)
    return Opinion(Origin.SENTENCE, operation, place, text=text or f"Đề nghị: {operation}")


COMPATIBLE, ALTERNATIVE, CONTRADICTORY = Clash.COMPATIBLE, Clash.ALTERNATIVE, Clash.CONTRADICTORY

TABLE = [
    pytest.param(change("05", "03"), change("05", "10"), ALTERNATIVE, id="two figures for one"),
    pytest.param(change("05 ngày làm việc", "một tuần"), change("05", "10"), ALTERNATIVE, id="wider, other words"),
    pytest.param(change("05 ngày làm việc", "10 ngày"), change("05", "10"), COMPATIBLE, id="wider, says it too"),
    pytest.param(
        change(SECOND, SECOND.replace("gửi", "nộp").replace("làm việc", "")), change("05", "07"), COMPATIBLE,
        id="whole line retyped, other words of it changed",
    ),
    pytest.param(change(SECOND, ""), change("05", "07"), CONTRADICTORY, id="line taken out, words in it changed"),
    pytest.param(change(SECOND, ""), put_in("báo cáo", " định kỳ"), CONTRADICTORY, id="line taken out, words put in"),
    pytest.param(change(SECOND, ""), change("làm việc", ""), COMPATIBLE, id="both take out, one more than the other"),
    pytest.param(change("chủ trì, phối hợp", ""), change("phối hợp với", ""), COMPATIBLE, id="both take out, in part"),
    pytest.param(put_in("hằng năm", " và đột xuất"), put_in("hằng năm", " theo quý"), ALTERNATIVE, id="one point"),
    pytest.param(
        put_in("hằng năm", " và đột xuất"), put_in("hằng năm", " và đột xuất khi cần"), COMPATIBLE,
        id="one point, one says what the other says and more",
    ),
    pytest.param(put_in("hằng năm", " và"), change("hằng năm", "hằng quý"), None, id="beside each other"),
    pytest.param(
        change(SECOND, ""), change("1. Sở Tài chính chủ trì, phối hợp với các đơn vị bố trí kinh phí hằng năm.", ""),
        COMPATIBLE, id="two lines beside each other, both taken out",
    ),
    pytest.param(change(SECOND, ""), change("hằng năm.", "hằng quý;"), COMPATIBLE, id="line taken out, end of the one before"),
    pytest.param(change("Sở Tài chính", "Sở KH&ĐT"), change("bố trí", "cân đối"), None, id="apart in one line"),
    pytest.param(of_letter(Operation.KEEP, SECOND), change("05", "07"), CONTRADICTORY, id="kept against changed"),
    pytest.param(of_letter(Operation.KEEP, SECOND), change(SECOND, ""), CONTRADICTORY, id="kept against taken out"),
    pytest.param(
        of_letter(Operation.KEEP, SECOND), of_letter(Operation.OPPOSE, SECOND), CONTRADICTORY, id="kept, refused"
    ),
    pytest.param(of_letter(Operation.OPPOSE, SECOND), change("05", "07"), CONTRADICTORY, id="refused, changed"),
    pytest.param(of_letter(Operation.OPPOSE, SECOND), change(SECOND, ""), None, id="refused, taken out"),
    pytest.param(of_letter(Operation.DELETE, SECOND), change("05", "07"), CONTRADICTORY, id="letter takes out"),
    pytest.param(of_letter(Operation.COMMENT, SECOND), change("05", "07"), None, id="a remark stands beside all"),
    pytest.param(of_letter(Operation.AGREE, SECOND), change("05", "07"), None, id="agreement stands beside all"),
    pytest.param(of_letter(Operation.REVIEW, SECOND), of_letter(Operation.KEEP, SECOND), None, id="review, kept"),
    pytest.param(move(SECOND, "1. Sở"), change("05", "07"), COMPATIBLE, id="moved words changed"),
    pytest.param(move(SECOND, "1. Sở"), change(SECOND, ""), CONTRADICTORY, id="moved words taken out"),
    pytest.param(move(SECOND, "1. Sở"), move(SECOND, "I. Nhiệm"), ALTERNATIVE, id="moved to two places"),
    pytest.param(
        move("1. Sở Tài chính chủ trì, phối hợp với các đơn vị bố trí kinh phí hằng năm.", "3. Văn"), change(SECOND, ""),
        COMPATIBLE, id="landing beside a line that goes",
    ),
    pytest.param(
        move("I. Nhiệm vụ", "2. Các"),
        change(TEXT[TEXT.index("1. Sở") : TEXT.index("\n3. Văn")], "1. Các đơn vị tự thực hiện."),
        ALTERNATIVE, id="landing amid lines written anew",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "kind"), TABLE)
def test_how_two_proposals_stand_to_each_other(one: Opinion, other: Opinion, kind: Clash | None) -> None:
    rows = consolidate(BASE, [Reply("a", opinions=(one,)), Reply("b", opinions=(other,))])
    first, second = rows
    assert dict(first.conflicts) == ({second.id: kind} if kind else {})
    assert dict(second.conflicts) == ({first.id: kind} if kind else {})


@given(
    st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.sampled_from(["", "a", "b c"])), max_size=14)
)
def test_the_sweep_misses_no_pair_and_asks_nothing_of_words_apart(drawn: list[tuple[int, int, str]]) -> None:
    state = stating(BASE)
    opinions = [
        Opinion(
            Origin.REVISION, Operation.REPLACE,
            Target(start, start + size, confidence=Confidence.EXACT), TEXT[start : start + size], new,
        )
        for start, size, new in drawn
    ]  # fmt: skip
    each = {one.id: one for one in (state(Reply("a"), opinion) for opinion in opinions)}
    stated = [one for one in each.values() if one.edit is not None]
    pairs = [(i, j) for j in range(len(stated)) for i in range(j)]
    expected = {(i, j) for i, j in pairs if meet(stated[i], stated[j]) and clash(stated[i], stated[j])}
    assert {(i, j) for i, j, _ in clashes(stated)} == expected


def meet(one: Stated, other: Stated) -> bool:
    """They share words, or one point lies in the other's words, or both are one point."""
    places = [(each.start or 0, each.end or 0) for each in (one, other)]
    (a, b), (c, d) = places
    return (a < d and c < b) or a == b == c == d


def test_of_two_that_meet_it_does_not_matter_which_is_asked_first() -> None:
    state = stating(BASE)
    for case in TABLE:
        one, other, _ = case.values
        pair = state(Reply("a"), one), state(Reply("b"), other)
        assert clash(*pair) == clash(*reversed(pair))
