"""One clock for everything: the date in Việt Nam, or the declared one."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from thammuu.apps.organisations import clock

HALF_PAST_MIDNIGHT = datetime(2021, 7, 5, 17, 30, tzinfo=UTC)
"""00:30 of 6/7/2021 in Việt Nam, while it is still the day before at Greenwich."""


@pytest.fixture(autouse=True)
def night(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is half past midnight."""
    monkeypatch.setattr(timezone, "now", lambda: HALF_PAST_MIDNIGHT)


def test_after_midnight_in_viet_nam_it_is_the_next_day() -> None:
    assert clock.today() == clock.now().date() == date(2021, 7, 6)


def test_a_declared_day_holds_until_it_is_ended_and_keeps_the_time_of_day() -> None:
    clock.declare_simulation(date(2024, 2, 29))
    assert clock.today() == clock.now().date() == date(2024, 2, 29)
    assert (clock.now().hour, clock.now().minute) == (0, 30)
    clock.declare_simulation(None)
    assert clock.today() == date(2021, 7, 6)
