"""The one sign under which a step or a dossier is shown: which badge, which words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from thammuu.web.components.gantt import TaskState

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import StepRow

STEP_WORDS = {
    TaskState.DONE: "Đã hoàn thành",
    TaskState.LATE: "Quá hạn",
    TaskState.DOING: "Đang thực hiện",
    TaskState.PLANNED: "Chưa bắt đầu",
    TaskState.OFF: "Không thực hiện",
}
LIGHT_WORDS = {
    "red": "Chậm tiến độ",
    "amber": "Cần chú ý",
    "green": "Đúng tiến độ",
    "none": "Chưa có thời hạn",
}


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
        return f"quá hạn {-days} ngày làm việc"
    return f"còn {days} ngày làm việc" if days else "không còn ngày làm việc nào"
