"""Run every benchmark and write bench/RESULTS.md: `python -m bench`."""

from __future__ import annotations

import os
import platform
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from bench import check, cite, compare, merge, pages, read, search, write
from bench.rows import Row

PARTS: dict[str, Callable[[], Iterable[Row]]] = {
    "read": lambda: [read.run()],
    "check": lambda: [check.run()],
    "cite": lambda: [cite.run()],
    "compare": lambda: [compare.run()],
    "merge": lambda: [merge.run()],
    "search": search.run,
    "write": write.run,
    "pages": pages.run,
}
RESULTS = Path(__file__).with_name("RESULTS.md")


def main() -> int:
    """Measure, print and write; 1 when a part failed, which does not keep the others from being measured."""
    begun = time.perf_counter()
    rows: list[Row] = []
    failed: list[str] = []
    for name, run in PARTS.items():
        say(f"{name} …")
        since = time.perf_counter()
        try:
            rows += run()
        except Exception:  # noqa: BLE001  whatever it is, the other parts are measured
            traceback.print_exc()
            failed.append(name)
        say(f"{name}: {'FAILED after' if name in failed else 'done in'} {time.perf_counter() - since:.0f} s")
    written = report(rows, failed, time.perf_counter() - begun)
    if "pages" not in failed:
        written += "\n" + pages.table()
    print(written)
    RESULTS.write_text(written, encoding="utf-8")
    return 1 if failed else 0


def say(words: str) -> None:
    """What is being done, for the one who waits."""
    print(f"{time.strftime('%H:%M:%S')} {words}", file=sys.stderr, flush=True)


def report(rows: list[Row], failed: Sequence[str], seconds: float) -> str:
    """The results as a page of Markdown."""
    lines = [
        "# Speed",
        "",
        f"{time.strftime('%Y-%m-%d')}, {machine()}. Medians of one run of {seconds / 60:.0f} minutes in which all take turns; "
        "written by `make bench`.",
        "",
        *(f"**{name} FAILED and is not told here.**\n" for name in failed),
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
    sys.exit(main())
