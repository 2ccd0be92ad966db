"""What a reply says and is not kept is told, with what to do; what is kept is told to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from support.papers import paper_of
from thammuu_core.anchors import Version
from thammuu_core.opinions import (
    Answer,
    Check,
    Confidence,
    Operation,
    Opinion,
    Origin,
    Reply,
    Row,
    Stance,
    Target,
    Unplaced,
)
from thammuu_core.opinions.consolidation import consolidate
from thammuu_core.opinions.ledger import State, checks_of_merge, checks_of_reply, states
from thammuu_core.papers import BODY, Paragraph, Story
from thammuu_core.redlines import Edit
from thammuu_core.wordml.revisions.model import Hand, Ledger, Remark, Revised, RevisedStory

BASE = Version.of("0" * 64, paper_of("1. Hoàn thành trước ngày 30/6.\n2. Các đơn vị báo cáo."))
DATE = BASE.text.index("30/6")
LATER = Opinion(
    Origin.REVISION, Operation.REPLACE, Target(DATE, DATE + 4, confidence=Confidence.EXACT), "30/6", "25/6"
)
COMMENT = Opinion(
    Origin.COMMENT,
    Operation.COMMENT,
    Target(0, 2, confidence=Confidence.EXACT),
    text="Vì sao?",
    thread=(Answer("B", "", "Theo Luật."),),
)
REMARKS = (
    Remark("1", Hand("A"), "Vì sao?"),
    Remark("2", Hand("B"), "Theo Luật.", parent="1"),
    Remark("3", Hand("A"), "Xem lại.", None),
)
REPLY = Reply("a.docx", opinions=(LATER, COMMENT), unplaced=(Unplaced("Xem lại.", "Không gắn với chỗ nào."),))


def copy(accepted: str, original: str = BASE.text, ledger: Ledger | None = None) -> Revised:
    stories = [Story(BODY, tuple(map(Paragraph, text.split("\n")))) for text in (original, accepted)]
    return Revised(
        (RevisedStory(BODY, (), *stories),), REMARKS, ledger or Ledger({"document": 9}, {"document": 9})
    )


GOOD = copy(BASE.text.replace("30/6", "25/6"))


def failing(checks: Sequence[Check]) -> list[str]:
    assert all(bool(check.message) != check.held for check in checks)
    return [check.code.removeprefix("ledger.") for check in checks if not check.held]


def test_a_copy_read_whole_passes_all_checks() -> None:
    checks = checks_of_reply(BASE, REPLY, GOOD)
    assert failing(checks) == []
    assert len(checks) == 4


@pytest.mark.parametrize(
    ("reply", "revised", "code"),
    [
        (REPLY, replace(GOOD, ledger=Ledger({"document": 9, "footnotes": 4}, {"document": 9})), "text_read"),
        (REPLY, copy(BASE.text.replace("30/6", "25/6") + " Hết."), "conserved"),
        (replace(REPLY, opinions=(replace(LATER, new="24/6"), COMMENT)), GOOD, "conserved"),
        (replace(REPLY, opinions=(replace(LATER, old="31/6"), COMMENT)), GOOD, "conserved"),
        (replace(REPLY, opinions=(LATER,)), GOOD, "comments_kept"),
        (replace(REPLY, opinions=(LATER, replace(COMMENT, thread=()))), GOOD, "comments_kept"),
        (replace(REPLY, unplaced=()), GOOD, "comments_kept"),
        (replace(REPLY, opinions=(LATER, COMMENT, COMMENT)), GOOD, "comments_kept"),
    ],
    ids=[
        "a part unread",
        "more in the copy",
        "other words",
        "old words wrong",
        "comment",
        "answer",
        "orphan",
        "twice",
    ],
)
def test_what_was_lost_is_said(reply: Reply, revised: Revised, code: str) -> None:
    assert failing(checks_of_reply(BASE, reply, revised)) == [code]


def test_a_change_made_with_tracking_off_that_is_no_opinion_is_said() -> None:
    silent = copy(BASE.text.replace("báo cáo", "gửi"), BASE.text.replace("báo cáo", "gửi"))
    assert "silent_counted" in failing(checks_of_reply(BASE, replace(REPLY, opinions=(COMMENT,)), silent))


def test_a_field_that_word_worked_out_anew_is_nobodys_opinion_and_nothing_is_lost() -> None:
    reply = replace(REPLY, opinions=(COMMENT,))
    computed = {BODY: [Edit(DATE, DATE + 4, "30/6", "25/6")]}
    assert failing(checks_of_reply(BASE, reply, GOOD, computed)) == []


BLOCKS = (
    "SỞ TÀI CHÍNH",
    "Cơ bản nhất trí với dự thảo. Tuy nhiên, đề nghị làm rõ nguồn kinh phí thực hiện.",
    "1. Bổ sung trách nhiệm của các đơn vị; rà soát lỗi chính tả.",
)


def letter(*texts: str) -> Reply:
    opinions = tuple(Opinion(Origin.SENTENCE, Operation.COMMENT, Target(), text=text) for text in texts)
    return Reply("b.pdf", opinions=opinions, form=("SỞ TÀI CHÍNH",))


def test_a_letter_all_of_whose_sentences_went_somewhere_passes() -> None:
    kept = letter(*BLOCKS[1].split(". "), "Bổ sung trách nhiệm của các đơn vị")
    kept = replace(kept, unplaced=(Unplaced("rà soát lỗi chính tả.", "Cả văn bản."),))
    assert failing(checks_of_reply(BASE, kept, blocks=BLOCKS)) == []


@pytest.mark.parametrize("lost", ["rà soát lỗi chính tả", "Cơ bản nhất trí với dự thảo", "SỞ TÀI CHÍNH"])
def test_a_sentence_of_a_letter_that_went_nowhere_is_quoted(lost: str) -> None:
    kept = letter(*(text.replace(lost, "") for text in BLOCKS))
    kept = replace(kept, form=() if lost.isupper() else kept.form)
    (check,) = checks_of_reply(BASE, kept, blocks=BLOCKS)
    assert not check.held
    assert lost in check.message


def test_a_row_that_misses_or_repeats_an_opinion_is_said() -> None:
    replies = [REPLY, replace(REPLY, file="b.docx")]
    rows = consolidate(BASE, replies)
    assert failing(checks_of_merge(replies, rows)) == []
    assert failing(checks_of_merge(replies, rows[1:])) == ["rows_hold_all"]
    assert failing(checks_of_merge(replies, (*rows, Row("x", ((1, 0),))))) == ["rows_hold_all"]
    assert failing(checks_of_merge(replies, (*rows, Row("x", ((7, 0),))))) == ["rows_hold_all"]


def test_every_agency_asked_has_a_state_and_silence_is_one() -> None:
    agreed = Reply("c.docx", agency="so tai chinh", stance=Stance.AGREE)
    unread = Reply("d.doc", agency="Sở Y tế", kinds=("unreadable",))
    back = Reply("e.docx", agency="Sở Nội vụ", kinds=("unchanged",))
    spoke = replace(REPLY, agency="Sở Xây dựng")
    both = [replace(agreed, agency="Sở Xây dựng"), spoke]
    asked = ("Sở Tài chính", "Sở Y tế", "Sở Nội vụ", "Sở Xây dựng", "Sở Công Thương")
    replies = [agreed, unread, back, *both]
    assert list(states(replies, asked).values()) == [
        State.AGREES,
        State.UNREADABLE,
        State.NO_OPINION,
        State.OPINIONS,
        State.NOT_ANSWERED,
    ]
    assert failing(checks_of_merge(replies, consolidate(BASE, replies), asked)) == []


def test_a_file_of_no_agency_that_was_asked_is_said() -> None:
    stray = replace(REPLY, agency="Scan 001")
    checks = checks_of_merge([stray], consolidate(BASE, [stray]), ["Sở Y tế"])
    assert failing(checks) == ["agencies_have_state"]
    assert "a.docx" in checks[-1].message
