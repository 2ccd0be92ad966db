"""Writing a document of ten pages: its PDF beside LibreOffice making it of the .docx, its .docx beside python-docx.

LibreOffice that runs already is measured without a service of its own: what each further file of one run takes.
"""

from __future__ import annotations

import io
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from bench.rows import Peer, Row, medians
from thammuu_core.rendering import (
    Column,
    Document,
    Head,
    Level,
    Section,
    Signature,
    Table,
    normalised,
    provision,
    to_docx,
    to_pdf,
)
from thammuu_core.rendering import Row as Line
from thammuu_core.rendering.counting import labelled

AIM = "≥ 20× a fresh process, ≥ 5× a warm one"
REPEATS = 9
OFFICE_REPEATS = 3
FURTHER = 8
"""Files after the first in the run that tells what LibreOffice takes when it runs already."""
_DUTY = "Rà soát, tổng hợp số liệu của từng đơn vị, báo cáo kết quả về Văn phòng trước ngày 15 hằng tháng; "


def run() -> Iterator[Row]:
    """The rows `PDF` and `.docx`."""
    documents = [_document(seed) for seed in range(REPEATS + 1)]
    waiting = {name: iter(documents) for name in ("pdf", "docx", "python-docx")}
    taken = medians(
        {
            "pdf": lambda: to_pdf(next(waiting["pdf"])),
            "docx": lambda: to_docx(next(waiting["docx"])),
            "python-docx": lambda: _by_python_docx(next(waiting["python-docx"])),
        },
        repeats=REPEATS,
    )
    peers = tuple(_office(to_docx(documents[0]))) if shutil.which("soffice") else ()
    yield Row("a 10-page PDF in the prescribed format", taken["pdf"], peers, AIM)
    yield Row(
        "the same 10 pages as a .docx",
        taken["docx"],
        (Peer("python-docx alone", taken["python-docx"]),),
        "faster",
    )


def _document(seed: int) -> Document:
    """Ten pages: articles of a plan, their points, two tables."""
    table = Table(
        (Column("STT", 12), Column("Nhiệm vụ", 90), Column("Chủ trì", 40), Column("Thời gian", 25)),
        tuple(
            Line((str(number), f"{_DUTY}{seed}", "Sở Tài chính", f"Quý {number % 4 + 1}"))
            for number in range(20)
        ),
    )
    blocks = [
        block
        for part in range(7)
        for block in (
            provision(Level.ROMAN, f"Nhóm nhiệm vụ {part}", id=f"r{part}"),
            *(
                provision(level, f"{_DUTY}{_DUTY}{seed}", id=f"n{part}-{place}")
                for place, level in enumerate((Level.CLAUSE, *[Level.POINT] * 6, Level.CLAUSE, Level.DASH))
            ),
            *([table] if part % 2 else []),
        )
    ]
    return Document(
        Head(
            "Sở Khoa học và Công nghệ",
            date(2026, 11, 9),
            "UBND tỉnh Bắc Ninh",
            symbol="KH-SKHCN",
            place="Bắc Ninh",
        ),
        "Kế hoạch",
        "Triển khai nhiệm vụ trọng tâm",
        (Section(tuple(blocks)),),
        Signature(("KT. Giám đốc", "Phó Giám đốc"), "Nguyễn Văn An"),
        recipients=("UBND tỉnh", "Lưu: VT"),
    )


def _by_python_docx(document: Document) -> bytes:
    """The same words and looks by python-docx alone: labels typed, no ids, no lists."""
    kept, file = normalised(document), docx.Document()
    file.styles["Normal"].font.name, file.styles["Normal"].font.size = "Times New Roman", Pt(14)
    for label, block in labelled(kept.sections):
        if isinstance(block, Table):
            _table(file, block)
            continue
        line = file.add_paragraph(style="Heading 1" if label.isupper() else None)
        line.paragraph_format.first_line_indent = Mm(12.7)
        line.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        line.add_run(f"{label} {''.join(run.text for run in block.runs)}")  # type: ignore[union-attr]
    buffer = io.BytesIO()
    file.save(buffer)
    return buffer.getvalue()


def _table(file: docx.document.Document, block: Table) -> None:
    table = file.add_table(rows=1 + len(block.rows), cols=len(block.columns), style="Table Grid")
    for cell, column in zip(table.rows[0].cells, block.columns, strict=True):
        cell.text = column.head
    for line, row in zip(list(table.rows)[1:], block.rows, strict=True):
        for cell, words in zip(line.cells, row.cells, strict=True):
            cell.text = words


def _office(word: bytes) -> Iterator[Peer]:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{number}.docx") for number in range(1 + FURTHER)]
        for file in files:
            file.write_bytes(word)
        convert(files[:1], folder)  # the first run makes a profile
        one = statistics.median(convert(files[:1], folder) for _ in range(OFFICE_REPEATS))
        all_ = statistics.median(convert(files, folder) for _ in range(OFFICE_REPEATS))
    yield Peer("LibreOffice, a fresh process", one)
    yield Peer("LibreOffice, running already", (all_ - one) / FURTHER)


def convert(files: list[Path], folder: str, form: str = "pdf") -> float:
    """Seconds that one process of LibreOffice takes for the files; the first run in a folder makes a profile there."""
    command = [
        "soffice",
        f"-env:UserInstallation=file://{folder}/profile",
        "--headless",
        "--convert-to",
        form,
    ]
    begun = time.perf_counter()
    subprocess.run([*command, "--outdir", folder, *map(str, files)], capture_output=True, check=True)
    return time.perf_counter() - begun
