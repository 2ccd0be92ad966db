"""What in a plan a person should look at before relying on it: owners, dates, order, audiences, blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from thammuu_core.calendars import WorkingCalendar
from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.model import Activity, ActivityKind, Header, Step, When, WhenKind
from thammuu_core.plans.steps.activities import audience
from thammuu_core.plans.steps.restatements import step_home
from thammuu_core.plans.times.moments import find_moments
from thammuu_core.provisions import Outline
from thammuu_core.text import fold

_FORM = "Nghị định 30/2020/NĐ-CP, Điều 8"
_FEW_DAYS = 5
"""Working days below which nothing that follows another step can well be done."""
_ROUND_DAYS = 12
"""Working days that a round of opinions takes: sending, seven days to answer, gathering, revising."""
_OWN_UNITS = re.compile(
    r"^(?:lanh dao (?:so|bo|chi cuc|cuc)|cac phong|cac don vi|phong)\b|\bthuoc (?:so|bo|cuc|chi cuc|co quan)\b|\bnoi bo\b"
)
_FAR = 15
"""Years between the plan and a date in it that look like a slip of the pen."""


def doubts(
    steps: Sequence[Step],
    header: Header,
    outline: Outline,
    where: Mapping[str, str],
    calendar: WorkingCalendar,
    state: str,
) -> tuple[Problem, ...]:
    """Every doubt, in the order in which a reader would meet them; `state` is draft, submitted or issued."""
    return (
        *_blanks(header, state),
        *_owners(steps),
        *_undated(steps),
        *_wrong_dates(steps, header, outline),
        *_days_off(steps, calendar),
        *_order(steps, calendar),
        *_before(steps),
        *_audiences(steps, outline, where),
        *_restated(steps),
    )


def _doubt(code: str, severity: Severity, step: Step, message: str) -> Problem:
    return Problem(f"plans.{code}", severity, message, step_home(step))


def _name(step: Step) -> str:
    """How a message calls the step: its place, and its first words."""
    words = " ".join(step.text.split())
    short = words if len(words) <= 60 else f"{words[:57].rsplit(' ', 1)[0]}…"
    return f"{step.where} “{short}”" if step.where else f"“{short}”"


def _day(day: date) -> str:
    return f"{day.day:02d}/{day.month}/{day.year}"


def _blanks(header: Header, state: str) -> Iterator[Problem]:
    """A document that is issued has its number and its day."""
    if state != "issued":
        return
    if header.number is None or not header.number.value:
        yield Problem(
            "plans.number_blank",
            Severity.ERROR,
            "Văn bản đã ban hành nhưng chưa ghi số; lấy số ở văn thư rồi điền vào.",
            "number",
            _FORM,
        )
    if header.date is None or header.date.iso is None:
        yield Problem(
            "plans.day_blank",
            Severity.ERROR,
            "Văn bản đã ban hành nhưng ngày, tháng, năm ghi chưa đủ; điền ngày ban hành.",
            "date",
            _FORM,
        )


def _owners(steps: Sequence[Step]) -> Iterator[Problem]:
    for step in steps:
        if not step.lead:
            yield _doubt(
                "no_owner",
                Severity.WARNING,
                step,
                f"{_name(step)} chưa rõ đơn vị chủ trì; giao cho một đơn vị hoặc xác nhận đơn vị chủ trì.",
            )


def _undated(steps: Sequence[Step]) -> Iterator[Problem]:
    """A step of a procedure without a date is named; other undated duties are counted together."""
    loose = []
    followed = {before for step in steps for before in step.after}
    for step in steps:
        if step.when.kind not in (WhenKind.UNDATED, WhenKind.CONDITIONAL):
            continue
        if step.after or step.id in followed:
            said = f" (chỉ ghi “{step.when.as_written}”)" if step.when.as_written else ""
            yield _doubt(
                "no_date",
                Severity.WARNING,
                step,
                f"{_name(step)} không có thời hạn{said}; đặt thời hạn hoặc xác nhận là không có.",
            )
        elif step.when.kind is WhenKind.UNDATED:
            loose.append(step)
    if loose:
        message = f"{len(loose)} nhiệm vụ không ghi thời hạn (đầu tiên: {_name(loose[0])}); đặt thời hạn cho những nhiệm vụ cần theo dõi."
        yield _doubt("no_date", Severity.NOTE, loose[0], message)


def _wrong_dates(steps: Sequence[Step], header: Header, outline: Outline) -> Iterator[Problem]:
    signed = header.date.iso if header.date else None
    year = header.date.year if header.date else None
    for step in steps:
        for when in (step.when, *step.also):
            day = when.end or when.start
            if day and signed and when.end and when.end < signed:
                yield _doubt(
                    "date_past",
                    Severity.WARNING,
                    step,
                    f"{_name(step)}: “{when.as_written}” đã qua khi văn bản được ký ngày {_day(signed)}; kiểm tra lại thời hạn.",
                )
            elif day and year and abs(day.year - year) > _FAR:
                yield _doubt(
                    "date_far",
                    Severity.WARNING,
                    step,
                    f"{_name(step)}: “{when.as_written}” cách năm ban hành {year} quá xa; kiểm tra lại năm.",
                )
    yield from _impossible(steps, outline)


def _impossible(steps: Sequence[Step], outline: Outline) -> Iterator[Problem]:
    """ "ngày 31/6/2021" is no day."""
    homes = {step_home(step): step for step in steps}
    for node in outline.walk():
        if node.id not in homes:
            continue
        for moment in find_moments(node.text):
            if moment.day and moment.year and moment.days(None) is None:
                written = node.text[moment.start : moment.end]
                yield _doubt(
                    "date_impossible",
                    Severity.ERROR,
                    homes[node.id],
                    f"{_name(homes[node.id])}: “{written}” không có trong lịch; sửa lại ngày.",
                )


def _days_off(steps: Sequence[Step], calendar: WorkingCalendar) -> Iterator[Problem]:
    for step in steps:
        for when in (step.when, *step.also):
            reason = _why_off(when, calendar)
            if reason and when.end:
                yield _doubt(
                    "day_off",
                    Severity.NOTE,
                    step,
                    f"{_name(step)}: {_day(when.end)} là {reason}; ghi rõ phải xong trước hay sau ngày nghỉ.",
                )


def _why_off(when: When, calendar: WorkingCalendar) -> str | None:
    if when.kind not in (WhenKind.DEADLINE, WhenKind.POINT) or not when.end or _ends_unit(when.end):
        return None
    return calendar.why_off(when.end) if calendar.knows(when.end) else None


def _ends_unit(day: date) -> bool:
    """The end of a year or quarter named as a whole falls where it falls."""
    return (day.month, day.day) in {(3, 31), (6, 30), (9, 30), (12, 31)}


def _order(steps: Sequence[Step], calendar: WorkingCalendar) -> Iterator[Problem]:
    known = {step.id: step for step in steps}
    for step in steps:
        for before in (known[one] for one in step.after if one in known):
            if not (before.when.end and step.when.end):
                continue
            if before.when.end > step.when.end:
                yield _doubt(
                    "out_of_order",
                    Severity.ERROR,
                    before,
                    f"{_name(before)} đến hạn {_day(before.when.end)}, sau bước kế tiếp {step.where} ({_day(step.when.end)}); xếp lại thời hạn.",
                )
            else:
                yield from _too_close(before, step, before.when.end, step.when.end, calendar)


def _too_close(
    before: Step, step: Step, since: date, end: date, calendar: WorkingCalendar
) -> Iterator[Problem]:
    if not calendar.knows(since, end):
        return
    days = calendar.working_days_between(since, end) - int(step.when.strict and calendar.is_working_day(end))
    round_of_opinions = any(map(_goes_outside, step.activities))
    needed = _ROUND_DAYS if round_of_opinions else _FEW_DAYS
    if days < needed:
        work = "gửi, chờ trả lời, tổng hợp và chỉnh sửa" if round_of_opinions else "thực hiện"
        yield _doubt(
            "too_few_days",
            Severity.WARNING,
            step,
            f"{_name(step)} chỉ có {max(days, 0)} ngày làm việc sau bước {before.where} để {work} (nên có ít nhất {needed}); cân nhắc lùi thời hạn.",
        )


def _goes_outside(activity: Activity) -> bool:
    """Opinions of other agencies; one's own units answer in a day or two."""
    own = all(_OWN_UNITS.search(fold(name)) for name in activity.audience)
    return activity.kind is ActivityKind.CONSULTATION and not (activity.audience and own)


def _before(steps: Sequence[Step]) -> Iterator[Problem]:
    """ "Trước ngày D" leaves D out by the letter; writers who also write "Trước D" may mean two things."""
    strict = [(step, when) for step in steps for when in (step.when, *step.also) if when.strict and when.end]
    if not strict:
        return
    with_day = [one for one in strict if "ngay" in fold(one[1].as_written).split()]
    without = [one for one in strict if one not in with_day]
    step, when = strict[0]
    if with_day and without:
        message = f"Có chỗ ghi “{without[0][1].as_written}”, có chỗ ghi “{with_day[0][1].as_written}”; thống nhất một cách ghi và nói rõ ngày đó có được tính không."
    else:
        message = f"“{when.as_written}” ({len(strict)} chỗ) hiểu đúng chữ là phải xong trước ngày đó; xác nhận ngày đó có được tính không."
    yield _doubt("before_day", Severity.NOTE, step, message)


def _audiences(steps: Sequence[Step], outline: Outline, where: Mapping[str, str]) -> Iterator[Problem]:
    """A paragraph outside the steps that asks other people for their opinion than the steps do."""
    rounds = [(step, one.audience) for step in steps for one in step.activities if one.audience]
    asked = {fold(name) for _, names in rounds for name in names}
    if not asked:
        return
    homes = {step_home(step) for step in steps}
    step, names = rounds[-1]
    for top in outline.body:
        for node in top.walk():
            said = audience(node.text) if node.id not in homes else ()
            if said and not any(fold(name) in asked for name in said):
                message = f"{where.get(node.id) or 'Phần mở đầu'} nêu lấy ý kiến “{', '.join(said)}”, còn {step.where} nêu “{', '.join(names)}”; thống nhất nơi được lấy ý kiến."
                yield Problem("plans.audience_differs", Severity.WARNING, message, node.id)


def _restated(steps: Sequence[Step]) -> Iterator[Problem]:
    """A duty told twice with another owner or another time."""
    known = {step.id: step for step in steps}
    for step in steps:
        first = known.get(step.restates or "")
        if first is None:
            continue
        if (
            first.lead
            and step.lead
            and not {fold(name) for name in first.lead} & {fold(name) for name in step.lead}
        ):
            yield _doubt(
                "owner_differs",
                Severity.WARNING,
                step,
                f"{_name(step)} giao “{', '.join(step.lead)}”, còn {first.where} giao “{', '.join(first.lead)}”; thống nhất đơn vị chủ trì.",
            )
        if first.when.end and step.when.end and first.when.end != step.when.end:
            yield _doubt(
                "date_differs",
                Severity.WARNING,
                step,
                f"{_name(step)} ghi “{step.when.as_written}”, còn {first.where} ghi “{first.when.as_written}”; thống nhất thời hạn.",
            )
