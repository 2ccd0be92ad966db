"""What the reading of a document doubts, beside what the rules of form tell."""

from __future__ import annotations

from thammuu_core.errors import Problem
from thammuu_core.formats.model import Regime, Report
from thammuu_core.plans.model import Reading

_OF_THE_HEADER = frozenset({"plans.number_blank", "plans.day_blank"})
"""Blanks that the rules of form tell with their place, or that a form of its own has no line for."""
_OF_DUTIES = frozenset(
    {"plans.no_owner", "plans.no_date", "plans.owner_differs", "plans.audience_differs", "plans.before_day"}
)
_PLANS = frozenset({"KH", "CTr", "ĐA"})
_PLAN_NAMES = ("Kế hoạch", "Chương trình", "Đề án")
_TOLD_HERE = frozenset({Regime.QPPL, Regime.PARTY})
"""Laws whose form is not checked here, and whose documents are numbered all the same."""


def doubts_beside(reading: Reading, report: Report) -> tuple[Problem, ...]:
    """The doubts of the reading that the report has not told already, those about duties of a plan only."""
    told = frozenset[str]() if report.regime in _TOLD_HERE else _OF_THE_HEADER
    silent = told if _assigns(reading) else told | _OF_DUTIES
    return tuple(problem for problem in reading.problems if problem.code not in silent)


def _assigns(reading: Reading) -> bool:
    """Whether it is a plan, or issues one: a law or a letter says "trước ngày …" too, and owes nobody an owner."""
    labels = (attached.label for attached in reading.outline.attachments)
    return reading.header.kind_code in _PLANS or any(label.startswith(_PLAN_NAMES) for label in labels)
