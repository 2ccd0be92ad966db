"""Tracked changes of a Word file as edits of the text that was sent."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.stories import story
from thammuu_core.papers import BODY
from thammuu_core.redlines import applied, tracked
from thammuu_core.wordml.revisions.model import Hand, RevisedStory, Token, TokenKind

LAN, MINH = Hand("Lan", "2026-05-04T08:00:00Z"), Hand("Minh")


def kept(text: str) -> Token:
    return Token(text, _kind(text))


def put_in(text: str, hand: Hand = LAN, moved: str | None = None, *, computed: bool = False) -> Token:
    return Token(text, _kind(text), inserted=hand, moved=moved, computed=computed)


def taken_out(text: str, hand: Hand = LAN, moved: str | None = None, *, computed: bool = False) -> Token:
    return Token(text, _kind(text), deleted=hand, moved=moved, computed=computed)


def _kind(text: str) -> TokenKind:
    return TokenKind.MARK if text == "\n" else TokenKind.TEXT


def revised(*tokens: Token) -> RevisedStory:
    original = "".join(token.text for token in tokens if not token.inserted)
    accepted = "".join(token.text for token in tokens if not token.deleted)
    return RevisedStory(BODY, tokens, story(*original.split("\n")), story(*accepted.split("\n")))


CASES = {
    "removed and put in at one place is a replacement": (
        (kept("hạn "), taken_out("05"), put_in("10"), kept(" ngày")),
        [(4, "05", "10", None)],
    ),
    "words that stay keep two changes apart": (
        (taken_out("Sở A"), put_in("Sở B"), kept(" chủ trì "), taken_out("trước"), put_in("sau"), kept(" 30/6")),
        [(0, "Sở A", "Sở B", None), (13, "trước", "sau", None)],
    ),
    "a blank does not": (
        (taken_out("một"), put_in("hai"), kept(" "), taken_out("việc"), put_in("điều")),
        [(0, "một việc", "hai điều", None)],
    ),
    "a paragraph is put in": (
        (kept("Một"), kept("\n"), put_in("Hai"), put_in("\n"), kept("Ba")),
        [(4, "", "Hai\n", None)],
    ),
    "a paragraph is put in behind the last": ((kept("Một"), put_in("\n"), put_in("Hai")), [(3, "", "\nHai", None)]),
    "a paragraph is split": ((kept("Một."), taken_out(" "), put_in("\n"), kept("Hai")), [(4, " ", "\n", None)]),
    "two are merged": ((kept("Một."), taken_out("\n"), put_in(" "), kept("Hai")), [(4, "\n", " ", None)]),
    "a removed paragraph is told apart from a change in the next": (
        (kept("A"), kept("\n"), taken_out("B"), taken_out("\n"), taken_out("Cũ"), put_in("Mới"), kept(" đây")),
        [(2, "B\n", "", None), (4, "Cũ", "Mới", None)],
    ),
    "a move is one": (
        (taken_out("A", moved="m"), taken_out("\n", moved="m"), kept("B"), kept("\n"), put_in("A", moved="m"), put_in("\n", moved="m"), kept("C")),
        [(0, "A\n", "A\n", 4)],
    ),
    "a move takes its paragraph's mark along": (
        (taken_out("A", moved="m"), taken_out("\n"), kept("B"), kept("\n"), put_in("A", moved="m"), put_in("\n"), kept("C")),
        [(0, "A\n", "A\n", 4)],
    ),
    "plain changes take a mark along that alone is called moved": (
        (taken_out("A"), taken_out("\n", moved="m"), kept("B"), kept("\n"), put_in("A"), put_in("\n", moved="n"), kept("C")),
        [(0, "A\n", "", None), (4, "", "A\n", None)],
    ),
    "half a move is what it shows": ((kept("A"), kept("\n"), put_in("B", moved="m")), [(2, "", "B", None)]),
    "what was put in and taken out again is nothing": (
        (kept("A"), Token("B", inserted=LAN, deleted=MINH), kept("C")),
        [],
    ),
    "nor does it part what stands around it": (
        (taken_out("A"), Token("B", inserted=LAN, deleted=MINH), put_in("C"), kept(" D")),
        [(0, "A", "C", None)],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_tracked_changes_become_edits(case: str) -> None:
    tokens, expected = CASES[case]
    found = [one.edit for one in tracked(revised(*tokens))]
    assert [(edit.start, edit.old, edit.new, edit.to) for edit in found] == expected


def test_every_hand_of_a_change_is_named_once() -> None:
    (one,) = tracked(revised(taken_out("a", MINH), put_in("b"), put_in("c", MINH), kept(" d")))
    assert one.hands == (MINH, LAN)


def test_a_result_that_word_computes_is_marked_and_not_mixed_with_words() -> None:
    found = tracked(
        revised(
            kept("Điều "), taken_out("5", computed=True), put_in("6", computed=True), kept(" "), put_in("mới")
        )
    )
    assert [(one.edit.new, one.computed) for one in found] == [("6", True), ("mới", False)]


PIECE = st.builds(
    Token,
    st.sampled_from(("một", " ", "hai", "\n", ";")),
    inserted=st.sampled_from((None, None, LAN, MINH)),
    deleted=st.sampled_from((None, None, LAN)),
    moved=st.sampled_from((None, None, "m", "n")),
    computed=st.booleans(),
).map(
    lambda token: Token(
        token.text, _kind(token.text), token.inserted, token.deleted, token.moved, token.computed
    )
)


@given(st.lists(PIECE, max_size=14))
def test_the_edits_made_on_the_original_give_the_accepted_text(tokens: list[Token]) -> None:
    made = revised(*tokens)
    edits = [one.edit for one in tracked(made)]
    assert applied(made.original.text, edits) == made.accepted.text
    assert all(made.original.text[edit.start : edit.end] == edit.old for edit in edits)
    assert all(edit.old or edit.new for edit in edits)
