"""A step without a last day says what kind of time it has instead of blaming the plan."""

from __future__ import annotations

from datetime import date

import pytest

from thammuu.apps.dossiers.reckoning.timing import Standing, timing


@pytest.mark.parametrize(
    ("kind", "starts_on", "condition", "words"),
    [
        ("recurring", None, "", "Làm định kỳ, không có hạn cuối"),
        ("ongoing", None, "", "Làm thường xuyên, không có hạn cuối"),
        ("period", date(2021, 7, 1), "", "Làm từ 01/07/2021, không ghi hạn cuối"),
        ("conditional", None, "khi có yêu cầu", "Có điều kiện: khi có yêu cầu"),
        ("undated", None, "", "Kế hoạch không ghi thời hạn"),
    ],
)
def test_the_reason_fits_the_kind_of_time(
    kind: str, starts_on: date | None, condition: str, words: str
) -> None:
    step = Standing(kind, starts_on, None, condition, None, None)
    reckoned = timing(step, date(2021, 7, 6), soon=3)
    assert (reckoned.reason, reckoned.late, reckoned.due_on) == (words, False, None)
