"""Two versions of one plan: what changed is found, what did not is left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.plans.amendment import Change, changes, pairs
from thammuu_core.plans.model import Activity, ActivityKind, Step, When, WhenKind

DUTIES = (
    "Nghiên cứu văn bản có liên quan, xây dựng đề cương",
    "Xây dựng dự thảo kế hoạch nâng cao năng suất",
    "Lấy ý kiến góp ý lần 1 của các đơn vị thuộc Sở; tổng hợp, tiếp thu",
    "Lấy ý kiến góp ý lần 2 của các sở, ngành, UBND các huyện",
    "Trình Văn phòng thẩm tra",
    "Hoàn thiện hồ sơ khi có yêu cầu",
)


def step(number: int, text: str, end: date | None = None, **fields: object) -> Step:
    """One step of section II."""
    kind = WhenKind.DEADLINE if end else WhenKind.UNDATED
    when = When(f"Trước ngày {end:%d/%m/%Y}" if end else "", kind, end=end)
    words = f"{when.as_written}: {text}" if end else text
    return Step(f"s{number}", f"II.{number}", words, when, **fields)  # type: ignore[arg-type]


def plan() -> tuple[Step, ...]:
    """Six steps, two weeks apart."""
    first = date(2021, 5, 14)
    dated = (
        step(
            number, text, first + timedelta(weeks=2 * number), lead=("Chi cục A",), coordinating=("Phòng B",)
        )
        for number, text in enumerate(DUTIES, start=1)
    )
    return tuple(dated)


def told(found: tuple[Change, ...]) -> set[str]:
    return {change.id for change in found}


def moved(steps: tuple[Step, ...], first: int, by: int) -> tuple[Step, ...]:
    """Steps renumbered from the `first`-th on, with ids of their own."""
    return tuple(
        replace(one, where=f"II.{number + (by if number >= first else 0)}")
        for number, one in enumerate(steps, start=1)
    )


def test_a_later_date_is_one_change_though_the_text_repeats_it() -> None:
    new = list(plan())
    new[2] = step(3, DUTIES[2], date(2021, 7, 9), lead=("Chi cục A",), coordinating=("Phòng B",))
    assert told(changes(plan(), new)) == {"s3.when.s3"}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("lead", ("Phòng Quản lý Khoa học",)),
        ("coordinating", ("Phòng B", "Thanh tra Sở")),
        ("condition", "khi có yêu cầu"),
        ("products", ("Dự thảo kế hoạch",)),
        ("report_to", "UBND tỉnh"),
    ],
)
def test_each_other_value_is_one_change(field: str, value: object) -> None:
    new = list(plan())
    new[1] = replace(new[1], **{field: value})  # type: ignore[arg-type]
    assert told(changes(plan(), new)) == {f"s2.{field}.s2"}


def test_owners_in_another_order_or_case_are_the_same_owners() -> None:
    new = list(plan())
    new[0] = replace(new[0], coordinating=("PHÒNG B",))
    assert changes(plan(), new) == ()


def test_a_new_step_is_added_and_those_behind_it_are_renumbered() -> None:
    extra = step(9, "Đánh giá tác động thủ tục hành chính", date(2021, 6, 18))
    new = (*moved(plan(), 3, 1), replace(extra, where="II.3"))
    assert told(changes(plan(), new)) == {".added.s9", *(f"s{n}.where.s{n}" for n in (3, 4, 5, 6))}


def test_a_step_left_out_is_dropped() -> None:
    assert told(changes(plan(), plan()[:4] + plan()[5:])) == {"s5.dropped."}


def test_a_step_written_anew_under_its_label_is_the_same_step() -> None:
    new = list(plan())
    new[4] = step(
        5,
        "Trình Văn phòng UBND tỉnh thẩm định",
        new[4].when.end,
        lead=("Chi cục A",),
        coordinating=("Phòng B",),
    )
    assert told(changes(plan(), new)) == {"s5.text.s5"}


def test_two_rounds_with_nearly_the_same_words_are_not_confused() -> None:
    first, second = plan()[2], plan()[3]
    found = changes((first, second), (replace(second, id="n1"), replace(first, id="n2")))
    assert found == ()


def test_another_plan_shares_nothing() -> None:
    other = (step(1, "Mua sắm trang thiết bị phòng thí nghiệm"), step(2, "Tuyên truyền trên báo, đài"))
    assert told(changes(plan(), other)) == {
        *(f"s{n}.dropped." for n in range(1, 7)),
        ".added.s1",
        ".added.s2",
    }


FINALISING, SUBMISSION = Activity(ActivityKind.FINALISING), Activity(ActivityKind.SUBMISSION)
LAID = (
    step(5, "Xin ý kiến lãnh đạo phụ trách và thẩm tra của Văn phòng", date(2021, 7, 30)),
    step(6, "Hoàn thiện dự thảo, Tờ trình, hồ sơ; trình ký ban hành", date(2021, 8, 5)),
    step(7, "Hoàn thiện dự thảo, hồ sơ; trình ban hành", condition="khi có yêu cầu"),
)
"""The end of a timetable laid from a template …"""
SIGNED = (
    step(5, "Trình xin ý kiến Phó Chủ tịch UBND tỉnh phụ trách và thẩm tra của Văn phòng", date(2021, 7, 30)),
    step(6, "Trình UBND tỉnh Kế hoạch cùng các văn bản liên quan sau khi chỉnh lý toàn bộ", date(2021, 8, 5)),
    step(7, "Tiếp tục chỉnh lý các văn bản liên quan để UBND tỉnh ký", condition="Khi có yêu cầu"),
)
"""… and the same in the words of the plan that was signed."""


def paired(old: tuple[Step, ...], new: tuple[Step, ...]) -> set[tuple[str, str]]:
    return {(before.id, after.id) for before, after in pairs(old, new)[0]}


def test_steps_written_anew_between_the_same_neighbours_are_the_same_steps() -> None:
    assert paired(LAID, SIGNED) == {("s5", "s5"), ("s6", "s6"), ("s7", "s7")}


def test_a_common_activity_in_the_same_place_is_enough() -> None:
    old = (LAID[0], replace(LAID[1], activities=(FINALISING, SUBMISSION)))
    new = (SIGNED[0], replace(step(6, "Gửi lên cấp trên", date(2021, 9, 1)), activities=(SUBMISSION,)))
    assert paired(old, new) == {("s5", "s5"), ("s6", "s6")}
    assert paired(old, (new[0], replace(new[1], activities=()))) == {("s5", "s5")}


def test_a_day_is_no_condition_though_both_finish_the_draft() -> None:
    old = (LAID[0], replace(LAID[1], activities=(FINALISING,)))
    new = (SIGNED[0], replace(SIGNED[2], activities=(FINALISING,)))
    assert paired(old, new) == {("s5", "s5")}


def test_the_same_day_elsewhere_in_the_order_is_another_step() -> None:
    before = step(4, "Gửi hồ sơ", date(2021, 8, 5))
    assert paired(LAID[:2], (before, SIGNED[0])) == {("s5", "s5")}


def test_without_a_paired_neighbour_a_common_day_tells_nothing() -> None:
    assert paired(LAID[1:2], (step(1, "Mua sắm trang thiết bị", date(2021, 8, 5)),)) == set()


def test_the_tenth_step_stands_behind_the_ninth() -> None:
    day, other = date(2021, 6, 1), date(2021, 6, 2)
    old = (step(8, "Mở lớp"), step(9, "Việc cũ", day), step(10, "Thi"), step(11, "Khác", other))
    new = (step(8, "Mở lớp"), step(9, "Lời mới", day), step(10, "Thi"), step(11, "Điều lạ", other))
    assert paired(old, new) == {("s8", "s8"), ("s9", "s9"), ("s10", "s10"), ("s11", "s11")}


_ACTIVITIES = st.lists(st.sampled_from((FINALISING, SUBMISSION)), max_size=2).map(tuple)
_WORDS = st.lists(
    st.sampled_from(
        ["xây", "dựng", "dự", "thảo", "lấy", "ý", "kiến", "trình", "ký", "báo", "cáo", "tổng", "hợp"]
    ),
    min_size=1,
    max_size=8,
)
_STEPS = st.lists(
    st.tuples(
        _WORDS,
        st.none() | st.dates(date(2021, 1, 1), date(2021, 12, 31)),
        st.integers(1, 4),
        st.none() | st.just("khi có yêu cầu"),
        _ACTIVITIES,
    ),
    max_size=8,
).map(
    lambda rows: tuple(
        replace(
            step(n, " ".join(words), end), where=f"II.{label}", condition=condition, activities=activities
        )
        for n, (words, end, label, condition, activities) in enumerate(rows, 1)
    )
)


@given(_STEPS)
def test_a_plan_against_itself_gives_nothing(steps: tuple[Step, ...]) -> None:
    assert changes(steps, steps) == ()


@given(_STEPS, _STEPS)
def test_no_step_is_paired_twice(old: tuple[Step, ...], new: tuple[Step, ...]) -> None:
    found, dropped = pairs(old, new)
    early, late = [one.id for one, _ in found], [other.id for _, other in found]
    assert len(early) == len(set(early))
    assert len(late) == len(set(late))
    assert sorted([*early, *(one.id for one in dropped)]) == sorted(one.id for one in old)


def content(found: tuple[Change, ...]) -> list[str]:
    """Changes by what they say; of two steps that say the same, either may stand in the pair."""
    return sorted(f"{change.field}: {_said(change.old)} → {_said(change.new)}" for change in found)


def _said(one: Step | None) -> str:
    return f"{one.where} {one.text} {one.when}" if one else ""


@given(_STEPS, _STEPS, st.randoms())
def test_the_order_in_which_steps_are_given_plays_no_part(
    old: tuple[Step, ...], new: tuple[Step, ...], chance: object
) -> None:
    shuffled_old, shuffled_new = list(old), list(new)
    chance.shuffle(shuffled_old)  # type: ignore[attr-defined]
    chance.shuffle(shuffled_new)  # type: ignore[attr-defined]
    assert content(changes(shuffled_old, shuffled_new)) == content(changes(old, new))


@given(_STEPS, _STEPS)
def test_applying_the_changes_gives_the_new_plan(old: tuple[Step, ...], new: tuple[Step, ...]) -> None:
    found = changes(old, new)
    added = sum(change.field == "added" for change in found)
    dropped = sum(change.field == "dropped" for change in found)
    assert len(old) - dropped + added == len(new)
