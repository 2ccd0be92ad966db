"""The one clock. Acts happen at its time: the machine's, or the declared simulated date of a demo or a training.

Machinery that measures the machine itself (a job's heartbeat) uses `django.utils.timezone` and not this.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date, datetime

from django.utils import timezone

from thammuu.apps.organisations.models import SimulatedDate

_set: ContextVar[date | None] = ContextVar("simulated_on", default=None)


def simulated_on() -> date | None:
    """The declared date, when a simulation is on; every page shows it."""
    if (day := _set.get()) is not None:
        return day
    row = SimulatedDate.objects.order_by("-pk").only("on").first()
    return row.on if row else None


def now() -> datetime:
    """The instant, with the time of day of the machine and the date of the simulation if there is one."""
    instant = timezone.localtime()
    day = simulated_on()
    return instant if day is None else instant.replace(year=day.year, month=day.month, day=day.day)


def today() -> date:
    """The date in Việt Nam."""
    return simulated_on() or timezone.localdate()


def local(instant: datetime) -> datetime:
    """The same instant as the clocks of Việt Nam show it, for words that are kept."""
    return timezone.localtime(instant)


def declare_simulation(day: date | None) -> None:
    """From now on everyone lives on `day`; None ends the simulation."""
    SimulatedDate.objects.create(on=day)


@contextmanager
def at(day: date) -> Iterator[None]:
    """Inside the block it is `day`, for this thread of control only: to live through a history, and in tests."""
    token = _set.set(day)
    try:
        yield
    finally:
        _set.reset(token)
