"""`thammuu fix FILE -o NEW`: the form of a Word file mended, no word of it; the file itself is left as it is."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from rich.text import Text

from thammuu.apps.files import office
from thammuu.cli import findings, source, terminal
from thammuu_core import exchange, formats
from thammuu_core.formats import Repaired


def run(options: argparse.Namespace) -> int:
    """Write the mended file and tell what changed; 1 when errors are left, else 0."""
    given = office.modern(source.content(options.file))
    target = source.new_file(options.output, (".docx",), (options.file,))
    repaired = formats.repair(given, Path(options.file).name, state=formats.State(options.state))
    source.write(target, repaired.data)
    if options.json:
        _print_json(repaired)
    else:
        _show(repaired, target)
    return int(bool(repaired.after.errors))


def _show(repaired: Repaired, target: Path) -> None:
    terminal.title(f"Đã sửa ({len(repaired.changes)})")
    for change in repaired.changes:
        terminal.console.print(Text(f"{change.rule} {change.title}", style="bold"))
        for sign, words, style in (("-", change.before, "dim"), ("+", change.after, "yellow")):
            for message in words:
                terminal.console.print(Text(f"  {sign} {message}", style=style))
    if not repaired.changes:
        terminal.console.print(Text("Không có lỗi nào sửa được mà không đổi lời.", style="dim"))
    terminal.title("Còn lại cho người soạn")
    findings.show(repaired.after)
    terminal.console.print(Text(f"Đã ghi {target}", style="bold green"))


def _print_json(repaired: Repaired) -> None:
    answer = {
        "schema": "thammuu/repair/1",
        "changes": [
            {"rule": one.rule, "title": one.title, "before": one.before, "after": one.after}
            for one in repaired.changes
        ],
        "problems": [exchange.finding_to_dict(one) for one in repaired.after.findings],
    }
    print(json.dumps(answer, ensure_ascii=False, indent=1))
