"""Frozen values: what is to be written into a Word file, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from thammuu_core.papers import BODY
from thammuu_core.redlines.model import Edit

Answered: TypeAlias = tuple[str, str, str]
"""Author, date, text of an answer in the thread of a comment."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A change that somebody proposes. Offsets are into the main story's text as `read_docx` gives it."""

    edit: Edit
    author: str
    """The agency."""
    date: str = ""
    """ISO, as `w:date` has it: "2026-03-02T08:00:00Z"; empty when nobody said."""


@dataclass(frozen=True, slots=True)
class Note:
    """A comment on [start, end) of a story; equal ends for a comment on a point."""

    start: int
    end: int
    author: str
    date: str = ""
    text: str = ""
    answers: tuple[Answered, ...] = ()
    resolved: bool = False
    story: str = BODY


@dataclass(frozen=True, slots=True)
class Written:
    """The file. Rejecting all its changes gives the old text, accepting all gives the text with the changes shown."""

    data: bytes
    comments_instead: tuple[int, ...] = ()
    """Indexes of the proposals that stand as comments: they touch words of an earlier one, say the same as an earlier
    one, or Word has no mark for them (a cell's last paragraph mark cannot go)."""
