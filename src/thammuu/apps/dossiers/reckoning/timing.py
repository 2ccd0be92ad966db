"""How a step stands against the official calendar: its last day, working days left, the light and the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from thammuu_core.calendars import YearUnknown, official_calendar
from thammuu_core.plans.dues import due
from thammuu_core.plans.model import When, WhenKind


@dataclass(frozen=True, slots=True)
class Timing:
    """The reckoning of one step on one day."""

    due_on: date | None
    days_left: int | None
    late: bool
    light: str
    reason: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What the reckoning needs to know of a step."""

    kind: str
    starts_on: date | None
    due_on: date | None
    """The last day on which it is in time, as `Step.due_on`: the agency's reading of "trước ngày" is in it."""
    condition: str
    started_on: date | None
    finished_on: date | None
    over: str = ""
    """Why nobody waits for a step that was not done: "Không thực hiện: …"."""
    waits_for: str = ""
    """The body outside that has it."""
    waits_since: date | None = None


def timing(step: Standing, today: date, soon: int) -> Timing:
    """Where the step stands today; from `soon` working days before its last day on it is amber."""
    due = step.due_on
    if step.over:
        return Timing(due, None, False, "none", step.over)
    if step.finished_on is not None:
        return _finished(step.finished_on, due)
    running = _running(step, due, today, soon)
    waiting = waiting_words(step.waits_for, step.waits_since, today)
    return replace(running, reason=f"{running.reason}; {waiting}") if waiting else running


def waiting_words(holder: str, since: date | None, today: date) -> str:
    """ "chờ Văn phòng UBND tỉnh từ 12/07/2021 (4 ngày làm việc)"; empty when it waits for nobody."""
    if not holder:
        return ""
    if since is None:
        return f"chờ {holder}"
    days = working_days(since, today)
    return f"chờ {holder} từ {since:%d/%m/%Y}" + (f" ({days} ngày làm việc)" if days is not None else "")


def soon_until(today: date, soon: int) -> date:
    """The last day that is at most `soon` working days ahead; the day before today where its year has no calendar."""
    day = today
    while (left := working_days(today, day)) is not None and left <= soon:
        day += timedelta(days=1)
    return day - timedelta(days=1)


def _running(step: Standing, due: date | None, today: date, soon: int) -> Timing:
    if due is None:
        return Timing(None, None, False, "none", _undated_words(step))
    left = working_days(today, due)
    if today > due:
        return Timing(due, left, True, "red", f"Quá hạn{_days(left)}, hạn cuối {due:%d/%m/%Y}")
    if step.started_on is None and step.starts_on is not None and step.starts_on < today:
        return Timing(due, left, False, "amber", f"Đến kỳ từ {step.starts_on:%d/%m/%Y} mà chưa bắt đầu")
    light = "amber" if left is not None and left <= soon else "green"
    return Timing(due, left, False, light, f"{_left_words(today, due, left)}, hạn cuối {due:%d/%m/%Y}")


_WITHOUT_END = {
    "recurring": "Làm định kỳ, không có hạn cuối",
    "ongoing": "Làm thường xuyên, không có hạn cuối",
}


def _undated_words(step: Standing) -> str:
    if step.condition:
        return f"Có điều kiện: {step.condition}"
    if step.starts_on is not None:
        return f"Làm từ {step.starts_on:%d/%m/%Y}, không ghi hạn cuối"
    return _WITHOUT_END.get(step.kind, "Kế hoạch không ghi thời hạn")


def last_day(start: date | None, end: date | None, *, strict: bool) -> date | None:
    """The last day that keeps the time, by the official calendar where its year has one: the core's own rule.

    A month or quarter (it has a first day too) that ends on a day off ends before it; a single day is kept until the
    next working day; `strict`: the paper says "trước ngày".
    """
    kind = WhenKind.DEADLINE if start is None else WhenKind.PERIOD
    try:
        return due(When("", kind, start, end, strict=strict), official_calendar())
    except YearUnknown:
        return end - timedelta(days=1) if end and strict else end


@lru_cache(maxsize=4096)
def working_days(today: date, due: date) -> int | None:
    """Working days after `today` up to `due`, negative when it is past; None when a year on the way has no calendar."""
    try:
        return official_calendar().working_days_between(today, due)
    except YearUnknown:
        return None


def _left_words(today: date, due: date, left: int | None) -> str:
    if today == due:
        return "Hôm nay là ngày cuối"
    return f"Còn{_days(left)}" if left else f"Còn {(due - today).days} ngày"


def _finished(day: date, due: date | None) -> Timing:
    if due is None or day <= due:
        return Timing(
            due, None, False, "green", f"Hoàn thành ngày {day:%d/%m/%Y}" + (", đúng hạn" if due else "")
        )
    late = working_days(day, due)
    return Timing(
        due,
        None,
        False,
        "amber",
        f"Hoàn thành ngày {day:%d/%m/%Y}, trễ{_days(late)} so với hạn {due:%d/%m/%Y}",
    )


def _days(count: int | None) -> str:
    return f" {abs(count)} ngày làm việc" if count else ""
