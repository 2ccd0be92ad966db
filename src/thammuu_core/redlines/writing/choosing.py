"""Who comes first where several want the same words, and who says the same as one before."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thammuu_core.redlines.model import Edit
from thammuu_core.redlines.normal_form import normal
from thammuu_core.redlines.writing.model import Proposal


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Letters [start, end) that a proposal takes out, or the point at which it puts something in."""

    start: int
    end: int
    proposal: int


class Spans:
    """The places of proposals of which no two want the same letters, in order."""

    def __init__(self) -> None:
        self._sorted: list[Span] = []

    def add(self, span: Span) -> None:
        """One more."""
        insort(self._sorted, span)

    def touching(self, start: int, end: int) -> Iterator[Span]:
        """All that share a letter or a border with [start, end]."""
        first = bisect_left(self._sorted, Span(start, -1, -1))
        while first and self._sorted[first - 1].end >= start:
            first -= 1
        for place in range(first, len(self._sorted)):
            if self._sorted[place].start > end:
                return
            yield self._sorted[place]


def chosen(text: str, proposals: Sequence[Proposal]) -> tuple[list[int], dict[int, int], Spans]:
    """The first of those that say the same, unless an earlier one touches its words; who says the same as which one."""
    first: list[int] = []
    known: dict[Edit, int] = {}
    same: dict[int, int] = {}
    taken = Spans()
    for index, proposal in enumerate(proposals):
        edit = proposal.edit
        if not _is_of(text, edit):
            continue
        form = normal(text, edit)
        spans = [Span(start, end, index) for start, end in places(edit)]
        if form in known:
            same[index] = known[form]
        elif not any(_collides(span, taken, proposals) for span in spans):
            first.append(index)
            known[form] = index
            for span in spans:
                taken.add(span)
    return first, same, taken


def places(edit: Edit) -> tuple[tuple[int, int], ...]:
    """What it takes out, and where a move lands."""
    here = (edit.start, edit.end)
    return (here,) if edit.to is None else (here, (edit.to, edit.to))


def _is_of(text: str, edit: Edit) -> bool:
    """It changes something, and the words that it takes out stand there."""
    inside = 0 <= edit.start <= edit.end <= len(text) and text[edit.start : edit.end] == edit.old
    if edit.to is None:
        return inside and edit.old != edit.new
    return inside and 0 <= edit.to <= len(text) and not edit.start < edit.to < edit.end and edit.old != ""


def _collides(span: Span, taken: Spans, proposals: Sequence[Proposal]) -> bool:
    """Shared letters, an insertion inside what goes, or two insertions of different people at one point."""
    for other in taken.touching(span.start, span.end):
        if span.start == span.end == other.start == other.end:
            if proposals[span.proposal].author != proposals[other.proposal].author:
                return True
        elif max(span.start, other.start) < min(span.end, other.end) or _is_inside(span, other):
            return True
    return False


def _is_inside(one: Span, other: Span) -> bool:
    """Whether one is a point strictly inside the other."""
    return (one.start == one.end and other.start < one.start < other.end) or (
        other.start == other.end and one.start < other.start < one.end
    )
