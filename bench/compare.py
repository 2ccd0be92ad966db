"""Comparing two versions of a 30-page draft and writing the difference as tracked changes, beside what else does it."""

from __future__ import annotations

import random
from collections.abc import Callable

from bench.copies import silent
from bench.peers import installed
from bench.rows import Peer, Row, medians
from bench.specimen import specimen
from thammuu_core.redlines import compare
from thammuu_core.redlines.writing import Proposal, write
from thammuu_core.wordml import read_docx

AIM = "≥ 20×"
REPEATS = 5
DOCXODUS = "python-redlines[docxodus]==2.0.0"


def run() -> Row:
    """The row `compare`; every round has two versions of its own."""
    pairs = [
        (base, silent(base, random.Random(seed))) for seed in range(REPEATS + 1) for base in (specimen(seed),)
    ]
    waiting = {name: iter(pairs) for name in ("ours", "values", "docxodus")}
    works: dict[str, Callable[[], object]] = {
        "ours": lambda: _redline(*next(waiting["ours"])),
        "values": lambda: _compare(*next(waiting["values"])),
    }
    if installed(DOCXODUS):
        works["docxodus"] = lambda: _docxodus(*next(waiting["docxodus"]))
    taken = medians(works, repeats=REPEATS)
    peers = (Peer("python-redlines (Docxodus)", taken["docxodus"]),) if "docxodus" in taken else ()
    note = (
        f"from two files to a third; reading and comparing alone take {taken['values'] * 1000:.0f} ms; "
        "LibreOffice compares only through UNO in a build with windows, which is not asked here"
    )
    return Row("compare two 30-page versions into tracked changes", taken["ours"], peers, AIM, note)


def _compare(old: bytes, new: bytes) -> object:
    return compare(read_docx(old).body, read_docx(new).body)


def _redline(old: bytes, new: bytes) -> object:
    found = compare(read_docx(old).body, read_docx(new).body)
    return write(old, [Proposal(edit, "Đối chiếu") for edit in found.edits]).data


def _docxodus(old: bytes, new: bytes) -> object:
    from python_redlines import DocxodusEngine

    return DocxodusEngine().run_redline("Đối chiếu", original=old, modified=new)
