"""Documents written from data, by the rules of their kind: what people would else type from a timetable or a table."""

from __future__ import annotations

from thammuu_core.compositions.state_report import OpenStep, State, state_report
from thammuu_core.compositions.unit_plan import PlannedStep, UnitPlan, unit_plan
from thammuu_core.compositions.weekly_report import Listed, UnitCount, Week, Work, weekly_report

__all__ = [
    "Listed",
    "OpenStep",
    "PlannedStep",
    "State",
    "UnitCount",
    "UnitPlan",
    "Week",
    "Work",
    "state_report",
    "unit_plan",
    "weekly_report",
]
