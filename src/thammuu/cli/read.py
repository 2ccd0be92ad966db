"""`thammuu read FILE`: the document read."""

from __future__ import annotations

import argparse
import json

from thammuu.cli import source, terminal
from thammuu_core import exchange


def run(options: argparse.Namespace) -> int:
    """Print the reading: contract `thammuu/reading/1` with `--json`."""
    reading = source.open_reading(options.file)
    if options.json:
        print(json.dumps(exchange.reading_to_dict(reading), ensure_ascii=False, indent=1))
    else:
        terminal.reading(reading)
    return 0
