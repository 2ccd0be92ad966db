"""`thammuu check FILE`: what is wrong or doubtful in a document."""

from __future__ import annotations

import argparse
import json

from thammuu.cli import source, terminal
from thammuu_core import exchange
from thammuu_core.errors import Severity
from thammuu_core.outline import where


def run(options: argparse.Namespace) -> int:
    """Print the problems; 1 when one of them is an error, else 0."""
    reading = source.open_reading(options.file, state=options.state)
    if options.json:
        problems = [exchange.problem_to_dict(problem) for problem in reading.problems]
        print(
            json.dumps({"schema": "thammuu/problems/1", "problems": problems}, ensure_ascii=False, indent=1)
        )
    else:
        terminal.header(reading.header)
        terminal.problems(reading.problems, where(reading.outline))
    return int(any(problem.severity is Severity.ERROR for problem in reading.problems))
