"""Reading a 30-page .docx, beside python-docx walking its paragraphs and tables and pandoc writing JSON."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable

import docx

from bench.rows import Peer, Row, medians
from bench.specimen import specimen
from thammuu_core import plans
from thammuu_core.intake import read_paper
from thammuu_core.wordml import read_docx

AIM = "faster than python-docx alone; ≥ 10× faster than pandoc"


def run() -> Row:
    """The row `read`."""
    data = specimen()
    works: dict[str, Callable[[], object]] = {
        "ours": lambda: _reading(data),
        "gate and paper": lambda: read_paper(data, "specimen.docx"),
        "paper": lambda: read_docx(data),
        "python-docx, paragraphs and tables": lambda: _walk(data),
    }
    if shutil.which("pandoc"):
        works["pandoc to JSON"] = lambda: subprocess.run(
            ["pandoc", "-f", "docx", "-t", "json"], input=data, capture_output=True, check=True
        )
    taken = medians(works)
    peers = tuple(
        Peer(name, seconds) for name, seconds in taken.items() if name.startswith(("python-docx", "pandoc"))
    )
    return Row("read a 30-page .docx into a Reading", taken["ours"], peers, AIM, _note(taken))


def _reading(data: bytes) -> object:
    """All that `thammuu read` does between the bytes and the output."""
    return plans.read(read_paper(data, "specimen.docx"))


def _walk(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            texts += [paragraph.text for cell in row.cells for paragraph in cell.paragraphs]
    return texts


def _note(taken: dict[str, float]) -> str:
    paper, gate = taken["paper"] * 1000, (taken["gate and paper"] - taken["paper"]) * 1000
    return f"of which {paper:.1f} ms from bytes to paper and {gate:.1f} ms for the gate before it"
