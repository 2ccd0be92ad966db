"""Plans laid on the official calendar: how much time there is, what does not fit, and what would have to give."""

from __future__ import annotations

from thammuu_core.plans.durations import Duration, durations
from thammuu_core.schedules.model import Infeasible, Row, Timetable
from thammuu_core.schedules.template import (
    Need,
    Template,
    TemplateStep,
    TooLittleTime,
    default_template,
    lay_back,
    needs,
    usual_days,
)
from thammuu_core.schedules.timetable import timetable
from thammuu_core.schedules.wording import deadline

__all__ = [
    "Duration",
    "Infeasible",
    "Need",
    "Row",
    "Template",
    "TemplateStep",
    "Timetable",
    "TooLittleTime",
    "deadline",
    "default_template",
    "durations",
    "lay_back",
    "needs",
    "timetable",
    "usual_days",
]
