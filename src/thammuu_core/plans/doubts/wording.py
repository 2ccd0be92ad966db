"""How a doubt is said: where it stands is told before it ("II.7: …"), so the message begins with what is wrong."""

from __future__ import annotations

from thammuu_core.errors import Problem, Severity
from thammuu_core.plans.model import Step
from thammuu_core.plans.steps.restatements import step_home


def doubt(code: str, severity: Severity, step: Step, message: str) -> Problem:
    """A doubt about one step, shown at the provision that holds its words."""
    return Problem(f"plans.{code}", severity, message, step_home(step))


def place(step: Step) -> str:
    """How another step is named in a message: "II.3", or its first words where it has no label."""
    words = " ".join(step.text.split())
    return step.where or f"“{words if len(words) <= 40 else words[:37].rsplit(' ', 1)[0] + '…'}”"
