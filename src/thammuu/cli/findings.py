"""Findings of form on the terminal: by part of the document, each with its place and its rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from rich.console import Group
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from thammuu.cli.terminal import SIGNS, console, title
from thammuu_core.errors import Severity
from thammuu_core.formats import PART_NAMES, Finding, Report

_COUNTED = {Severity.ERROR: "lỗi", Severity.WARNING: "cảnh báo", Severity.NOTE: "ghi chú"}


def show(report: Report) -> None:
    """All of them under the names of their parts; one line when there are none."""
    title(f"Thể thức ({_counts(report.findings)})")
    if not report.findings:
        console.print(Text("Đúng mọi quy tắc thể thức đã kiểm tra.", style="green"))
        return
    for part, group in groupby(report.findings, key=lambda one: one.part):
        console.print(Text(PART_NAMES[part], style="bold cyan"))
        console.print(Padding(_table(list(group)), (0, 0, 0, 2)))


def _table(group: Sequence[Finding]) -> Table:
    table = Table(box=None, pad_edge=False, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    for one in group:
        place = f"{one.where}: " if one.where != PART_NAMES[one.part] else ""
        words = Text.assemble((place, "bold"), one.message)
        rule = Text(f"{one.rule} · {one.basis}{' · sửa được tự động' if one.repairable else ''}", style="dim")
        table.add_row(Text(*SIGNS[one.severity]), Group(words, rule))
    return table


def _counts(found: Sequence[Finding]) -> str:
    counts = Counter(one.severity for one in found)
    return (
        ", ".join(f"{counts[severity]} {_COUNTED[severity]}" for severity in Severity if counts[severity])
        or "0"
    )
