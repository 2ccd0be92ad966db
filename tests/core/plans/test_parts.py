"""A bundled step comes apart into the work that its words name, laid backwards inside its days."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.calendars import official_calendar
from thammuu_core.plans.durations import durations
from thammuu_core.plans.model import Activity, ActivityKind, Step, When, WhenKind
from thammuu_core.plans.parts import is_bundled, parts_of

CALENDAR = official_calendar()
INSIDE = "Lấy ý kiến góp ý của Lãnh đạo sở, các đơn vị thuộc sở; tổng hợp, tiếp thu, chỉnh sửa dự thảo"


def duty(text: str, *kinds: ActivityKind) -> Step:
    return Step("s", "II.1", text, When("", WhenKind.DEADLINE), activities=tuple(map(Activity, kinds)))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            INSIDE,
            [
                ("Gửi văn bản lấy ý kiến", 1),
                ("Chờ trả lời trong nội bộ", 3),
                ("Tổng hợp ý kiến", 1),
                ("Tiếp thu, giải trình, chỉnh sửa dự thảo", 1),
            ],
        ),
        (
            "Lấy ý kiến các sở, ngành có liên quan; tổng hợp",
            [("Gửi văn bản lấy ý kiến", 1), ("Chờ trả lời", 5), ("Tổng hợp ý kiến", 2)],
        ),
        (
            "Lấy ý kiến các sở, ngành có liên quan",
            [("Gửi văn bản lấy ý kiến", 1), ("Chờ trả lời", 5), ("Tổng hợp, tiếp thu, giải trình", 2)],
        ),
        (
            "Xin ý kiến của PCT UBND tỉnh phụ trách, thẩm tra của Văn phòng UBND tỉnh",
            [
                ("Xin ý kiến lãnh đạo và chờ ý kiến", 3),
                ("Gửi hồ sơ thẩm tra; cơ quan thẩm tra kiểm tra hồ sơ", 2),
                ("Chờ thẩm tra", 3),
            ],
        ),
        (
            "Hoàn thiện dự thảo, trình UBND tỉnh ban hành",
            [("Hoàn thiện dự thảo, hồ sơ", 1), ("Ký, trình", 1), ("Ký, cấp số, phát hành", 1)],
        ),
        ("Việc khác", [("Thực hiện", 1)]),
    ],
)
def test_the_parts_are_those_that_the_words_name(text: str, parts: list[tuple[str, int]]) -> None:
    found = parts_of(duty(text), CALENDAR, first=None, last=date(2021, 6, 30))
    assert [(part.text, part.days) for part in found.parts] == parts
    assert is_bundled(duty(text)) is (len(parts) > 1)


def test_they_are_laid_backwards_over_weekends() -> None:
    found = parts_of(duty(INSIDE), CALENDAR, first=None, last=date(2021, 6, 30))
    assert [(part.starts_on, part.ends_on) for part in found.parts] == [
        (date(2021, 6, 23), date(2021, 6, 23)),
        (date(2021, 6, 24), date(2021, 6, 28)),
        (date(2021, 6, 29), date(2021, 6, 29)),
        (date(2021, 6, 30), date(2021, 6, 30)),
    ]


def test_an_agency_has_its_own_days() -> None:
    own = {"consult.internal_days": 7, "consult.gathering_days": 1}
    found = parts_of(duty(INSIDE), CALENDAR, first=None, last=date(2021, 6, 30), own_days=own)
    assert [part.days for part in found.parts] == [1, 7, 1]


def test_what_does_not_fit_says_how_much_is_missing_and_has_no_days() -> None:
    found = parts_of(duty(INSIDE), CALENDAR, first=date(2021, 6, 25), last=date(2021, 6, 30))
    assert "chỉ có 4 ngày làm việc" in found.infeasible
    assert "cần ít nhất 6" in found.infeasible
    assert {part.ends_on for part in found.parts} == {None}


def test_a_year_without_a_calendar_is_not_guessed() -> None:
    found = parts_of(duty(INSIDE), CALENDAR, first=None, last=date(2045, 6, 30))
    assert "lịch nghỉ năm 2045" in found.infeasible
    assert {part.ends_on for part in found.parts} == {None}


@given(
    st.lists(st.sampled_from(list(ActivityKind)), unique=True, max_size=6),
    st.sampled_from(["", "tổng hợp", "tổng hợp; tiếp thu, chỉnh sửa"]),
    st.dates(date(2021, 2, 1), date(2021, 12, 20)),
    st.integers(0, 60),
    st.dictionaries(st.sampled_from([one.key for one in durations()]), st.integers(0, 9)),
)
def test_parts_lie_inside_the_window_in_order_and_take_the_minimum(
    kinds: list[ActivityKind], words: str, last: date, span: int, own: dict[str, int]
) -> None:
    first = last - timedelta(days=span)
    step = duty(words, *kinds or [ActivityKind.OTHER])
    found = parts_of(step, CALENDAR, first=first, last=last, own_days=own)
    dated = [
        (part.starts_on, part.ends_on, part.days) for part in found.parts if part.starts_on and part.ends_on
    ]
    if found.infeasible:
        assert not dated
        return
    assert sum(days for _, _, days in dated) == found.minimum
    for start, end, days in dated:
        assert first <= start <= end <= last
        assert CALENDAR.working_days_between(start, end) + 1 == days
    for (_, before, _), (after, _, _) in pairwise(dated):
        assert CALENDAR.working_days_between(before, after) == 1


def test_a_piece_that_takes_no_time_does_not_hide_that_the_others_do_not_fit() -> None:
    step = duty("", ActivityKind.RESEARCH, ActivityKind.STUDY_VISIT)
    day = date(2021, 2, 1)
    assert parts_of(step, CALENDAR, first=day, last=day, own_days={"research.days": 0}).infeasible
