"""Signs and words under which a step is shown."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from thammuu.web.components.states import days_left_words, duty_of
from thammuu.web.templatetags.states import tells_place


@pytest.mark.parametrize(
    ("time", "text", "duty"),
    [
        ("Trước ngày 30/6/2021", "Trước ngày 30/6/2021: Lấy ý kiến lần 1", "Lấy ý kiến lần 1"),
        (
            "Quý II",
            "Khảo sát trong Quý II",
            "Khảo sát trong Quý II",
        ),  # only a time put in front is a column of its own
        ("", "Khảo sát", "Khảo sát"),
        ("Tháng 4", "Tháng 4", "Tháng 4"),  # nothing else is said
        ("Hằng năm", "Hằng năm tổ chức tuần lễ", "Tổ chức tuần lễ"),
    ],
)
def test_the_time_before_a_duty_is_not_said_twice(time: str, text: str, duty: str) -> None:
    assert duty_of(SimpleNamespace(text=text, when=SimpleNamespace(as_written=time))) == duty


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (3, "còn 3 ngày làm việc"),
        (0, "không còn ngày làm việc nào"),
        (-2, "quá hạn 2 ngày làm việc"),
        (None, ""),  # the year has no calendar, so nothing is counted
    ],
)
def test_days_left_are_told_in_words(days: int | None, words: str) -> None:
    assert days_left_words(days) == words


@pytest.mark.parametrize(
    ("place", "message", "told"),
    [
        ("II.7", "không có thời hạn; đặt thời hạn", True),
        ("II.7", "II.7 không có thời hạn", False),
        ("II.1", "chỉ có 3 ngày làm việc sau bước II.10", True),
        ("II.2", "II.2.b nêu “các cơ quan”", True),
        ("II.4", "I.2.b nêu “các cơ quan”, còn II.4 nêu “các sở”.", False),
        ("", "Hai căn cứ trùng nhau", False),
    ],
)
def test_the_place_of_a_doubt_is_said_once(place: str, message: str, told: bool) -> None:
    assert tells_place(SimpleNamespace(where=place, message=message)) is told
