"""Steps that follow one another: one due after the next, or too few working days between two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thammuu_core.calendars import WorkingCalendar, YearUnknown
from thammuu_core.calendars.words import said_day
from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.doubts.wording import doubt, place
from thammuu_core.plans.dues import due, waits_for_others
from thammuu_core.plans.durations import durations, listed, needed_for
from thammuu_core.plans.model import Step


def order(steps: Sequence[Step], calendar: WorkingCalendar) -> Iterator[Problem]:
    """Doubts about each step and the one it follows."""
    known = {step.id: step for step in steps}
    for step in steps:
        for before in (known[one] for one in step.after if one in known):
            if not (before.when.end and step.when.end):
                continue
            if before.when.end > step.when.end:
                message = f"Đến hạn {said_day(before.when.end)}, sau bước kế tiếp {place(step)} ({said_day(step.when.end)}); xếp lại thời hạn."
                yield doubt("out_of_order", Severity.ERROR, before, message)
            else:
                yield from _too_close(before, step, calendar)


def _too_close(before: Step, step: Step, calendar: WorkingCalendar) -> Iterator[Problem]:
    try:
        since, until = due(before.when, calendar), due(step.when, calendar)
        days = calendar.working_days_between(since, until) if since and until else None
    except YearUnknown:
        return
    work = needed_for(step, durations())
    usual = sum(duration.usual for duration in work)
    if since is None or days is None or days >= usual:
        return
    sent = f" (trừ ngày gửi còn {max(days - 1, 0)})" if waits_for_others(step) else ""
    message = (
        f"Chỉ có {max(days, 0)} ngày làm việc{sent} sau hạn của bước {place(before)} ({said_day(since)}), "
        f"thường cần {usual} ({listed(work, usual=True)}); cân nhắc lùi thời hạn."
    )
    yield doubt("too_few_days", Severity.WARNING, step, message)
