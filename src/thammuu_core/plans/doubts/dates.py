"""Dates that look wrong: past, far off, impossible, on a day off, or with two readings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from thammuu_core.calendars import WorkingCalendar
from thammuu_core.calendars.words import said_day
from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.doubts.wording import doubt
from thammuu_core.plans.model import Header, Step, When, WhenKind
from thammuu_core.plans.steps.restatements import step_home
from thammuu_core.plans.times.moments import find_moments
from thammuu_core.provisions import Outline
from thammuu_core.text import fold

_FAR = 15
"""Years between the plan and a date in it that look like a slip of the pen."""


def dates(
    steps: Sequence[Step], header: Header, outline: Outline, calendar: WorkingCalendar
) -> Iterator[Problem]:
    """All doubts about single dates."""
    yield from _wrong(steps, header)
    yield from _impossible(steps, outline)
    yield from _days_off(steps, calendar)
    yield from _before(steps)


def _wrong(steps: Sequence[Step], header: Header) -> Iterator[Problem]:
    signed = header.date.iso if header.date else None
    year = header.date.year if header.date else None
    for step in steps:
        for when in (step.when, *step.also):
            day = when.end or when.start
            if signed and when.end and when.end < signed:
                message = f"“{when.as_written}” đã qua khi văn bản được ký ngày {said_day(signed)}; kiểm tra lại thời hạn."
                yield doubt("date_past", Severity.WARNING, step, message)
            elif day and year and abs(day.year - year) > _FAR:
                message = f"“{when.as_written}” cách năm ban hành {year} quá xa; kiểm tra lại năm."
                yield doubt("date_far", Severity.WARNING, step, message)


def _impossible(steps: Sequence[Step], outline: Outline) -> Iterator[Problem]:
    """ "ngày 31/6/2021" is no day."""
    homes = {step_home(step): step for step in steps}
    for node in outline.walk():
        if node.id not in homes:
            continue
        for moment in find_moments(node.text):
            if moment.day and moment.year and moment.days(None) is None:
                written = node.text[moment.start : moment.end]
                message = f"“{written}” không có trong lịch; sửa lại ngày."
                yield doubt("date_impossible", Severity.ERROR, homes[node.id], message)


def _days_off(steps: Sequence[Step], calendar: WorkingCalendar) -> Iterator[Problem]:
    for step in steps:
        for when in (step.when, *step.also):
            reason = _why_off(when, calendar)
            if reason and when.end:
                message = f"Hạn {said_day(when.end)} là {reason}; ghi rõ phải xong trước hay sau ngày nghỉ."
                yield doubt("day_off", Severity.NOTE, step, message)


def _why_off(when: When, calendar: WorkingCalendar) -> str | None:
    if when.kind not in (WhenKind.DEADLINE, WhenKind.POINT) or not when.end or _ends_unit(when):
        return None
    return calendar.why_off(when.end) if calendar.knows(when.end) else None


def _ends_unit(when: When) -> bool:
    """The end of a month, quarter or year named as a whole falls where it falls."""
    return not any(moment.day for moment in find_moments(when.as_written))


def _before(steps: Sequence[Step]) -> Iterator[Problem]:
    """ "Trước ngày D" leaves D out by the letter; writers who also write "Trước D" may mean two things."""
    strict = [(step, when) for step in steps for when in (step.when, *step.also) if when.strict and when.end]
    if not strict:
        return
    step, when = strict[0]
    other = next((one for _, one in strict if _says_day(one) != _says_day(when)), None)
    if other:
        without, with_day = (other, when) if _says_day(when) else (when, other)
        message = f"Có chỗ ghi “{without.as_written}”, có chỗ ghi “{with_day.as_written}”; thống nhất một cách ghi và nói rõ ngày đó có được tính không."
    else:
        message = f"“{when.as_written}” ({len(strict)} chỗ) hiểu đúng chữ là phải xong trước ngày đó; xác nhận ngày đó có được tính không."
    yield doubt("before_day", Severity.NOTE, step, message)


def _says_day(when: When) -> bool:
    return "ngay" in fold(when.as_written).split()
