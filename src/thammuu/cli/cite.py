"""`thammuu cite`: the citations of each line of standard input."""

from __future__ import annotations

import argparse
import json
import sys
from typing import Any

from thammuu.cli import terminal
from thammuu_core import citations
from thammuu_core.citations.model import Citation


def run(options: argparse.Namespace) -> int:
    """A JSON list a line with `--json`, else the lines with what was found under each."""
    for raw in sys.stdin.buffer:
        line = raw.decode("utf-8", errors="replace").rstrip("\r\n")
        found = citations.find(line)
        if options.json:
            print(json.dumps([as_dict(citation) for citation in found], ensure_ascii=False))
        else:
            terminal.citations_of(line, found)
    return 0


def as_dict(citation: Citation) -> dict[str, Any]:
    """One citation for programs; offsets count characters of the line."""
    return {
        "kind": citation.kind,
        "symbol": citation.symbol,
        "name": citation.name,
        "date": citation.date.isoformat() if citation.date else None,
        "issuer": citation.issuer,
        "subject": citation.subject,
        "pinpoint": citation.pinpoint,
        "start": citation.start,
        "end": citation.end,
    }
