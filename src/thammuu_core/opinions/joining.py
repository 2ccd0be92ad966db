"""Changes made with tracking off and tracked ones, found in two texts, as one set of changes of the version sent.

A copy has three texts: the version sent (B), the copy before its tracked changes (O), the copy with all accepted (A).
Silent changes lead from B to O, tracked ones from O to A; here both stand in offsets of B, none overlapping another,
so that all of them applied to B give A. Where a tracked change reaches into words that were changed silently, the two
become one change made by both. `Way` carries places of O to B.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from thammuu_core.opinions.retyped import Retyped
from thammuu_core.redlines import Edit
from thammuu_core.wordml.revisions.model import Hand


@dataclass(frozen=True, slots=True)
class Change:
    """One change; without hands it was made with tracking off."""

    edit: Edit
    hands: tuple[Hand, ...] = ()
    silent: bool = False
    """Wholly or in part made with tracking off."""
    computed: bool = False
    """Of results of fields, which Word changes by itself."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """Where a change takes words away and puts others: [start, end) becomes `new`. A move has two of them."""

    start: int
    end: int
    new: str
    owner: int
    """Index of its change."""
    lands: bool = False
    """The place where a move puts its words."""


class Way:
    """From places of a copy's text (O) to places of the version's (B), with the silent changes between them."""

    def __init__(self, text: str, copy: str, silent: Sequence[Change]) -> None:
        self.text = text
        self.pieces = _pieces(silent)
        self.starts, self.ends, made = _laid_out(text, self.pieces)
        self.middle = made
        self._retyped = Retyped(copy, made)
        self._shifts = [0, *accumulate(piece.end - piece.start - len(piece.new) for piece in self.pieces)]

    def into(self, offset: int) -> int:
        """The place in the version with the silent changes made (`middle`), which reads as the copy does."""
        return self._retyped.at(offset)

    def start(self, place: int) -> int:
        """Where the character at this place of `middle` stands in the version; where changed words begin, inside them."""
        passed = bisect_right(self.ends, place)
        if passed < len(self.pieces) and self.starts[passed] < place:
            return self.pieces[passed].start
        return place + self._shifts[passed]

    def end(self, place: int) -> int:
        """Behind the character before this place of `middle`; where changed words end, inside them."""
        passed = bisect_left(self.starts, place)
        if passed and place < self.ends[passed - 1]:
            return self.pieces[passed - 1].end
        return place + self._shifts[passed]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The words of the version for which [start, end) of the copy stands; a point for a point."""
        if end <= start:
            point = self.end(self.into(start))
            return point, point
        first, last = self.start(self.into(start)), self.end(self.into(end))
        return min(first, last), max(first, last)


def joined(silent: Sequence[Change], tracked: Sequence[Change], way: Way) -> list[Change]:
    """All changes in offsets of the version, in order of it; the tracked ones are given in offsets of the copy.

    That they give the accepted text is for the caller to verify: of what both put at one point, the version's
    offsets cannot say which stands first.
    """
    there = [replace(change, edit=_carried(change.edit, way)) for change in tracked]
    return _Joining(silent, there, way).changes()


def _carried(edit: Edit, way: Way) -> Edit:
    to = None if edit.to is None else way.into(edit.to)
    start = way.into(edit.start)
    return Edit(start, max(start, way.into(edit.end)), edit.old, edit.new, to)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of either round of changes, where it stands in `middle`."""

    start: int
    end: int
    piece: _Piece
    second: bool
    """Of the tracked changes."""

    @property
    def place(self) -> tuple[int, int]:
        return self.start, self.end

    @property
    def owner(self) -> tuple[bool, int]:
        return self.second, self.piece.owner


class _Joining:
    """Groups of pieces that reach into one another become one change; a move that cannot stay one is broken in two."""

    def __init__(self, silent: Sequence[Change], tracked: Sequence[Change], way: Way) -> None:
        self._rounds = (silent, tracked)
        self._way = way
        first = [
            _Part(start, end, piece, second=False)
            for start, end, piece in zip(way.starts, way.ends, way.pieces, strict=True)
        ]
        second = [_Part(piece.start, piece.end, piece, second=True) for piece in _pieces(tracked)]
        self._groups = list(_groups([*first, *second]))
        self._broken: set[tuple[bool, int]] = set()
        self._points: dict[int, list[_Part]] = defaultdict(list)
        for part in (part for group in self._groups for part in group if part.piece.new):
            start, end, _ = self._outcome([part])
            if start == end:
                self._points[start].append(part)

    def changes(self) -> list[Change]:
        """The joined changes in order of the version."""
        while more := {owner for group in self._groups for owner in self._breaking(group)}:
            self._broken |= more
        moves: dict[tuple[bool, int], list[tuple[list[_Part], _Part]]] = {}
        made: list[tuple[tuple[int, int], Change]] = []
        """With the place in `middle`, by which changes at one point of the version stand in order."""
        for group in self._groups:
            movers = [part for part in group if self._moves(part)]
            if movers:
                moves.setdefault(movers[0].owner, []).append((group, movers[0]))
            else:
                made.append((group[0].place, self._one(group)))
        for halves in moves.values():
            source, landing = sorted(halves, key=lambda half: half[1].piece.lands)
            made.append((landing[1].place, self._move(source[0], landing[0])))
        made.sort(key=lambda one: (one[1].edit.start, one[1].edit.end, one[0]))
        return [change for _, change in made if self._says(change)]

    def _says(self, change: Change) -> bool:
        """Not so when one hand undid what the other did."""
        edit = change.edit
        return edit.to is not None or self._way.text[edit.start : edit.end] != edit.new

    def _moves(self, part: _Part) -> bool:
        change = self._rounds[part.second][part.piece.owner]
        return change.edit.to is not None and part.owner not in self._broken

    def _breaking(self, group: list[_Part]) -> Iterator[tuple[bool, int]]:
        """Moves that cannot take in what else touches their words."""
        movers = [part for part in group if self._moves(part)]
        yield from (part.owner for part in movers if part.piece.lands and not self._lands_first(part))
        if len(group) == 1 or not movers:
            return
        hull = min(part.start for part in group), max(part.end for part in group)
        first = movers[0]
        holds = (first.start, first.end) == hull and first.second is not first.piece.lands
        if len(movers) > 1 or not holds:
            yield from (part.owner for part in movers)

    def _lands_first(self, part: _Part) -> bool:
        """Whether its words come before all others at that point of the version, the only order that can be said."""
        others = self._points[self._way.end(part.start) if part.second else part.piece.start]
        return others[0] is part and not any(other.piece.lands for other in others[1:])

    def _one(self, group: list[_Part]) -> Change:
        start, end, new = self._outcome(group)
        hands = tuple(dict.fromkeys(hand for part in group for hand in self._change(part).hands))
        silent = any(self._change(part).silent for part in group)
        computed = all(self._change(part).computed for part in group)
        edit = Edit(start, end, self._way.text[start:end], new)
        return Change(edit if len(group) == 1 else _trimmed(edit), hands, silent, computed)

    def _move(self, source: list[_Part], landing: list[_Part]) -> Change:
        start, end, _ = self._outcome(source)
        to, _, new = self._outcome(landing)
        parts = (*source, *landing)
        hands = tuple(dict.fromkeys(hand for part in parts for hand in self._change(part).hands))
        silent = any(self._change(part).silent for part in parts)
        if start == end:  # words put in by one hand, carried elsewhere by the other
            return Change(Edit(to, to, "", new), hands, silent)
        return Change(Edit(start, end, self._way.text[start:end], new, to), hands, silent)

    def _change(self, part: _Part) -> Change:
        return self._rounds[part.second][part.piece.owner]

    def _outcome(self, group: list[_Part]) -> tuple[int, int, str]:
        """[start, end) of the version that the group takes away, and what it puts there."""
        starts = [self._way.start(p.start) if p.second and p.end > p.start else self._first(p) for p in group]
        ends = [self._way.end(p.end) if p.second else p.piece.end for p in group]
        low, high = min(part.start for part in group), max(part.end for part in group)
        pieces, position = [], low
        for part in (part for part in group if part.second):
            pieces += [self._way.middle[position : part.start], part.piece.new]
            position = part.end
        return min(starts), max(ends), "".join([*pieces, self._way.middle[position:high]])

    def _first(self, part: _Part) -> int:
        return self._way.end(part.start) if part.second else part.piece.start


def _trimmed(edit: Edit) -> Edit:
    """Without common ends. `redlines.normal` would slide it along equal words too, past what stands changed there."""
    old, new = edit.old, edit.new
    most = min(len(old), len(new))
    head = next((at for at in range(most) if old[at] != new[at]), most)
    tail = next((at for at in range(most - head) if old[-1 - at] != new[-1 - at]), most - head)
    cut = slice(head, len(old) - tail)
    return Edit(edit.start + head, edit.end - tail, old[cut], new[head : len(new) - tail], edit.to)


def _pieces(changes: Iterable[Change]) -> list[_Piece]:
    """In the order in which `redlines.applied` makes them."""
    found = []
    for owner, change in enumerate(changes):
        edit = change.edit
        found.append(_Piece(edit.start, edit.end, edit.new if edit.to is None else "", owner))
        if edit.to is not None:
            found.append(_Piece(edit.to, edit.to, edit.new, owner, lands=True))
    return sorted(found, key=lambda piece: (piece.start, piece.end, not piece.lands))


def _laid_out(text: str, pieces: Sequence[_Piece]) -> tuple[list[int], list[int], str]:
    """Where the new words of each piece begin and end in the text that they make, and that text."""
    starts, ends, made = [], [], []
    length = position = 0
    for piece in pieces:
        kept = text[position : piece.start]
        made += [kept, piece.new]
        starts.append(length + len(kept))
        length += len(kept) + len(piece.new)
        ends.append(length)
        position = max(position, piece.end)
    return starts, ends, "".join([*made, text[position:]])


def _groups(parts: list[_Part]) -> Iterator[list[_Part]]:
    """Parts that reach into one another; those that only touch stay apart."""
    group: list[_Part] = []
    low = high = 0
    for part in sorted(parts, key=lambda part: (part.start, part.end, part.second)):
        if group and part.start < high and low < part.end:
            group.append(part)
            high = max(high, part.end)
            continue
        if group:
            yield group
        group, low, high = [part], part.start, part.end
    if group:
        yield group
