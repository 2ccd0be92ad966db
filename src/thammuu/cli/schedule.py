"""`thammuu schedule FILE`: the plan on the official calendar."""

from __future__ import annotations

import argparse
import json

from thammuu.cli import source, terminal
from thammuu_core import exchange, schedules
from thammuu_core.calendars import official_calendar
from thammuu_core.outline import where


def run(options: argparse.Namespace) -> int:
    """Print the timetable: `thammuu/timetable/1` with `--json`."""
    reading = source.open_reading(options.file)
    timetable = schedules.timetable(reading.steps, official_calendar())
    if options.json:
        print(json.dumps(exchange.timetable_to_dict(timetable), ensure_ascii=False, indent=1))
    else:
        terminal.header(reading.header)
        terminal.timetable(timetable)
        terminal.problems(timetable.problems, where(reading.outline))
    return 0
