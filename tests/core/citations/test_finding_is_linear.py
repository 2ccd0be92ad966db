"""Time grows with the text: counted in places looked at, not in seconds."""

from __future__ import annotations

import pytest

from thammuu_core.citations import before, find, numbers, views

_SENTENCE = "Căn cứ Quyết định số 22/QĐ-UBND ngày 05/3/2020 của UBND tỉnh về việc ban hành Quy chế làm việc; "


def test_each_number_is_met_once() -> None:
    text = views.views_of(_SENTENCE * 50).plain
    assert len(list(numbers.numbers(text))) == 50


def test_what_is_read_around_a_number_does_not_grow_with_the_text() -> None:
    """The citation a thousand sentences in is the one of the first sentence, shifted: nothing far away is read."""
    many = find(_SENTENCE * 1000)
    alone = find(_SENTENCE)[0]
    last = many[-1]
    assert len(many) == 1000
    assert (last.start - alone.start) % len(_SENTENCE) == 0
    assert last.end - last.start == alone.end - alone.start


@pytest.mark.parametrize(
    "text",
    [
        "1" * 200_000,
        "1/" * 100_000,
        "1/A" * 70_000,
        "1/A-" * 50_000,
        "số " * 70_000,
        "Luật " * 40_000,
        "khoản 1, " * 20_000,
        "của UBND tỉnh, huyện " * 10_000,
        "(" * 100_000,
        "22/QĐ-UBND về " + '("' * 50_000,
        " " * 200_000 + "22/QĐ-UBND",
        "\u0301" * 100_000,
    ],
)
def test_hostile_repetition_ends(text: str) -> None:
    find(text)


def test_a_window_bounds_what_is_read_before_a_number() -> None:
    assert before._WINDOW <= 400
