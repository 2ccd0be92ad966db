"""`thammuu cite`: the citations of each line of standard input."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from thammuu.cli import terminal
from thammuu_core import citations, exchange
from thammuu_core.citations.model import Citation


def run(options: argparse.Namespace) -> int:
    """A JSON list a line with `--json`, else the lines with what was found under each."""
    for raw in sys.stdin.buffer:
        line = raw.decode("utf-8", errors="replace").rstrip("\r\n")
        found = citations.find(line)
        if options.json:
            print(json.dumps([_as_dict(citation) for citation in found], ensure_ascii=False))
        else:
            terminal.citations_of(line, found)
    return 0


def _as_dict(citation: Citation) -> dict[str, Any]:
    return {**exchange.citation_to_dict(citation), "start": citation.start, "end": citation.end}
