"""Two versions of a story compared: the changes in words of the old and the new text, and where each place went."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from thammuu_core.papers import Story
from thammuu_core.redlines.aligning import Pair, equal_pairs, gaps, like_pairs
from thammuu_core.redlines.canon import is_number, label_kind, typed_label
from thammuu_core.redlines.cells import cell_pairs
from thammuu_core.redlines.gaps import Gap, Piece, Plan, Side, plan
from thammuu_core.redlines.mapping import PositionMap, Segment, complete
from thammuu_core.redlines.model import Comparison, Edit
from thammuu_core.redlines.moves import Move, exact_moves, grown, like_moves, runs
from thammuu_core.redlines.spelling import respelt
from thammuu_core.redlines.units import Unit, cells_of, lines_of, remembered, units
from thammuu_core.redlines.words import changes


def compare(old: Story, new: Story) -> Comparison:
    """What changed. `old` of each edit is exactly words of the old text, `new` exactly words of the new.

    Spelling that says the same (`canon`), automatic numbers and empty paragraphs are no changes.
    """
    one, other = old.text, new.text
    if one == other:
        return Comparison(old, new, (), PositionMap((Segment(0, len(one), 0, len(one), same=True),)))
    olds, news = remembered(old), units(new)
    pairs, moves = _aligned(olds, news)
    while True:
        telling = _Telling(one, other, moves)
        telling.region(olds, news, pairs, (0, len(one)), (0, len(other)))
        if not telling.refused:
            telling.tell_moves(olds, news)
            break
        moves = [move for move in moves if move not in telling.refused]
    edits = tuple(sorted(telling.edits, key=lambda edit: (edit.start, edit.end)))
    return Comparison(old, new, edits, complete(telling.segments, telling.moved, len(one)))


def _aligned(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[list[Pair], list[Move]]:
    """Every unit is in one pair, in one move, or new or gone."""
    pairs = equal_pairs(old, new)
    between = gaps(pairs, len(old), len(new))
    left, right = _left_over(between)
    places = grown(exact_moves(old, new, left, right), old, new, left, right)
    away, landed = {i for i, _ in places}, {j for _, j in places}
    for olds, news in between:
        pairs += like_pairs(
            old, new, ([i for i in olds if i not in away], [j for j in news if j not in landed])
        )
    pairs.sort(key=lambda pair: pair.start)
    left, right = _left_over(gaps(pairs, len(old), len(new)))
    places += like_moves(old, new, [i for i in left if i not in away], [j for j in right if j not in landed])
    return pairs, runs(grown(places, old, new, left, right))


def _left_over(between: Sequence[tuple[list[int], list[int]]]) -> tuple[list[int], list[int]]:
    return [i for left, _ in between for i in left], [j for _, right in between for j in right]


Bounds = tuple[int, int]


@dataclass(slots=True)
class _Telling:
    """Edits and segments as they are found; moves that could not be told are `refused` and must be left out."""

    old: str
    new: str
    moves: Sequence[Move]
    edits: list[Edit] = field(default_factory=list)
    segments: list[Segment] = field(default_factory=list)
    moved: list[Segment] = field(default_factory=list)
    refused: list[Move] = field(default_factory=list)
    left: dict[Move, Bounds] = field(default_factory=dict)
    """Where each move leaves from, line end included."""
    landed: dict[Move, tuple[int, Bounds]] = field(default_factory=dict)
    """Where it lands, and its words there."""

    def region(
        self, old: Sequence[Unit], new: Sequence[Unit], pairs: Sequence[Pair], bounds: Bounds, other: Bounds
    ) -> None:
        """A story, a row of cells or a cell of lines."""
        left = {i: move for move in self.moves for i in range(move.start, move.end)}
        landed = {j: move for move in self.moves for j in range(move.other_start, move.other_end)}
        i = j = 0
        before, new_before = bounds[0], other[0]
        for number, pair in enumerate((*pairs, None)):
            k, m = (pair.start, pair.other_start) if pair else (len(old), len(new))
            after, new_after = (old[k].start, new[m].start) if pair else (bounds[1], other[1])
            sides = Side(old, i, k, before, after), Side(new, j, m, new_before, new_after)
            self._gap(Gap(*sides, first=number == 0, last=pair is None), left, landed)
            if pair:
                self._pair(old, new, pair)
                i, j = pair.end, pair.other_end
                before, new_before = old[i - 1].end, new[j - 1].end

    # -- pairs

    def _pair(self, old: Sequence[Unit], new: Sequence[Unit], pair: Pair) -> None:
        one, other = old[pair.start], new[pair.other_start]
        if pair.equal and pair.end - pair.start > 1:
            self._run(old, new, pair)
        elif pair.end - pair.start == pair.other_end - pair.other_start == 1 and one.key == other.key:
            self.segments += respelt(self.old, (one.start, one.end), self.new, (other.start, other.end))
        elif one.is_row and other.is_row:
            self._row(one, other)
        elif one.lines or other.lines:
            self._cell(one, other)
        else:
            self._words(old[pair.start : pair.end], new[pair.other_start : pair.other_end])

    def _run(self, old: Sequence[Unit], new: Sequence[Unit], pair: Pair) -> None:
        """Many units that say the same: nearly always spelt the same, so looked at as one."""
        span = old[pair.start].start, old[pair.end - 1].end
        other = new[pair.other_start].start, new[pair.other_end - 1].end
        if self.old[slice(*span)] == self.new[slice(*other)]:
            self.segments.append(Segment(*span, *other, same=True))
            return
        before = None
        for one in pair.ones():
            here, there = old[one.start], new[one.other_start]
            if before:
                self.segments += respelt(
                    self.old, (before[0], here.start), self.new, (before[1], there.start)
                )
            self.segments += respelt(self.old, (here.start, here.end), self.new, (there.start, there.end))
            before = here.end, there.end

    def _row(self, one: Unit, other: Unit) -> None:
        ends = (one.start, one.end), (other.start, other.end)
        inner = _Telling(self.old, self.new, (), self.edits, self.segments)
        inner.region(cells_of(one), cells_of(other), cell_pairs(one, other), *ends)

    def _cell(self, one: Unit, other: Unit) -> None:
        ends = (one.start, one.end), (other.start, other.end)
        if _counted(one, other):
            self.segments.append(Segment(*ends[0], *ends[1], same=False))
            return
        if len(one.lines) == len(other.lines) == 1:
            pairs = [Pair(0, 1, 0, 1)]
        else:
            pairs, _ = _aligned(one.lines, other.lines)
        _Telling(self.old, self.new, (), self.edits, self.segments).region(
            one.lines, other.lines, pairs, *ends
        )

    def _words(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """Both passages, without a number typed on one side that is automatic on the other."""
        start, new_start = old[0].start, new[0].start
        if length := _resolved(self.old[start : old[0].end], new[0].label):
            start += length
        else:
            new_start += _resolved(self.new[new_start : new[0].end], old[0].label)
        self._passage((start, old[-1].end), (new_start, new[-1].end))

    def _passage(self, span: Bounds, other: Bounds, to: list[Segment] | None = None) -> None:
        """Edits and segments of a passage; only segments, into `to`, where it moved."""
        segments = self.segments if to is None else to
        at, new_at = span[0], other[0]
        for change in changes(self.old[slice(*span)], self.new[slice(*other)]):
            start, end = span[0] + change.start, span[0] + change.end
            new_start, new_end = other[0] + change.new_start, other[0] + change.new_end
            segments += respelt(self.old, (at, start), self.new, (new_at, new_start))
            segments.append(Segment(start, end, new_start, new_end, same=False))
            if to is None:
                self._edit((start, end), (new_start, new_end))
            at, new_at = end, new_end
        segments += respelt(self.old, (at, span[1]), self.new, (new_at, other[1]))

    # -- gaps

    def _gap(self, gap: Gap, left: dict[int, Move], landed: dict[int, Move]) -> None:
        old, new = gap.old, gap.new
        if old.start == old.end and new.start == new.end:
            self.segments += respelt(self.old, (old.before, old.after), self.new, (new.before, new.after))
            return
        if (
            not gap.first
            and self.old[old.before : old.before + 1] == self.new[new.before : new.before + 1] == "\n"
        ):
            self.segments.append(Segment(old.before, old.before + 1, new.before, new.before + 1, same=True))
        olds, news = old.pieces(left), new.pieces(landed)
        told = plan(gap, olds, news)
        if told is None:
            self.refused += [piece.move for piece in news if piece.move]
            return
        self.left |= {piece.move: gap.owned(old.bare(piece)) for piece in olds if piece.move}
        self._tell(gap, told)

    def _tell(self, gap: Gap, told: Plan) -> None:
        taken, put_in = told.replaced
        if put_in and taken:
            self._replaced(gap, taken, put_in)
        elif put_in:
            self._put_in(gap, put_in, early=told.early)
        for piece in told.removed:
            self._whole(gap.owned(gap.old.bare(piece)), (0, 0))
        self.landed |= {move: (place, gap.owned(gap.new.bare(piece))) for move, place, piece in told.landings}

    def _put_in(self, gap: Gap, piece: Piece, *, early: bool) -> None:
        behind = piece.end if early else piece.start + gap.behind(piece)
        if behind > piece.start:
            start, end = gap.new.bare(Piece(piece.start, behind, None))
            self._whole((gap.old.before, gap.old.before), (start - 1, end))
        if behind < piece.end:
            self._whole((gap.point, gap.point), gap.owned(gap.new.bare(Piece(behind, piece.end, None))))

    def _replaced(self, gap: Gap, taken: Piece, put_in: Piece) -> None:
        """What is new in the place of what is gone, the line end behind both left alone."""
        span, other = gap.old.bare(taken), gap.new.bare(put_in)
        olds, news = gap.old.units[taken.start : taken.end], gap.new.units[put_in.start : put_in.end]
        if any(unit.is_row for unit in olds) != any(unit.is_row for unit in news):
            self._recast(lines_of(olds), lines_of(news), span, other)
        elif len(olds) == len(news) == 1:
            self._words(olds, news)
        else:
            self._replace(span, other)

    def _recast(self, old: Sequence[Unit], new: Sequence[Unit], span: Bounds, other: Bounds) -> None:
        """A table written out in paragraphs, or paragraphs put into a table: the words may be the same."""
        pairs, _ = _aligned(old, new)
        if pairs:
            _Telling(self.old, self.new, (), self.edits, self.segments).region(old, new, pairs, span, other)
        else:
            self._replace(span, other)

    def _replace(self, span: Bounds, other: Bounds) -> None:
        self._whole(span, other)
        self.segments.append(Segment(*span, *other, same=False))

    def _whole(self, span: Bounds, other: Bounds) -> None:
        """Whole lines, rows or cells; empty ones come and go unmeant."""
        if self.old[slice(*span)].strip() or self.new[slice(*other)].strip():
            self._edit(span, other)

    def _edit(self, span: Bounds, other: Bounds) -> None:
        self.edits.append(Edit(*span, self.old[slice(*span)], self.new[slice(*other)]))

    # -- moves

    def tell_moves(self, old: Sequence[Unit], new: Sequence[Unit]) -> None:
        """Once both ends of each move are known."""
        for move, (start, end) in self.left.items():
            place, other = self.landed[move]
            self.edits.append(Edit(start, end, self.old[start:end], self.new[slice(*other)], to=place))
            for i, j in zip(
                range(move.start, move.end), range(move.other_start, move.other_end), strict=True
            ):
                self._carried(old[i], new[j])

    def _carried(self, one: Unit, other: Unit) -> None:
        if one.key == other.key:
            self.moved += respelt(self.old, (one.start, one.end), self.new, (other.start, other.end))
        else:
            self._passage((one.start, one.end), (other.start, other.end), self.moved)
        if self.old[one.end : one.end + 1] == self.new[other.end : other.end + 1] == "\n":
            self.moved.append(Segment(one.end, one.end + 1, other.end, other.end + 1, same=True))


def _counted(one: Unit, other: Unit) -> bool:
    """A cell with a typed number beside one in which Word counts."""
    typed, counted = (one, other) if one.key else (other, one)
    return bool(counted.label) and not counted.key and is_number(typed.key, counted.label)


def _resolved(text: str, label: str) -> int:
    """Length of a typed label for which the other side has an automatic one of the same kind; whatever its number."""
    length = typed_label(text) if label else 0
    if length == len(text):
        return 0
    return length if length and label_kind(text[:length]) == label_kind(label) else 0
