"""Where a dossier is and who has it, in two sentences."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from thammuu.web.components.states import days_left_words, duty_of

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import DossierView, HolderRow, StepRow

OVER = ("finished", "skipped", "dropped")
_LONGEST_DUTY = 90


def duties(view: DossierView) -> list[StepRow]:
    """Steps that count: parts of a step are not counted beside it, dropped ones not at all."""
    return [step for step in view.steps if step.parent is None and step.state != "dropped"]


def next_step(view: DossierView) -> StepRow | None:
    """The unfinished step that is due first; one without a day waits behind those with one, begun before not begun."""
    waiting = [step for step in view.steps if step.state not in OVER]
    return min(
        waiting,
        key=lambda step: (step.when.due_on or date.max, step.state != "started", step.number),
        default=None,
    )


def where_it_is(view: DossierView) -> str:
    """Đến đâu rồi."""
    counted = duties(view)
    done = sum(step.state in OVER for step in counted)
    if not counted or done == len(counted):
        return f"Đã xong cả {len(counted)} bước." if counted else "Hồ sơ chưa có bước nào."
    coming = next_step(view)
    head = f"Đã xong {done}/{len(counted)} bước"
    if coming is None:
        return f"{head}."
    doing = "đang làm" if coming.state == "started" else "tiếp theo là"
    return f"{head}; {doing} bước {coming.where}: {_short(coming)}{_due(coming)}."


def who_has_it(view: DossierView) -> str:
    """Vướng ai: the late step longest overdue, else the one that comes next, and with whom it lies."""
    if view.state == "closed":
        return "Hồ sơ đã kết thúc."
    late = [step for step in view.steps if step.late]
    if late:
        worst = min(late, key=lambda step: (step.when.due_on or date.max, step.number))
        more = f" (và {len(late) - 1} bước quá hạn khác)" if len(late) > 1 else ""
        return f"Đang vướng ở {_holder(worst.holder)}: bước {worst.where} {days_left_words(worst.days_left) or 'quá hạn'}{more}."
    coming = next_step(view)
    if coming is None:
        return "Không còn việc nào chờ ai."
    if coming.when.due_on is None:
        return f"Không có bước nào quá hạn; bước {coming.where} đang ở {_holder(coming.holder)}."
    return f"Không vướng; bước {coming.where} đang ở {_holder(coming.holder)}, {days_left_words(coming.days_left)}."


def _holder(holder: HolderRow) -> str:
    words = holder.words or holder.officer or holder.unit or "đơn vị chủ trì (chưa rõ)"
    if not holder.since:
        return words
    days = f", {holder.days} ngày làm việc" if holder.days else ""
    return f"{words} (từ {holder.since:%d/%m/%Y}{days})"


def _short(step: StepRow) -> str:
    duty = duty_of(step).rstrip(" .;")
    duty = duty if len(duty) <= _LONGEST_DUTY else f"{duty[:_LONGEST_DUTY].rsplit(' ', 1)[0]}…"
    return duty[:1].lower() + duty[1:] if duty[1:2].islower() else duty


def _due(step: StepRow) -> str:
    return f", hạn {step.when.due_on:%d/%m/%Y}" if step.when.due_on else ""
