"""Where each place of an old text stands in the new one; maps of successive versions compose."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from thammuu_core.redlines.model import Edit


@dataclass(frozen=True, slots=True)
class Segment:
    """Old [start, end) stands for new [new_start, new_end); offset by offset when `same`, else only as a whole."""

    start: int
    end: int
    new_start: int
    new_end: int
    same: bool

    @property
    def shift(self) -> int:
        """What an offset of a `same` segment grows by."""
        return self.new_start - self.start


@dataclass(frozen=True, slots=True)
class PositionMap:
    """Segments in order of the old text, without gap from 0 to its length."""

    segments: tuple[Segment, ...]

    @classmethod
    def of(cls, text: str, edits: Iterable[Edit]) -> PositionMap:
        """The map from `text` to `applied(text, edits)`, exact by construction."""
        return cls(joined(_segments(text, tuple(edits))))

    def at(self, offset: int, after: bool = True) -> int:
        """The new place of the gap before the character at `offset`; with `after` False of that behind the one before.

        The two differ where words were put in at that gap. Inside words that were replaced there is no place of its
        own: the answer is where their replacement begins, with `after` False where it ends.
        """
        if not self.segments or (offset <= 0 and not after):
            return 0
        segment = self.segments[self.index(offset if after else offset - 1)]
        if segment.same:
            return segment.shift + min(offset, segment.end)
        return segment.new_end if not after or offset >= segment.end > segment.start else segment.new_start

    def index(self, offset: int) -> int:
        """Which segment holds the old character at this offset; the first or the last one outside the text."""
        return max(bisect_right(self.segments, offset, key=lambda segment: segment.start) - 1, 0)

    def span(self, start: int, end: int) -> tuple[int, int, bool]:
        """The new [start, end) of old words, and whether they stand there whole: none changed, nothing put between.

        Where a part of them moved away, the place is that of the greater part.
        """
        if start == end:
            place = self.at(start)
            return place, place, place == self.at(start, after=False)
        inside = self.segments[self.index(start) : self.index(end - 1) + 1]
        pieces = [_clipped(segment, start, end) for segment in inside]
        whole = all(piece.same and piece.shift == pieces[0].shift for piece in pieces)
        first, last, _ = max(self._together(pieces, start, end), key=lambda run: (run[2], run[1] - run[0]))
        return first, last, whole

    def _together(self, pieces: Sequence[Segment], start: int, end: int) -> list[tuple[int, int, int]]:
        """Runs of pieces between which no other old words stand in the new text: from, to, and letters kept."""
        runs: list[tuple[int, int, int]] = []
        others: list[int] | None = None
        for piece in sorted(pieces, key=lambda piece: piece.new_start):
            kept = piece.end - piece.start if piece.same else 0
            first, last, before = runs[-1] if runs else (piece.new_start, piece.new_start, 0)
            if piece.new_start > last and others is None:
                others = self._elsewhere(start, end)
            if (
                piece.new_start > last
                and others
                and bisect_left(others, last) < bisect_left(others, piece.new_start)
            ):
                runs.append((piece.new_start, piece.new_end, kept))
            else:
                runs[-1:] = [(first, max(last, piece.new_end), before + kept)]
        return runs

    def _elsewhere(self, start: int, end: int) -> list[int]:
        """Where the old words outside of [start, end) begin in the new text."""
        before = [s.new_start for s in self.segments if s.start < start and s.new_start < s.new_end]
        after = [
            _clipped(s, end, s.end).new_start
            for s in self.segments
            if s.end > end and s.new_start < s.new_end
        ]
        return sorted([*before, *after])

    def then(self, later: PositionMap) -> PositionMap:
        """This map followed by one from its new text on."""
        return PositionMap(joined(piece for segment in self.segments for piece in later._carried(segment)))

    def reversed(self, length: int) -> PositionMap:
        """The way back from the new text, which has `length` characters; words put in go to the point where they stand."""
        back = (Segment(s.new_start, s.new_end, s.start, s.end, s.same) for s in self.segments)
        return complete(back, (), length)

    def _carried(self, segment: Segment) -> Iterator[Segment]:
        if not segment.same or segment.start == segment.end:
            first, last, _ = self.span(segment.new_start, segment.new_end)
            yield Segment(segment.start, segment.end, first, last, same=False)
            return
        for mine in self.segments[self.index(segment.new_start) :]:
            low, high = max(mine.start, segment.new_start), min(mine.end, segment.new_end)
            if mine.start >= segment.new_end:
                return
            if low < high:
                first, last = (
                    (low + mine.shift, high + mine.shift) if mine.same else (mine.new_start, mine.new_end)
                )
                yield Segment(low - segment.shift, high - segment.shift, first, last, mine.same)


def _clipped(segment: Segment, start: int, end: int) -> Segment:
    low, high = max(segment.start, start), min(segment.end, end)
    if not segment.same:
        return Segment(low, high, segment.new_start, segment.new_end, same=False)
    return Segment(low, high, low + segment.shift, high + segment.shift, same=True)


def joined(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """The same map with as few segments as can be; empty ones fall out unless there is no other."""
    made: list[Segment] = []
    for one in segments:
        last = made[-1] if made else None
        if one.start == one.end and last is not None:
            continue
        if last is not None and last.start == last.end:
            made.pop()
        elif last and last.same and one.same and last.shift == one.shift and last.end == one.start:
            one = Segment(last.start, one.end, last.new_start, one.new_end, same=True)
            made.pop()
        made.append(one)
    return tuple(made)


def replaced(start: int, end: int, old: str, new_start: int, new: str) -> Iterator[Segment]:
    """Segments for words that became others: the common ends letter by letter, what lies between as a whole."""
    head = _common(old, new)
    tail = _common(old[head:][::-1], new[head:][::-1])
    new_end = new_start + len(new)
    yield Segment(start, start + head, new_start, new_start + head, same=True)
    if head + tail < len(old):
        yield Segment(start + head, end - tail, new_start + head, new_end - tail, same=False)
    yield Segment(end - tail, end, new_end - tail, new_end, same=True)


def _common(one: str, other: str) -> int:
    if one == other:
        return len(one)
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _segments(text: str, edits: Sequence[Edit]) -> list[Segment]:
    """In order of the old text. Walks the changes in the order of `applied`, landings first at the same point."""
    landings = [(edit.to, edit.to, edit, True) for edit in edits if edit.to is not None]
    changes = sorted([*landings, *((e.start, e.end, e, False) for e in edits)], key=lambda change: change[:2])
    made: list[Segment] = []
    landed: dict[int, int] = {}
    old = new = 0
    for start, end, edit, landing in changes:
        made.append(Segment(old, start, new, new + start - old, same=True))
        new += max(start - old, 0)
        if landing:
            landed[id(edit)] = new
        elif edit.to is None:
            made += replaced(edit.start, edit.end, edit.old, new, edit.new)
        new += len(edit.new) if landing or edit.to is None else 0
        old = max(old, end)
    made.append(Segment(old, len(text), new, new + len(text) - old, same=True))
    for edit in edits:
        if edit.to is not None:
            made += replaced(edit.start, edit.end, edit.old, landed[id(edit)], edit.new)
    return sorted((s for s in made if s.start < s.end), key=lambda segment: segment.start) or [
        Segment(0, 0, 0, new, same=False)
    ]


def complete(segments: Iterable[Segment], moved: Iterable[Segment], length: int) -> PositionMap:
    """A map of these segments; what none covers stands for the point behind what precedes it, `moved` ones aside."""
    away = set(map(id, moved := list(moved)))
    ordered = sorted((s for s in (*segments, *moved) if s.start < s.end), key=lambda segment: segment.start)
    made: list[Segment] = []
    position = place = 0
    for segment in ordered:
        if position < segment.start:
            made.append(Segment(position, segment.start, place, place, same=False))
        made.append(segment)
        position = max(position, segment.end)
        place = place if id(segment) in away else segment.new_end
    if position < length or not made:
        made.append(Segment(position, length, place, place, same=False))
    return PositionMap(joined(made))
