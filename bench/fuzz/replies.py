"""Any bytes for the main part of a returned Word file, or for a letter: there is always a Reply, never an error.

    PYTHONPATH=src:tests:. .venv/bin/python -m bench.fuzz.replies [CORPUS] -max_total_time=600

Options are those of libFuzzer; atheris is installed for the bench only.
"""

from __future__ import annotations

import sys
import tempfile
from hashlib import sha256
from pathlib import Path

from bench.peers import installed
from support.docx import packed, unpacked
from support.merges import base
from support.replies import LETTER, files
from thammuu_core.anchors import Version
from thammuu_core.opinions.reading import read_reply
from thammuu_core.wordml import read_docx

MAIN = "word/document.xml"
FAILED = "opinions.reader_failed"
VERSION = Version.of(sha256(base()).hexdigest(), read_docx(base()))
PARTS = unpacked(files()["So-Tai-chinh.docx"])


def once(data: bytes) -> None:
    """Bytes that begin like XML are the main part of a tracked copy, others are a letter."""
    document = data.lstrip().startswith(b"<")
    name, content = ("a.docx", packed({**PARTS, MAIN: data})) if document else ("a.txt", data)
    reply = read_reply((VERSION,), name, content)
    failed = [problem.message for problem in reply.problems if problem.code == FAILED]
    if failed or not reply.kinds:
        raise AssertionError(failed)


def main(words: list[str]) -> int:
    """Fuzz until stopped; 1 when atheris cannot be had."""
    if not installed("atheris"):
        return 1
    import atheris

    with tempfile.TemporaryDirectory() as seeds:
        for name, data in (("copy", PARTS[MAIN]), ("letter", LETTER.encode())):
            Path(seeds, name).write_bytes(data)
        atheris.instrument_all()
        atheris.Setup([words[0], *words[1:], seeds], once)
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
