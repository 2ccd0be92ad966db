"""Merging 200 returned copies of a 30-page draft by `thammuu merge`, beside pandoc reading each with its tracked changes.

Pandoc only reads: it compares nothing, finds no silent change, puts nothing together. It runs as many at once as ours.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.children import environment
from bench.copies import copies
from bench.rows import Peer, Row
from bench.specimen import specimen
from bench.watching import Taken, watched

AIM = "≥ 20×, linear in copies, memory flat"
COUNTS = (25, 50, 100, 200)
BY_PANDOC = 24
"""Copies that pandoc is given; its time for all is reckoned from theirs."""


def run() -> Row:
    """The row `merge`."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        base = folder / "draft.docx"
        base.write_bytes(specimen())
        files = folder / "copies"
        files.mkdir()
        copies(base.read_bytes(), files, max(COUNTS))
        named = sorted(files.iterdir())
        taken = {count: _merge(base, named[:count], folder) for count in COUNTS}
        peers = (
            (Peer("pandoc --track-changes=all on each", _pandoc(named)),) if shutil.which("pandoc") else ()
        )
    line = "; ".join(
        f"{count} copies {one.seconds:.1f} s ({one.processor:.1f} s of processors), {one.largest} MB"
        for count, one in taken.items()
    )
    seconds = taken[max(COUNTS)].seconds
    return Row(
        f"merge {max(COUNTS)} returned copies of 30 pages",
        seconds,
        peers,
        AIM,
        f"{line} in the largest process",
    )


def _merge(base: Path, files: list[Path], home: Path) -> Taken:
    command = [sys.executable, "-m", "thammuu", "merge", str(base), *map(str, files), "--json"]
    told = home / "told.json"
    taken = watched(command, environment(home), told)
    _check(told, len(files))
    return taken


def _check(told: Path, count: int) -> None:
    """A command that gave up early would look quick."""
    replies = json.loads(told.read_bytes())["replies"]
    if len(replies) != count or not all(reply["opinions"] for reply in replies):
        raise RuntimeError(f"thammuu merge did not read all of {count} copies")


def _pandoc(files: list[Path]) -> float:
    """Seconds for all files, from those of some."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        begun = time.perf_counter()
        list(pool.map(_read, files[:BY_PANDOC]))
    return (time.perf_counter() - begun) * len(files) / BY_PANDOC


def _read(file: Path) -> None:
    command = ["pandoc", "--track-changes=all", "-f", "docx", "-t", "json", str(file)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
