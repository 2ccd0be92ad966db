"""Reading a 30-page .docx, beside python-docx walking its paragraphs and tables and pandoc writing JSON."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Sequence

import docx

from bench.rows import Peer, Row, medians
from bench.specimen import specimen
from thammuu_core import plans
from thammuu_core.intake import read_paper
from thammuu_core.wordml import read_docx

AIM = "faster than python-docx alone; ≥ 10× faster than pandoc"
REPEATS = 9


def run() -> Row:
    """The row `read`; every round has a document of its own, so that nothing is remembered from the one before."""
    documents = [specimen(seed) for seed in range(REPEATS + 1)]
    works: dict[str, Callable[[bytes], object]] = {
        "ours": _reading,
        "gate and paper": read_paper,
        "paper": read_docx,
        "python-docx, paragraphs and tables": _walk,
    }
    if shutil.which("pandoc"):
        works["pandoc to JSON"] = _pandoc
    taken = medians({name: _each(work, documents) for name, work in works.items()}, repeats=REPEATS)
    peers = tuple(
        Peer(name, seconds) for name, seconds in taken.items() if name.startswith(("python-docx", "pandoc"))
    )
    return Row("read a 30-page .docx into a Reading", taken["ours"], peers, AIM, _note(taken))


def _each(work: Callable[[bytes], object], documents: Sequence[bytes]) -> Callable[[], object]:
    """The work done on the next document at every call."""
    waiting = iter(documents)
    return lambda: work(next(waiting))


def _reading(data: bytes) -> object:
    """All that `thammuu read` does between the bytes and the output."""
    return plans.read(read_paper(data))


def _walk(data: bytes) -> list[str]:
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    for table in document.tables:
        for row in table.rows:
            texts += [paragraph.text for cell in row.cells for paragraph in cell.paragraphs]
    return texts


def _pandoc(data: bytes) -> object:
    return subprocess.run(["pandoc", "-f", "docx", "-t", "json"], input=data, capture_output=True, check=True)


def _note(taken: dict[str, float]) -> str:
    paper, gate = taken["paper"] * 1000, (taken["gate and paper"] - taken["paper"]) * 1000
    return f"of which {paper:.1f} ms from bytes to paper and {gate:.1f} ms for the gate before it"
