"""Why a step does not fit, said to the person who must change something."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thammuu_core.calendars import WorkingCalendar
from thammuu_core.calendars.words import said_day
from thammuu_core.plans.durations import Duration, listed
from thammuu_core.schedules.model import Infeasible
from thammuu_core.schedules.passes import Window, attempt


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a step and the one before it."""

    needed: tuple[Duration, ...]
    due: date | None
    before_due: date | None
    """When the latest predecessor is due."""
    before: str
    """Where that predecessor stands: "II.5"."""
    available: int | None
    slack: int | None

    @property
    def minimum(self) -> int:
        """Days needed at least."""
        return sum(duration.days for duration in self.needed)


def why_infeasible(facts: Facts, window: Window, calendar: WorkingCalendar) -> Infeasible | None:
    """The nearest reason that the step cannot be done as planned, or None; its own dates before those of the net."""
    if facts.due and facts.before_due and facts.due < facts.before_due:
        return _before_its_predecessor(facts, calendar)
    if facts.available is not None and facts.available < facts.minimum:
        return _too_few_days(facts, calendar)
    if facts.slack is not None and facts.slack < 0:
        return _no_room(facts, window)
    return None


def _before_its_predecessor(facts: Facts, calendar: WorkingCalendar) -> Infeasible:
    assert facts.due is not None
    assert facts.before_due is not None
    reason = f"hạn {said_day(facts.due)} đến trước hạn của bước {facts.before} ({said_day(facts.before_due)}) mà bước này phải chờ."
    return Infeasible(reason, _two_ways(facts, calendar))


def _too_few_days(facts: Facts, calendar: WorkingCalendar) -> Infeasible:
    since = (
        f"sau hạn của bước {facts.before} ({said_day(facts.before_due)})"
        if facts.before_due
        else "từ ngày bắt đầu"
    )
    reason = (
        f"chỉ có {facts.available} ngày làm việc {since}, "
        f"cần ít nhất {facts.minimum} ngày làm việc ({listed(facts.needed)})."
    )
    return Infeasible(
        reason, (*_two_ways(facts, calendar), f"rút việc của bước này còn {facts.available} ngày làm việc")
    )


def _no_room(facts: Facts, window: Window) -> Infeasible:
    assert facts.slack is not None
    assert window.earliest_end is not None
    assert window.latest_end is not None
    reason = (
        f"sớm nhất xong ngày {said_day(window.earliest_end)} nhưng muộn nhất phải xong ngày {said_day(window.latest_end)} "
        f"để kịp hạn của bước này và các bước sau; thiếu {-facts.slack} ngày làm việc."
    )
    return Infeasible(
        reason,
        (
            f"bắt đầu sớm hơn {-facts.slack} ngày làm việc",
            f"lùi các hạn từ bước này trở đi {-facts.slack} ngày làm việc",
            f"rút ngắn các bước trước hoặc bước này tổng cộng {-facts.slack} ngày làm việc",
        ),
    )


def _two_ways(facts: Facts, calendar: WorkingCalendar) -> tuple[str, ...]:
    """Move this step's date, or its predecessor's; left out where the calendar does not reach."""
    ways = []
    later = attempt(calendar.add_working_days, facts.before_due, facts.minimum) if facts.before_due else None
    if later:
        ways.append(f"lùi hạn của bước này tới ngày {said_day(later)}")
    sooner = attempt(calendar.add_working_days, facts.due, -facts.minimum) if facts.due else None
    if sooner and facts.before:
        ways.append(f"để bước {facts.before} xong muộn nhất ngày {said_day(sooner)}")
    elif sooner:
        ways.append(f"bắt đầu muộn nhất ngày {said_day(calendar.next_working_day(sooner))}")
    return tuple(ways)
