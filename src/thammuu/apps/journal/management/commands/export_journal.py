"""`thammuu manage export_journal FILE`: the chain as JSON lines, for the stand-alone verifier."""

from __future__ import annotations

import dataclasses
import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from thammuu.apps.journal.queries import links


class Command(BaseCommand):
    """Writes every event, one a line."""

    help = "Xuất nhật ký để kiểm tra ở máy khác."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to write."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Write the file."""
        with options["file"].open("w", encoding="utf-8") as out:
            for link in links():
                out.write(json.dumps(dataclasses.asdict(link), ensure_ascii=False) + "\n")
