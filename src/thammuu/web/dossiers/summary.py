"""Where a dossier is and who has it, in two sentences."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

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
    if not counted:
        return _("Hồ sơ chưa có bước nào.")
    done = sum(step.state in OVER for step in counted)
    if done == len(counted):
        every = ngettext("Đã xong cả %(n)d bước.", "Đã xong cả %(n)d bước.", done)
        return every % {"n": done}
    head = _("Đã xong %(done)d/%(all)d bước") % {"done": done, "all": len(counted)}
    coming = next_step(view)
    return f"{head}; {_coming(coming)}." if coming else f"{head}."


def _coming(step: StepRow) -> str:
    words = _("tiếp theo là bước %(where)s: %(duty)s")
    if step.state == "started":
        words = _("đang làm bước %(where)s: %(duty)s")
    due = _(", hạn %(day)s") % {"day": f"{step.when.due_on:%d/%m/%Y}"} if step.when.due_on else ""
    return words % {"where": step.where, "duty": _short(step)} + due


def who_has_it(view: DossierView) -> str:
    """Vướng ai: the late step longest overdue, else the one that comes next, and with whom it lies."""
    if view.state == "closed":
        return _("Hồ sơ đã kết thúc.")
    if late := [step for step in view.steps if step.late]:
        return _stuck(late)
    coming = next_step(view)
    if coming is None:
        return _("Không còn việc nào chờ ai.")
    words = _("Không có bước nào quá hạn; bước %(where)s đang ở %(holder)s.")
    if coming.when.due_on:
        words = _("Không vướng; bước %(where)s đang ở %(holder)s, %(left)s.")
    left = days_left_words(coming.days_left)
    return words % {"where": coming.where, "holder": _holder(coming.holder), "left": left}


def _stuck(late: list[StepRow]) -> str:
    worst = min(late, key=lambda step: (step.when.due_on or date.max, step.number))
    words = _("Đang vướng ở %(holder)s: bước %(where)s %(left)s.") % {
        "holder": _holder(worst.holder),
        "where": worst.where,
        "left": days_left_words(worst.days_left) or _("quá hạn"),
    }
    if more := len(late) - 1:
        others = ngettext(" (và %(n)d bước quá hạn khác).", " (và %(n)d bước quá hạn khác).", more)
        words = words.removesuffix(".") + others % {"n": more}
    return words


def _holder(holder: HolderRow) -> str:
    words = holder.words or holder.officer or holder.unit or _("đơn vị chủ trì (chưa rõ)")
    if not holder.since:
        return words
    since = _("từ %(since)s") % {"since": f"{holder.since:%d/%m/%Y}"}
    if holder.days:
        days = ngettext("%(n)d ngày làm việc", "%(n)d ngày làm việc", holder.days)
        since = f"{since}, {days % {'n': holder.days}}"
    return f"{words} ({since})"


def _short(step: StepRow) -> str:
    duty = duty_of(step).rstrip(" .;")
    duty = duty if len(duty) <= _LONGEST_DUTY else f"{duty[:_LONGEST_DUTY].rsplit(' ', 1)[0]}…"
    return duty[:1].lower() + duty[1:] if duty[1:2].islower() else duty
