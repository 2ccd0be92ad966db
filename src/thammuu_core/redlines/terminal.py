"""A comparison for a terminal: lines of words with their kinds, which the command line gives its colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from thammuu_core.redlines.model import Comparison
from thammuu_core.redlines.passages import NOTHING, NOWHERE, Passage, ShownUnit, Words, passages

_BETWEEN_CELLS = " │ "


class Shape(StrEnum):
    """What a line of the view is."""

    HEADING = "heading"
    LINE = "line"
    FOLDED = "folded"
    """Says how much is left out because it did not change."""


@dataclass(frozen=True, slots=True)
class Span:
    """One line of the view."""

    shape: Shape
    words: tuple[Words, ...]


def spans(comparison: Comparison) -> tuple[Span, ...]:
    """Changed paragraphs and rows with what stands beside them, a heading for each provision."""
    if not comparison.edits:
        return (Span(Shape.FOLDED, (Words(NOTHING),)),)
    return tuple(span for passage in passages(comparison) for span in _of(passage))


def _of(passage: Passage) -> Iterator[Span]:
    if passage.folded:
        yield Span(Shape.FOLDED, (Words(f"… {len(passage.units)} đoạn không đổi …"),))
        return
    yield Span(Shape.HEADING, (Words(passage.heading or NOWHERE),))
    for unit in passage.units:
        yield Span(Shape.LINE, tuple(_words(unit)))


def _words(unit: ShownUnit) -> Iterator[Words]:
    """The words of a paragraph, or of the cells of a row beside one another."""
    for number, (_, lines) in enumerate(groupby(unit.lines, key=lambda line: line.place)):
        if number:
            yield Words(_BETWEEN_CELLS)
        for place, line in enumerate(lines):
            if place:
                yield Words(" ")
            yield from line.words
