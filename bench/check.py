"""Checking the form of a 30-page .docx and mending it, beside what LibreOffice takes to open the file."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from bench.rows import Peer, Row, medians
from bench.specimen import specimen
from bench.write import convert
from thammuu_core.formats import State, check, repair
from thammuu_core.intake import read_paper

AIM = "well under the time LibreOffice needs to open it"
REPEATS = 5


def run() -> Row:
    """The row `check`; every round has a document of its own."""
    documents = [specimen(seed) for seed in range(REPEATS + 1)]
    waiting = {name: iter(documents) for name in ("check", "repair")}
    taken = medians(
        {
            "check": lambda: _check(next(waiting["check"])),
            "repair": lambda: repair(next(waiting["repair"]), state=State.ISSUED),
        },
        repeats=REPEATS,
    )
    note = f"mending it takes {taken['repair'] * 1000:.0f} ms, checking before and after included"
    peers = (Peer("LibreOffice, opening it", _opening(documents[0])),) if shutil.which("soffice") else ()
    return Row("check the form of a 30-page .docx", taken["check"], peers, AIM, note)


def _check(data: bytes) -> object:
    """All that `thammuu check` does for the form between the bytes and the output."""
    return check(read_paper(data, forms=True), state=State.ISSUED)


def _opening(data: bytes) -> float:
    """Seconds to open and write it as plain text, which is quick, by a process with a profile already made."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "30.docx")
        file.write_bytes(data)
        return min(convert([file], folder, "txt:Text") for _ in range(3))
