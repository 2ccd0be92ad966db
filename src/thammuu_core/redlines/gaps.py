"""Between two pairs: what was taken out, what was put in, what left and what landed, as edits that do not overlap."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thammuu_core.redlines.moves import Move
from thammuu_core.redlines.units import Unit

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Neighbouring units of one side of a gap: of one move, or of none."""

    start: int
    end: int
    move: Move | None


@dataclass(frozen=True, slots=True)
class Side:
    """One story's side of a gap: its units [start, end) of all, and the text around them."""

    units: Sequence[Unit]
    start: int
    end: int
    before: int
    """Offset where the unit before ends, or the region begins."""
    after: int
    """Offset where the unit behind begins, or the region ends."""

    def pieces(self, moves: Mapping[int, Move]) -> list[Piece]:
        """Runs by the move to which they belong; `moves` by index of unit."""
        made: list[Piece] = []
        for index in range(self.start, self.end):
            move = moves.get(index)
            if made and made[-1].move is move:
                made[-1] = Piece(made[-1].start, index + 1, move)
            else:
                made.append(Piece(index, index + 1, move))
        return made

    def bare(self, piece: Piece) -> Span:
        """Where its words stand."""
        return self.units[piece.start].start, self.units[piece.end - 1].end


@dataclass(frozen=True, slots=True)
class Gap:
    """Both sides between two pairs; a line end goes with the unit before it, at the end of a region with the one behind."""

    old: Side
    new: Side
    first: bool
    """No pair before it in its region."""
    last: bool

    def owned(self, span: Span) -> Span:
        """The span with the line end that comes or goes with it."""
        start, end = span
        if not self.last:
            return start, end + 1
        return (start if self.first else start - 1), end

    @property
    def point(self) -> int:
        """Where words are put in that replace none."""
        if self.old.start < self.old.end:
            return self.owned((self.old.units[self.old.start].start, 0))[0]
        return self.old.before if self.last else self.old.after

    def behind(self, piece: Piece) -> int:
        """How many of the new units at the front belong to what stands before the gap, not to what stands behind it.

        Only at the border of a table does it matter, and only where nothing is taken out: a row goes with its rows.
        """
        if self.first or self.last or self.old.start < self.old.end:
            return 0
        before, after = self.new.units[piece.start - 1].table, self.new.units[piece.end].table
        if before == after:
            return 0
        units = self.new.units[piece.start : piece.end]
        return next((n for n, unit in enumerate(units) if unit.table != before), len(units))

    @property
    def far(self) -> int:
        """Behind all that is taken out."""
        if self.old.start < self.old.end:
            return self.owned((0, self.old.units[self.old.end - 1].end))[1]
        return self.point


@dataclass(frozen=True, slots=True)
class Plan:
    """How a gap is told: what is replaced by what, what is only removed, and where each landing is."""

    replaced: tuple[Piece | None, Piece | None]
    removed: tuple[Piece, ...]
    landings: tuple[tuple[Move, int, Piece], ...]
    early: bool = False
    """What is put in stands before the line end that closes the unit before, so that a landing can stand behind it."""


def plan(gap: Gap, olds: Sequence[Piece], news: Sequence[Piece]) -> Plan | None:
    """None where landings and insertions are so mixed that no order of edits tells it: then nothing landed here."""
    put_in = [piece for piece in news if piece.move is None]
    taken = [piece for piece in olds if piece.move is None]
    if len(put_in) > 1:
        return None
    if gap.first and gap.last and any(piece.move for piece in (*olds, *news)):
        return None
    before, after = gap.point, gap.far
    if put_in and taken:
        before, after = gap.owned(gap.old.bare(taken[0]))
    landings = list(_landings(news, before, after))
    early = bool(put_in) and before == after and news[-1].move is not None
    if early and (gap.first or gap.last or gap.old.start < gap.old.end or news[0].move is not None):
        return None
    removed = taken[1:] if put_in else taken
    first = taken[0] if put_in and taken else None
    whole = Plan((first, put_in[0] if put_in else None), tuple(removed), tuple(landings), early)
    return whole if _told(whole.landings) else None


def _landings(news: Sequence[Piece], before: int, after: int) -> Iterator[tuple[Move, int, Piece]]:
    late = False
    for piece in news:
        if piece.move is None:
            late = True
        else:
            yield piece.move, after if late else before, piece


def _told(landings: Sequence[tuple[Move, int, Piece]]) -> bool:
    """At one point, landings stand in the order of the places they left."""
    starts: dict[int, int] = {}
    for move, place, _ in landings:
        if starts.get(place, -1) > move.start:
            return False
        starts[place] = move.start
    return True
