"""LibreOffice as a second opinion: what it saves reads the same, and the labels it shows are those we count."""

from __future__ import annotations

import random
import subprocess
import zipfile
from pathlib import Path

import pytest

from support.docx import docx, paper
from support.programs import program
from thammuu_core.text import normalise
from thammuu_core.wordml import read_docx

pytestmark = [pytest.mark.long, pytest.mark.office]


def converted(files: list[Path], kind: str, folder: Path) -> list[Path]:
    """The files as LibreOffice converts them; one process, with a profile of its own."""
    office = program("soffice", "libreoffice-writer-nogui fonts-liberation2")
    profile, out = f"-env:UserInstallation=file://{folder / 'profile'}", folder / "out"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", kind, "--outdir", out, *files],
        check=True,
        timeout=600,
    )
    return [out / file.with_suffix(f".{kind.partition(':')[0]}").name for file in files]


def shown(data: bytes) -> list[str]:
    """The lines of the body as a reader sees them, labels included."""
    return [
        normalise(f"{line.paragraph.label} {line.paragraph.text}").strip()
        for line in read_docx(data).body.lines()
        if line.paragraph.text.strip()
    ]


@pytest.mark.corpus
def test_a_document_saved_by_another_program_reads_the_same(corpus: Path, tmp_path: Path) -> None:
    # The command-line builds of LibreOffice lose formulas; documents that have one are left out.
    files = [file for file in sorted(corpus.glob("raw/*.docx")) if b"oMath" not in main_part(file)]
    differing = [
        file.name
        for file, saved in zip(files, converted(files, "docx", tmp_path), strict=True)
        if shown(file.read_bytes()) != shown(saved.read_bytes())
    ]
    assert differing == []


def main_part(file: Path) -> bytes:
    """The main part of a document."""
    with zipfile.ZipFile(file) as archive:
        return archive.read("word/document.xml")


LEVELS = (("upperRoman", "%1."), ("decimal", "%1.%2."), ("lowerLetter", "%3)"), ("decimal", "%1.%2.%3.%4"))
NUMBERING = (
    "abstractNum{abstractNumId=0}("
    + ",".join(
        f"lvl{{ilvl={at}}}(start{{val=1}}, numFmt{{val={form}}}, lvlText{{val={text}}})"
        for at, (form, text) in enumerate(LEVELS)
    )
    + "), num{numId=1}/abstractNumId{val=0}, num{numId=2}(abstractNumId{val=0}, lvlOverride{ilvl=0}/startOverride{val=1})"
)


def a_list(seed: int) -> str:
    """Numbered paragraphs whose levels go up and down, some of them skipped."""
    chance = random.Random(seed)
    items, at, number = [], 0, 1
    for position in range(30):
        at = max(0, min(3, at + chance.choice((-3, -2, -1, 0, 0, 1, 1, 2))))
        number = chance.choice((1, 1, 1, 2)) if at == 0 else number
        items.append(f'p(pPr/numPr(ilvl{{val={at}}}, numId{{val={number}}}), r/t"x{position}")')
    return ", ".join(items)


def test_labels_are_those_that_another_program_shows(tmp_path: Path) -> None:
    files = [tmp_path / f"{seed}.docx" for seed in range(20)]
    for seed, file in enumerate(files):
        file.write_bytes(docx(a_list(seed), numbering=NUMBERING))
    for seed, text in enumerate(converted(files, "txt:Text", tmp_path)):
        theirs = [line.split() for line in text.read_text(encoding="utf-8-sig").splitlines() if line.strip()]
        ours = [
            [line.paragraph.label, line.paragraph.text]
            for line in paper(a_list(seed), numbering=NUMBERING).body.lines()
        ]
        assert ours == theirs, seed
