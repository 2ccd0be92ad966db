"""`thammuu check FILE`: form by the rules of the decree, citations, doubts about a plan."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence

from thammuu.cli import findings, source, terminal
from thammuu_core import exchange, formats, plans
from thammuu_core.errors import Problem, Severity
from thammuu_core.formats import Report
from thammuu_core.outline import where


def run(options: argparse.Namespace) -> int:
    """Print what was found; 1 when some of it is an error, else 0."""
    paper = source.paper_of(source.content(options.file), options.file, forms=True)
    reading = plans.read(paper, state=options.state)
    report = formats.check(paper, state=formats.State(options.state))
    problems = formats.doubts_beside(reading, report)
    if options.json:
        _print_json(report, problems)
    else:
        terminal.header(reading.header)
        findings.show(report)
        terminal.problems(problems, where(reading.outline))
    wrong = any(problem.severity is Severity.ERROR for problem in problems)
    return int(wrong or bool(report.errors))


def _print_json(report: Report, problems: Sequence[Problem]) -> None:
    told = [
        *map(exchange.finding_to_dict, report.findings),
        *map(exchange.problem_to_dict, problems),
    ]
    answer = {"schema": "thammuu/problems/1", "regime": report.regime.value, "problems": told}
    print(json.dumps(answer, ensure_ascii=False, indent=1))
