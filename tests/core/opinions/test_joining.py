"""Silent and tracked changes as one set: whatever the two rounds do to each other, together they give the last text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thammuu_core.opinions.joining import Change, Way, joined
from thammuu_core.redlines import Edit, applied
from thammuu_core.wordml.revisions.model import Hand

LAN, MAI = Hand("Lan"), Hand("Mai")


def silent(start: int, end: int, new: str, to: int | None = None) -> Change:
    return Change(Edit(start, end, "", new, to), silent=True)


def by(hand: Hand, start: int, end: int, new: str, to: int | None = None) -> Change:
    return Change(Edit(start, end, "", new, to), (hand,))


def both(text: str, first: list[Change], second: list[Change]) -> list[Change]:
    copy = applied(text, [change.edit for change in first])
    return joined(first, second, Way(text, copy, first))


def told(changes: list[Change]) -> list[tuple[int, int, str, int | None, bool, tuple[str, ...]]]:
    return [
        (c.edit.start, c.edit.end, c.edit.new, c.edit.to, c.silent, tuple(hand.author for hand in c.hands))
        for c in changes
    ]


CASES = {
    "far apart, each stays as it is": (
        [silent(0, 2, "XX")],
        [by(LAN, 6, 8, "yy")],
        [(0, 2, "XX", None, True, ()), (6, 8, "yy", None, False, ("Lan",))],
    ),
    "side by side, each stays as it is": (
        [silent(2, 4, "XX")],
        [by(LAN, 4, 6, "yy")],
        [(2, 4, "XX", None, True, ()), (4, 6, "yy", None, False, ("Lan",))],
    ),
    "a tracked change inside silent words is one change of both": (
        [silent(2, 4, "WXYZ")],
        [by(LAN, 3, 5, "--")],
        [(2, 4, "W--Z", None, True, ("Lan",))],
    ),
    "a tracked removal that swallows a silent change": (
        [silent(4, 5, "QQ")],
        [by(LAN, 2, 8, "")],
        [(2, 7, "", None, True, ("Lan",))],
    ),
    "put in silently, taken out by tracking: nobody proposes anything": (
        [silent(3, 3, "new")],
        [by(LAN, 3, 6, "")],
        [],
    ),
    "two hands in two places of one silent paragraph": (
        [silent(5, 5, "mot doan moi\n")],
        [by(LAN, 6, 7, "A"), by(MAI, 10, 11, "B")],
        [(5, 5, "mAt dBan moi\n", None, True, ("Lan", "Mai"))],
    ),
    "a silent move whose words were then tracked stays a move": (
        [silent(0, 3, "abc", to=8)],
        [by(LAN, 6, 7, "X")],
        [(0, 3, "aXc", 8, True, ("Lan",))],
    ),
    "a tracked move of words that were changed silently stays a move": (
        [silent(1, 2, "Q")],
        [by(LAN, 0, 3, "aQc", to=8)],
        [(0, 3, "aQc", 8, True, ("Lan",))],
    ),
    "silent words put in at both sides of a tracked insertion": (
        [silent(4, 4, "ss")],
        [by(LAN, 5, 5, "t")],
        [(4, 4, "sts", None, True, ("Lan",))],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_two_rounds_are_told_as_one(case: str) -> None:
    first, second, expected = CASES[case]
    assert told(both("abcdefghij", first, second)) == expected


edits = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("xyz\n ", max_size=5)), max_size=6)


def rounds(text: str, drawn: list[tuple[int, int, str]], *, quiet: bool) -> list[Change]:
    """Changes that do not overlap, from any numbers; now and then a move."""
    made, position = [], 0
    for step, length, new in drawn:
        start = position + step % 7
        end = min(start + length, len(text))
        if start > len(text) or (start == end and not new):
            continue
        if step % 5 == 0 and start < end < len(text):
            to = end + 1 if end + 1 <= len(text) else end
            change = Edit(start, end, "", text[start:end] + new, to)
            position = to + 1
        else:
            change = Edit(start, end, "", new)
            position = end + 1
        made.append(Change(change, () if quiet else (LAN,), silent=quiet))
    return made


@given(st.text("abc\n ", min_size=1, max_size=30), edits, edits)
def test_all_changes_together_give_the_text_after_both_rounds(
    text: str, one: list[tuple[int, int, str]], two: list[tuple[int, int, str]]
) -> None:
    first = rounds(text, one, quiet=True)
    middle = applied(text, [change.edit for change in first])
    second = rounds(middle, two, quiet=False)
    last = applied(middle, [change.edit for change in second])
    assert applied(text, [change.edit for change in both(text, first, second)]) == last
