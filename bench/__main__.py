"""Run every benchmark and write bench/RESULTS.md: `python -m bench`."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench import cite, pages, read, search
from bench.rows import Row

ROWS: tuple[Callable[[], Iterable[Row]], ...] = (
    lambda: [read.run()],
    lambda: [cite.run()],
    search.run,
    pages.run,
)
RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> None:
    """Measure, print and write."""
    written = report([row for run in ROWS for row in run()]) + "\n" + pages.table()
    print(written)
    RESULTS.write_text(written, encoding="utf-8")


def report(rows: list[Row]) -> str:
    """The results as a page of Markdown."""
    lines = [
        "# Speed",
        "",
        f"{time.strftime('%Y-%m-%d')}, {machine()}. Medians of one run in which all take turns; written by `make bench`.",
        "",
        "| Work | Ours | Instead | Its time | Ours is faster by | Aim |",
        "|---|--:|---|--:|--:|---|",
    ]
    for row in rows:
        for peer in row.peers or ():
            ratio = row.ratio(peer)
            lines.append(
                f"| {row.work} | {row.ours * 1000:.1f} ms | {peer.name} | {peer.seconds * 1000:.1f} ms | {ratio:.1f}× | {row.aim} |"
            )
    notes = [f"- {row.work}: {row.note}." for row in rows if row.note]
    return "\n".join([*lines, "", *notes, ""])


def machine() -> str:
    """What it ran on."""
    return f"{processor()}, {os.cpu_count()} cores, Python {platform.python_version()}"


def processor() -> str:
    """The processor's name where the system tells it."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")),
        platform.machine(),
    )


if __name__ == "__main__":
    main()
