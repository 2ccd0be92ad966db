"""Documents written from data, by the rules of their kind: what people would else type from a timetable or a table."""

from __future__ import annotations

from thammuu_core.compositions.unit_plan import PlannedStep, UnitPlan, unit_plan

__all__ = ["PlannedStep", "UnitPlan", "unit_plan"]
