"""What every command is held to before its act: days that can be meant and texts of letters, in fields, lists, claims."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from thammuu.apps.journal.receipts import DayImplausible, TextUnprintable, once


@dataclass(frozen=True, slots=True)
class Command:
    """Holds anything."""

    value: object


@pytest.mark.parametrize(
    "value",
    [
        date(9999, 12, 31),
        date(1, 1, 1),
        date(1021, 7, 5),
        datetime(9999, 1, 1, tzinfo=UTC),
        {"end": "9999-12-31"},
        (date(2021, 7, 5), date(2201, 7, 5)),
        [Command({"when": {"start": "0201-07-05"}})],
    ],
)
def test_a_day_that_nobody_can_mean_is_refused_before_the_act(db: None, value: object) -> None:
    acts: list[int] = []
    with pytest.raises(DayImplausible):
        once(uuid4(), uuid4(), "act", Command(value), lambda: acts.append(1) or uuid4())
    assert acts == []


@pytest.mark.parametrize(
    "value", [date(2021, 7, 5), {"end": "2045-12-31", "words": "9999-12-31 là hạn"}, ("9999-99-99", None, 5)]
)
def test_other_days_and_words_are_none_of_its_business(db: None, value: object) -> None:
    assert once(uuid4(), uuid4(), "act", Command(value), uuid4)


@pytest.mark.parametrize(
    "value",
    [
        "a\x00b",
        {"words": "\x0bđơn"},
        ("Bước", "\x1f"),
        [Command("\x08")],
        frozenset({"\x00"}),
        Command({"\x00": 1}),
        "\ud800",
        "\ufffe",
    ],
)
def test_a_text_with_what_no_letter_is_is_refused_in_words_before_the_act(db: None, value: object) -> None:
    acts: list[int] = []
    with pytest.raises(TextUnprintable, match="ký tự"):
        once(uuid4(), uuid4(), "act", Command(value), lambda: acts.append(1) or uuid4())
    assert acts == []


def test_the_refusal_of_a_text_shows_where_it_is_and_is_a_text_itself() -> None:
    told = TextUnprintable("Trình Ủy ban nhân dân tỉnh\x00 ban hành Kế hoạch triển khai", 26).message
    assert "nhân dân tỉnh□ ban hành" in told
    assert "\x00" not in told


@pytest.mark.parametrize(
    "value", ["Dòng một\r\n\tdòng hai", "Nguyễn\u00a0Thị\u200b 👍", b"\x00", {"bytes": (b"\x00", None)}]
)
def test_lines_tabs_and_every_letter_are_taken(db: None, value: object) -> None:
    assert once(uuid4(), uuid4(), "act", Command(value), uuid4)
