"""Plans laid on the official calendar: how much time there is, what does not fit, and what would have to give."""

from __future__ import annotations

from thammuu_core.plans.durations import Duration, durations
from thammuu_core.schedules.model import Infeasible, Row, Timetable
from thammuu_core.schedules.template import Template, TemplateStep, TooLittleTime, default_template, lay_back
from thammuu_core.schedules.timetable import timetable

__all__ = [
    "Duration",
    "Infeasible",
    "Row",
    "Template",
    "TemplateStep",
    "Timetable",
    "TooLittleTime",
    "default_template",
    "durations",
    "lay_back",
    "timetable",
]
