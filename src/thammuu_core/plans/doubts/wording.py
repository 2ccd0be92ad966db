"""How a doubt is said: where it stands is told before it ("II.7: …"), so the message begins with what is wrong."""

from __future__ import annotations

from datetime import date

from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.model import Step
from thammuu_core.plans.steps.restatements import step_home


def doubt(code: str, severity: Severity, step: Step, message: str) -> Problem:
    """A doubt about one step, shown at the provision that holds its words."""
    return Problem(f"plans.{code}", severity, message, step_home(step))


def said_day(day: date) -> str:
    """A day as plans write it: 05/8/2021, 01/02/2021."""
    month = f"{day.month:02d}" if day.month <= 2 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def place(step: Step) -> str:
    """How another step is named in a message: "II.3", or its first words where it has no label."""
    words = " ".join(step.text.split())
    return step.where or f"“{words if len(words) <= 40 else words[:37].rsplit(' ', 1)[0] + '…'}”"
