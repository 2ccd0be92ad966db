"""The last day of a step is the one that the core reckons for the time as written, whatever brought it about."""

from __future__ import annotations

from datetime import date

import pytest

from thammuu.apps.dossiers.reckoning.timing import last_day
from thammuu_core.calendars import official_calendar
from thammuu_core.plans.dues import due
from thammuu_core.plans.model import When, WhenKind

MAY_31_2026_IS_A_SUNDAY = date(2026, 5, 31)


@pytest.mark.parametrize(
    ("start", "end", "strict", "last"),
    [
        (date(2026, 5, 1), MAY_31_2026_IS_A_SUNDAY, False, date(2026, 5, 29)),
        (None, MAY_31_2026_IS_A_SUNDAY, False, date(2026, 6, 1)),
        (None, MAY_31_2026_IS_A_SUNDAY, True, date(2026, 5, 29)),
        (date(2026, 5, 4), date(2026, 5, 28), False, date(2026, 5, 28)),
        (None, None, False, None),
        (date(2026, 5, 4), None, False, None),
    ],
    ids=["a month", "a day", "before a day", "a span", "no time", "an open end"],
)
def test_a_time_is_kept_up_to_the_day_the_core_says(
    start: date | None, end: date | None, strict: bool, last: date | None
) -> None:
    kind = WhenKind.PERIOD if start else WhenKind.DEADLINE
    assert last_day(start, end, strict=strict) == last
    assert due(When("", kind, start, end, strict=strict), official_calendar()) == last


def test_without_a_calendar_the_day_itself_holds() -> None:
    assert last_day(None, date(2090, 5, 31), strict=False) == date(2090, 5, 31)
    assert last_day(None, date(2090, 5, 31), strict=True) == date(2090, 5, 30)
