"""Frozen values: changes of a story's text, and the map that carries places from the old text to the new."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thammuu_core.papers import Story
from thammuu_core.redlines.mapping import PositionMap, Segment

__all__ = ["Comparison", "Edit", "PositionMap", "Segment", "applied"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change: [start, end) of the old text, which reads `old`, becomes `new`.

    With `to`, a move: the words leave [start, end) and stand, as `new`, at offset `to` of the old text. A paragraph
    mark is the line feed between paragraphs, so a new paragraph is an insertion that holds one.
    """

    start: int
    end: int
    old: str
    new: str
    to: int | None = None


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after the changes, which must not overlap; a landing stands before an insertion at the same point."""
    moves = [(edit.to, edit.to, edit.new) for edit in edits if edit.to is not None]
    removals = [(edit.start, edit.end, "" if edit.to is not None else edit.new) for edit in edits]
    pieces, position = [], 0
    for start, end, new in sorted([*moves, *removals], key=lambda change: change[:2]):
        pieces += [text[position:start], new]
        position = max(position, end)
    return "".join([*pieces, text[position:]])


@dataclass(frozen=True, slots=True)
class Comparison:
    """What changed from one story to another, in order of the old text, and where each place went."""

    old: Story
    new: Story
    edits: tuple[Edit, ...]
    map: PositionMap
