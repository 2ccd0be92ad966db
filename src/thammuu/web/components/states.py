"""The one sign under which a step or a dossier is shown: which badge, which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from thammuu.apps.dossiers.reckoning.urgency import LIGHT_WORDS
from thammuu.web.components.gantt import TaskState

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import StepRow

STEP_WORDS = {
    TaskState.DONE: _("Đã hoàn thành"),
    TaskState.LATE: _("Quá hạn"),
    TaskState.DOING: _("Đang thực hiện"),
    TaskState.PLANNED: _("Chưa bắt đầu"),
    TaskState.OFF: _("Không thực hiện"),
}


__all__ = ["LIGHT_WORDS", "STEP_WORDS", "days_left_words", "duty_of", "state_of"]


def state_of(step: StepRow) -> TaskState:
    """Lateness is told before "đang thực hiện", because it is what a person must act on."""
    if step.state == "finished":
        return TaskState.DONE
    if step.state in ("skipped", "dropped"):
        return TaskState.OFF
    if step.late:
        return TaskState.LATE
    return TaskState.DOING if step.state == "started" else TaskState.PLANNED


def duty_of(step: StepRow) -> str:
    """What is to be done, without the time that the plan puts before it: a column of its own says that."""
    duty = step.text.removeprefix(step.when.as_written).lstrip(" :,") or step.text
    return duty[:1].upper() + duty[1:]


def days_left_words(days: int | None) -> str:
    """Working days to the deadline in words; negative numbers are days past it."""
    if days is None:
        return ""
    if days < 0:
        words = ngettext("quá hạn %(n)d ngày làm việc", "quá hạn %(n)d ngày làm việc", -days)
    elif days == 0:
        return gettext("không còn ngày làm việc nào")
    else:
        words = ngettext("còn %(n)d ngày làm việc", "còn %(n)d ngày làm việc", days)
    return words % {"n": abs(days)}
