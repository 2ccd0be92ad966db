"""What is missing: the number and day of an issued document, the owner or the date of a step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.doubts.wording import doubt
from thammuu_core.plans.model import Header, Step, WhenKind
from thammuu_core.plans.steps.fields import Field, labelled

_ARTICLE = re.compile(r"\bĐiều \d")
"""A rule of a regulation binds whom it speaks of; it is nobody's to carry out."""
_FORM = "Nghị định 30/2020/NĐ-CP, Điều 8"


def gaps(steps: Sequence[Step], header: Header, state: str) -> Iterator[Problem]:
    """Blanks that matter at this state, then steps without owner or date."""
    yield from _blanks(header, state)
    if not header.addressees:  # those to whom a letter goes do what it asks
        yield from _owners(steps)
    yield from _undated(steps)


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
        if not step.lead and not _is_plans_own_time(step) and not _ARTICLE.search(step.where):
            message = "Chưa rõ đơn vị chủ trì; giao cho một đơn vị hoặc xác nhận đơn vị chủ trì."
            yield doubt("no_owner", Severity.WARNING, step, message)


def _is_plans_own_time(step: Step) -> bool:
    """ "Thời gian tổ chức: …" without a duty: when the whole plan is carried out, by everybody."""
    labels = labelled(step.text)
    return bool(labels) and labels[0].label_start == 0 and labels[0].field is Field.TIME


def _undated(steps: Sequence[Step]) -> Iterator[Problem]:
    """A step of a procedure without a date is named; other undated duties are counted together."""
    loose = []
    followed = {before for step in steps for before in step.after}
    for step in steps:
        if step.when.kind not in (WhenKind.UNDATED, WhenKind.CONDITIONAL):
            continue
        if step.after or step.id in followed:
            said = f" (chỉ ghi “{step.when.as_written}”)" if step.when.as_written else ""
            message = f"Không có thời hạn{said}; đặt thời hạn hoặc xác nhận là không có."
            yield doubt("no_date", Severity.WARNING, step, message)
        elif step.when.kind is WhenKind.UNDATED:
            loose.append(step)
    if len(loose) == 1:
        message = "Không ghi thời hạn; đặt thời hạn nếu cần theo dõi."
        yield doubt("no_date", Severity.NOTE, loose[0], message)
    elif loose:
        message = f"{len(loose)} nhiệm vụ không ghi thời hạn, bắt đầu từ nhiệm vụ này; đặt thời hạn cho những nhiệm vụ cần theo dõi."
        yield doubt("no_date", Severity.NOTE, loose[0], message)
