"""Where everything of a Gantt chart stands, as values that the template only writes down.

Horizontal places are percentages of the chart's width and vertical ones are pixels, so that the drawing stretches with
the page, the phone and the sheet of paper while its rows stay level with the list of steps beside it.
"""

from __future__ import annotations

from thammuu.web.components.gantt.drawing import ROWS_UNDER_A_SCALE, draw
from thammuu.web.components.gantt.model import HEAD, ROW, Chart, Task, TaskState, Window
from thammuu.web.components.gantt.scale import percent

__all__ = [
    "HEAD",
    "ROW",
    "ROWS_UNDER_A_SCALE",
    "Chart",
    "Task",
    "TaskState",
    "Window",
    "draw",
    "percent",
]
