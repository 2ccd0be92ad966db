"""Proposals that cannot all stand: which of them meet on the same words, and how they stand to each other.

A sweep over places in order, so that the work grows with the number of opinions and of meetings, never with all pairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from thammuu_core.opinions.identity import Stated
from thammuu_core.opinions.model import CHANGES, Clash, Operation
from thammuu_core.redlines import Edit

_TOKEN = re.compile(r"\w+|[^\w\s]|\n")
_TAKES = (Operation.DELETE, Operation.OPPOSE)
_KEPT = 0.5
"""Share of words in common below which a passage counts as written anew."""

Place = tuple[int, int]
Words = tuple[str, ...]


def clashes(stated: Sequence[Stated]) -> Iterator[tuple[int, int, Clash]]:
    """Pairs of different proposals, by their index, that meet on the same words, each pair once."""
    for one, other in sorted(set(_meetings(stated))):
        kind = clash(stated[one], stated[other])
        if kind:
            yield one, other, kind


def _meetings(stated: Sequence[Stated]) -> Iterator[tuple[int, int]]:
    """Pairs whose places meet, smaller index first."""
    places = sorted(
        (one.story, start, end, index) for index, one in enumerate(stated) for start, end in _places(one)
    )
    story, active = "", list[tuple[int, int, int]]()
    for where, start, end, index in places:
        active = (
            [before for before in active if before[1] > start or before[0] == start] if where == story else []
        )
        story = where
        for other_start, other_end, other in active:
            if other != index and _meet((other_start, other_end), (start, end)):
                yield min(index, other), max(index, other)
        active.append((start, end, index))


def _places(one: Stated) -> Iterator[Place]:
    """Where it changes, takes away or holds on to words: of a move both where they leave and where they land."""
    if one.start is None or one.end is None:
        return
    if one.edit or one.operation in (*_TAKES, Operation.KEEP):
        yield one.start, one.end
    if one.to is not None:
        yield one.to, one.to


def _meet(one: Place, other: Place) -> bool:
    """They share words, or one point lies within the other's words, or both are one point."""
    return (one[0] < other[1] and other[0] < one[1]) or (one == other and one[0] == one[1])


def clash(one: Stated, other: Stated) -> Clash | None:
    """How two different proposals that meet stand to each other; None if both can stand as they are."""
    if one.edit is None or other.edit is None:
        return _in_words(one.operation, other.operation)
    if one.to is not None or other.to is not None:
        return _with_a_move(one, other)
    if _apart(_lines(one.edit), _lines(other.edit)):
        return Clash.COMPATIBLE
    pairs = [
        _of_words(here, there, one.operation, other.operation)
        for here in fine(one.edit)
        for there in fine(other.edit)
        if _meet(here.place, there.place)
    ]
    return next(
        (kind for kind in (Clash.CONTRADICTORY, Clash.ALTERNATIVE) if kind in pairs), Clash.COMPATIBLE
    )


def _in_words(one: Operation, other: Operation) -> Clash | None:
    """Where one of them only speaks: keeping stands against any change, refusing against change and keeping."""
    both = {one, other}
    if Operation.KEEP in both:
        other_than_keep = both - {Operation.KEEP}
        return Clash.CONTRADICTORY if other_than_keep & {*CHANGES, Operation.OPPOSE} else None
    against = both - set(_TAKES)
    return Clash.CONTRADICTORY if both & set(_TAKES) and against & set(CHANGES) else None


def _with_a_move(one: Stated, other: Stated) -> Clash | None:
    """Moved words may be changed as well; they may not go to two places, nor be taken away, nor land in what goes."""
    move, change = (one, other) if one.to is not None else (other, one)
    if move.edit is None or change.edit is None or move.edit.to is None:
        return None
    left, touched = _lines(move.edit), _lines(change.edit)
    if change.edit.to is not None:
        return Clash.ALTERNATIVE if _meet(left, touched) else None
    lost = change.operation is Operation.DELETE
    if _meet(left, touched):
        held = left[0] <= touched[0] and touched[1] <= left[1]
        return Clash.CONTRADICTORY if lost else Clash.COMPATIBLE if held else Clash.ALTERNATIVE
    if touched[0] < move.edit.to < touched[1]:
        return Clash.CONTRADICTORY if lost else Clash.ALTERNATIVE
    return Clash.COMPATIBLE if _meet(_left(move), _left(change)) else None


def _left(one: Stated) -> Place:
    return one.start or 0, one.end or 0


def _lines(edit: Edit) -> Place:
    """The words that a change takes, without paragraph marks at their ends: lines beside each other share but a mark."""
    if not edit.old.strip("\n"):
        return edit.start, edit.end
    return edit.end - len(edit.old.lstrip("\n")), edit.start + len(edit.old.rstrip("\n"))


def _apart(one: Place, other: Place) -> bool:
    """Both take words, and none that the other takes."""
    return one[0] < one[1] and other[0] < other[1] and not _meet(one, other)


@dataclass(frozen=True, slots=True)
class Touch:
    """Words of the draft that a change really touches, and what it puts there."""

    place: Place
    new: Words


@lru_cache(maxsize=8192)
def fine(edit: Edit) -> tuple[Touch, ...]:
    """The words within a change that differ; the change as a whole where it leaves little of what stood there."""
    tokens = [(match.start() + edit.start, match.end() + edit.start) for match in _TOKEN.finditer(edit.old)]
    old, new = (tuple(_TOKEN.findall(text.casefold())) for text in (edit.old, edit.new))
    if LCSseq.similarity(old, new) < _KEPT * max(len(old), len(new)):
        return (Touch((edit.start, edit.end), new),)
    ends = [edit.start, *(end for _, end in tokens)]
    starts = [*(start for start, _ in tokens), edit.end]
    return tuple(
        Touch((starts[i1], ends[i2]) if i1 < i2 else (ends[i1], ends[i1]), new[j1:j2])
        for i1, i2, j1, j2 in _gaps(old, new)
    )


def _gaps(old: Words, new: Words) -> Iterator[tuple[int, int, int, int]]:
    """Where the two differ, between the words that they have in common."""
    i = j = 0
    for block in LCSseq.opcodes(old, new):
        if block.tag != "equal":
            continue
        if i < block.src_start or j < block.dest_start:
            yield i, block.src_start, j, block.dest_start
        i, j = block.src_end, block.dest_end
    if i < len(old) or j < len(new):
        yield i, len(old), j, len(new)


def _of_words(one: Touch, other: Touch, first: Operation, second: Operation) -> Clash:
    if one == other or not (one.new or other.new):
        return Clash.COMPATIBLE
    if (first is Operation.DELETE) != (second is Operation.DELETE):
        return Clash.CONTRADICTORY
    return Clash.COMPATIBLE if _holds(one, other) or _holds(other, one) else Clash.ALTERNATIVE


def _holds(one: Touch, other: Touch) -> bool:
    """The first reaches over the second and says there what it says."""
    reaches = one.place[0] <= other.place[0] and other.place[1] <= one.place[1]
    size = len(other.new)
    return (
        reaches
        and size > 0
        and any(one.new[at : at + size] == other.new for at in range(len(one.new) - size + 1))
    )
