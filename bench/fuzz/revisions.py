"""Any bytes for the main part of a Word file with tracked changes: both texts are read, exactly, or the file is refused.

    PYTHONPATH=src:tests:. .venv/bin/python -m bench.fuzz.revisions [CORPUS] -max_total_time=600

Options are those of libFuzzer; atheris is installed for the bench only.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from bench.peers import installed
from support.docx import packed
from support.revised import SAMPLE, lawful
from thammuu_core.errors import Told
from thammuu_core.wordml import read_docx

MAIN = "word/document.xml"


def once(data: bytes) -> None:
    """What the plain reader reads, the reader of changes reads to the same text."""
    copy = packed({**SAMPLE, MAIN: data})
    try:
        read_docx(copy)
    except Told:
        return
    lawful(copy)


def main(words: list[str]) -> int:
    """Fuzz until stopped; 1 when atheris cannot be had."""
    if not installed("atheris"):
        return 1
    import atheris

    with tempfile.TemporaryDirectory() as seeds:
        Path(seeds, "copy").write_bytes(SAMPLE[MAIN])
        atheris.instrument_all()
        atheris.Setup([words[0], *words[1:], seeds], once)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
