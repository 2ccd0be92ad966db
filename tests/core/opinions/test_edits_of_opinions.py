"""What an opinion asks for, word for word, as a change of the draft; nothing where it only speaks or is not sure."""

from __future__ import annotations

import pytest

from thammuu_core.opinions import Confidence, Operation, Opinion, Origin, Target
from thammuu_core.opinions.edits import edit_of
from thammuu_core.redlines import Edit

TEXT = "1. Sở chủ trì, đơn vị chủ trì.\n2. Gửi trong 05 ngày."
LINE = (31, len(TEXT))
EXACT, PROVISION, CHECK = Confidence.EXACT, Confidence.PROVISION, Confidence.CHECK
SENTENCE, REVISION = Origin.SENTENCE, Origin.REVISION
REPLACE, INSERT, DELETE, MOVE = Operation.REPLACE, Operation.INSERT, Operation.DELETE, Operation.MOVE


@pytest.mark.parametrize(
    ("origin", "operation", "place", "confidence", "old", "new", "expected"),
    [
        (REVISION, REPLACE, (44, 51), EXACT, "05 ngày", "07 ngày", Edit(44, 51, "05 ngày", "07 ngày")),
        (SENTENCE, REPLACE, LINE, EXACT, "05 ngày", "07 ngày", Edit(44, 51, "05 ngày", "07 ngày")),
        (SENTENCE, REPLACE, (0, 30), EXACT, "chủ trì", "phối hợp", None),
        (SENTENCE, REPLACE, LINE, EXACT, "09 ngày", "07 ngày", None),
        (SENTENCE, REPLACE, (44, 51), EXACT, "05 ngày", "", None),
        (SENTENCE, REPLACE, LINE, PROVISION, "", "Gửi ngay.", None),
        (SENTENCE, REPLACE, (44, 51), CHECK, "05 ngày", "07 ngày", None),
        (REVISION, INSERT, (51, 51), EXACT, "", " làm việc", Edit(51, 51, "", " làm việc")),
        (SENTENCE, INSERT, (44, 51), EXACT, "05 ngày", "làm việc", Edit(51, 51, "", " làm việc")),
        (SENTENCE, INSERT, (51, 51), EXACT, "05 ngày", "làm việc", Edit(51, 51, "", " làm việc")),
        (SENTENCE, INSERT, (51, 51), EXACT, "05 ngày", ", nếu có", Edit(51, 51, "", ", nếu có")),
        (SENTENCE, INSERT, (44, 44), EXACT, "05 ngày", "thời hạn", Edit(44, 44, "", "thời hạn ")),
        (SENTENCE, REPLACE, LINE, PROVISION, "", "2. Gửi ngay.", Edit(*LINE, TEXT[31:], "2. Gửi ngay.")),
        (SENTENCE, REPLACE, (0, len(TEXT)), PROVISION, "", "1. Gửi ngay.", None),
        (SENTENCE, INSERT, LINE, PROVISION, "", "làm việc", None),
        (SENTENCE, INSERT, (30, 30), PROVISION, "", "1a. Mới.", Edit(30, 30, "", "\n1a. Mới.")),
        (SENTENCE, INSERT, (31, 31), PROVISION, "", "1a. Mới.", Edit(31, 31, "", "1a. Mới.\n")),
        (SENTENCE, DELETE, LINE, PROVISION, "", "", Edit(*LINE, TEXT[31:], "")),
        (SENTENCE, DELETE, LINE, PROVISION, "05 ngày", "", None),
        (SENTENCE, DELETE, LINE, EXACT, "trong", "", Edit(37, 43, " trong", "")),
        (SENTENCE, DELETE, LINE, EXACT, "05 ngày", "", Edit(43, 51, " 05 ngày", "")),
        (SENTENCE, DELETE, (44, 44), EXACT, "", "", None),
        (SENTENCE, MOVE, LINE, EXACT, "", "", None),
        (SENTENCE, Operation.KEEP, LINE, EXACT, "", "", None),
        (REVISION, REPLACE, (44, 500), EXACT, "", "x", None),
    ],
)
def test_the_change_that_an_opinion_asks_for(
    origin: Origin, operation: Operation, place: tuple[int, int], confidence: Confidence, old: str, new: str,
    expected: Edit | None,
) -> None:  # fmt: skip
    opinion = Opinion(origin, operation, Target(*place, confidence=confidence), old, new)
    assert edit_of(TEXT, opinion) == expected


def test_a_move_takes_its_words_along_and_lands_where_it_says() -> None:
    place = Target(*LINE, to=0, confidence=EXACT)
    assert edit_of(TEXT, Opinion(SENTENCE, MOVE, place)) == Edit(*LINE, TEXT[31:], TEXT[31:], 0)
    assert edit_of(TEXT, Opinion(REVISION, MOVE, place, TEXT[31:], "2. Gửi.")) == Edit(
        *LINE, TEXT[31:], "2. Gửi.", 0
    )
