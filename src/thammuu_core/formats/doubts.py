"""What the reading of a document doubts, beside what the rules of form tell."""

from __future__ import annotations

from thammuu_core.errors import Problem
from thammuu_core.formats.model import Regime, Report
from thammuu_core.plans.model import Reading

_OF_THE_HEADER = frozenset({"plans.number_blank", "plans.day_blank"})
"""Blanks that the rules of form tell with their place, or that a form of its own has no line for."""
_TOLD_HERE = frozenset({Regime.QPPL, Regime.PARTY})
"""Laws whose form is not checked here, and whose documents are numbered all the same."""


def doubts_beside(reading: Reading, report: Report) -> tuple[Problem, ...]:
    """The doubts of the reading that the report has not told already."""
    told = frozenset[str]() if report.regime in _TOLD_HERE else _OF_THE_HEADER
    return tuple(problem for problem in reading.problems if problem.code not in told)
