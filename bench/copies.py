"""Copies of a 30-page draft as agencies return them: with tracking on, with tracking off, with comments.

A copy made with tracking off is edited by python-docx, which knows nothing of our writer.
"""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path

import docx

from thammuu_core.redlines import Edit
from thammuu_core.redlines.writing import Note, Proposal, write
from thammuu_core.wordml import read_docx

EDITS = 16
"""In each copy; every fourth of them is a comment."""
SILENT = 3
"""Every third copy was edited with tracking off."""
_WORDS = ("kịp thời", "theo quy định", "trước ngày 30/9/2026", "của cơ quan chủ trì", "và báo cáo kết quả")


def copies(base: bytes, folder: Path, count: int) -> None:
    """So many copies of the draft as files in the folder."""
    text = read_docx(base).body.text
    for number in range(count):
        chance = random.Random(number)
        made = (
            silent(base, chance) if number % SILENT == 0 else tracked(base, text, f"Sở thứ {number}", chance)
        )
        (folder / f"So-{number:03}.docx").write_bytes(made)


def tracked(base: bytes, text: str, agency: str, chance: random.Random) -> bytes:
    """With changes and comments by that agency."""
    changes, notes = [], []
    for turn, (start, end) in enumerate(_places(text, chance)):
        if turn % 4:
            new = chance.choice((*_WORDS, ""))
            changes.append(Proposal(Edit(start, end, text[start:end], new), agency, "2026-03-02T08:00:00Z"))
        else:
            notes.append(Note(start, end, agency, "2026-03-02T08:00:00Z", "Đề nghị làm rõ nội dung này."))
    return write(base, changes, notes).data


def _places(text: str, chance: random.Random) -> Iterator[tuple[int, int]]:
    """Some words of some lines, no two in one line."""
    lines, start = [], 0
    for line in text.split("\n"):
        if len(line.split()) > 8:
            lines.append((start, line))
        start += len(line) + 1
    for offset, line in chance.sample(lines, EDITS):
        words = line.split(" ")
        first = chance.randrange(len(words) - 3)
        at = offset + len(" ".join(words[:first])) + bool(first)
        yield at, at + len(" ".join(words[first : first + 2]))


def silent(base: bytes, chance: random.Random) -> bytes:
    """With other words in some runs, and nothing that says so."""
    document = docx.Document(io.BytesIO(base))
    runs = [run for paragraph in document.paragraphs for run in paragraph.runs if len(run.text.split()) > 8]
    for run in chance.sample(runs, EDITS):
        words = run.text.split(" ")
        place = chance.randrange(len(words) - 3)
        words[place : place + 2] = [chance.choice(_WORDS)]
        run.text = " ".join(words)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
