"""The parts of a document: front, body, back, attachments, notes, as stretches of the main story's blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thammuu_core.outline.annexes import Annex, annexes
from thammuu_core.outline.backs import back_start
from thammuu_core.outline.fronts import front_end
from thammuu_core.outline.lines import words_of
from thammuu_core.papers import Block, Paragraph

_NOTE = re.compile(r"\[\d{1,3}\]\s")


@dataclass(frozen=True, slots=True)
class Parts:
    """Indexes: front [0, body), body [body, back), back [back, stop), annexes as they say, notes [notes, …)."""

    body: int
    back: int
    stop: int
    annexes: tuple[Annex, ...]
    notes: int


def split(blocks: Sequence[Block]) -> Parts:
    """Find the parts; a part that is not there is empty."""
    notes = _notes_start(blocks)
    body = min(front_end(blocks), notes)
    back = min(back_start(blocks, body), notes)
    attached = annexes(blocks, body, back, notes)
    stop = attached[0].start if attached else notes
    return Parts(body, min(back, stop), stop, attached, notes)


def _notes_start(blocks: Sequence[Block]) -> int:
    """Footnotes that a converter left at the end: "[1] …"."""
    start = len(blocks)
    while start and isinstance(blocks[start - 1], Paragraph) and _NOTE.match(words_of(blocks[start - 1])):
        start -= 1
    return start
