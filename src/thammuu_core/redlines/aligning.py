"""Which unit of the old story stands for which of the new: equal ones first, then the likest, splits and merges too."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import Indel

from thammuu_core.redlines.canon import canonical, label_kind, typed_label
from thammuu_core.redlines.sequences import Rectangle, Sequenced, blocks, chain, encoded
from thammuu_core.redlines.units import Unit

ALIKE = 0.40
"""Share of common words from which two paragraphs are one, rewritten."""
_SAME_PLACE = 0.41
"""What a common label, or the same words at both ends, is worth: written anew, not one removed and one added."""
_FRAME = 4
"""Words at one end that are "the same words"; one fewer when both ends have some."""
_JOINED = 0.75
"""Share of common words from which two paragraphs together are the one that was split, or the one they became."""
_PARTS = 4
"""Paragraphs into which one is split at most."""
_FOUND = 0.6
"""Share of the words of either part that must be found in the whole."""
_SMALL = 2_500
"""Pairs of paragraphs up to which every likeness is looked at; beyond, the best of each paragraph."""
_COMPARED = 600_000
"""Pairs of paragraphs up to which each is held against each; beyond, only those that share rare runs of words."""
_WORK = 20_000_000_000
"""Likewise for words of all paragraphs against words of all."""
_LONG = 25_000_000
"""Likewise for words of one paragraph against words of another: beyond, their order is not looked at."""
_RARE = 4
"""Paragraphs in which a rare run of words stands at most."""
_BEST = 12
"""Likest paragraphs that are looked at for each."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pair:
    """Old units [start, end) stand for new [other_start, other_end); one for one, with the same words, when `equal`."""

    start: int
    end: int
    other_start: int
    other_end: int
    equal: bool = False

    def ones(self) -> Iterator[Pair]:
        """An equal run unit by unit."""
        for n in range(self.end - self.start):
            i, j = self.start + n, self.other_start + n
            yield Pair(i, i + 1, j, j + 1, equal=True)


Gap = tuple[list[int], list[int]]
"""Indexes of old and new units between two pairs."""


def equal_pairs(old: Sequence[Unit], new: Sequence[Unit]) -> list[Pair]:
    """Units that say the same in the same order: by their words, then with the label shown, then whatever the label."""
    pairs = _paired(old, new, lambda unit: unit.key)
    for said in (lambda unit: unit.shown, lambda unit: unit.words):
        for left, right in gaps(pairs, len(old), len(new)):
            if left and right:
                found = _paired([old[i] for i in left], [new[j] for j in right], said)
                pairs += [_at(left, right, one) for pair in found for one in pair.ones()]
        pairs.sort(key=lambda pair: pair.start)
    return pairs


def _paired(old: Sequence[Unit], new: Sequence[Unit], said: Callable[[Unit], str]) -> list[Pair]:
    one, other = encoded([said(unit) for unit in old], [said(unit) for unit in new])
    return [
        Pair(b.start, b.start + b.length, b.other, b.other + b.length, equal=True) for b in blocks(one, other)
    ]


def _at(left: Sequence[int], right: Sequence[int], pair: Pair) -> Pair:
    return Pair(
        left[pair.start], left[pair.end - 1] + 1, right[pair.other_start], right[pair.other_end - 1] + 1
    )


def gaps(pairs: Sequence[Pair], length: int, other_length: int) -> list[Gap]:
    """What lies between the pairs, where anything does."""
    made: list[Gap] = []
    i = j = 0
    for pair in (*pairs, Pair(length, length, other_length, other_length)):
        if pair.start > i or pair.other_start > j:
            made.append((list(range(i, pair.start)), list(range(j, pair.other_start))))
        i, j = pair.end, pair.other_end
    return made


def like_pairs(old: Sequence[Unit], new: Sequence[Unit], gap: Gap) -> list[Pair]:
    """Inside a gap, the pairs that follow one another with the greatest likeness in sum."""
    left, right = gap
    if not left or not right:
        return []
    weigh = _Weighing([old[i] for i in left], [new[j] for j in right], left, right)
    return [
        _at(left, right, Pair(r.start, r.end, r.other_start, r.other_end))
        for r in chain(list(weigh.rectangles()), len(right))
    ]


class _Weighing:
    """Likeness of the units of one gap, by their words as characters of one alphabet."""

    def __init__(
        self, old: Sequence[Unit], new: Sequence[Unit], left: Sequence[int], right: Sequence[int]
    ) -> None:
        self.old, self.new, self.left, self.right = old, new, left, right
        self.olds, self.news = in_words(old, new)

    def rectangles(self) -> Iterator[Rectangle]:
        alike = {
            (i, j): score
            for i, j, score in candidates(self.olds, self.news, ALIKE)
            if self.old[i].is_row == self.new[j].is_row
        }
        for (i, j), score in alike.items():
            yield Rectangle(i, i + 1, j, j + 1, score)
        for i, j in {*self._labelled(), *self._framed()} - alike.keys():
            if self.old[i].is_row == self.new[j].is_row:
                yield Rectangle(i, i + 1, j, j + 1, _SAME_PLACE)
        yield from self._joined(alike)

    def _labelled(self) -> Iterator[tuple[int, int]]:
        """Pairs under one label; dashes say nothing."""
        where: dict[str, list[int]] = defaultdict(list)
        for j, unit in enumerate(self.new):
            where[shown_label(unit)].append(j)
        for i, unit in enumerate(self.old):
            if label := shown_label(unit):
                yield from ((i, j) for j in where[label][:_BEST])

    def _framed(self) -> Iterator[tuple[int, int]]:
        """Pairs that begin and end with the same words, and have others between."""
        if len(self.olds) * len(self.news) > _SMALL:
            return
        for i, one in enumerate(self.olds):
            for j, other in enumerate(self.news):
                if (one[0] == other[0] or one[-1] == other[-1]) and _framed(one, other):
                    yield i, j

    def _joined(self, alike: Mapping[tuple[int, int], float]) -> Iterator[Rectangle]:
        """One that became several, several that became one: grown around pairs that are alike already."""
        tried: set[_Shape] = set()
        for i, j in alike:
            waiting = [((i, i + 1, j, j + 1), alike[i, j])]
            while waiting:
                inner, said = waiting.pop()
                for shape in _larger(inner):
                    if shape in tried or not self._fits(*shape):
                        continue
                    tried.add(shape)
                    score = self._likeness(*shape)
                    if self._gains(inner, said, shape, score):
                        waiting.append((shape, score))
                        if score >= _JOINED:
                            yield Rectangle(*shape, score * 1.02 + 0.15)

    def _gains(self, inner: _Shape, said: float, shape: _Shape, score: float) -> bool:
        """Most words of the part taken in are found too."""
        before, after = self._size(inner), self._size(shape)
        return score * after - said * before >= 2 * _FOUND * (after - before)

    def _size(self, shape: _Shape) -> int:
        i, k, j, m = shape
        return sum(map(len, self.olds[i:k])) + sum(map(len, self.news[j:m]))

    def _fits(self, i: int, k: int, j: int, m: int) -> bool:
        """Inside the gap, neighbours in their stories, lines and no rows."""
        if i < 0 or j < 0 or k > len(self.left) or m > len(self.right):
            return False
        if self.left[k - 1] - self.left[i] != k - 1 - i or self.right[m - 1] - self.right[j] != m - 1 - j:
            return False
        return not any(unit.is_row for unit in (*self.old[i:k], *self.new[j:m]))

    def _likeness(self, i: int, k: int, j: int, m: int) -> float:
        one = self.olds[i] if k == i + 1 else _together(self.olds[i:k])
        other = self.news[j] if m == j + 1 else _together(self.news[j:m])
        return likeness(one, other, 0.0)


_Shape = tuple[int, int, int, int]


def _larger(shape: _Shape) -> Iterator[_Shape]:
    """One unit more at an end, of one story only, up to four."""
    i, k, j, m = shape
    if k - i == 1 and m - j < _PARTS:
        yield from ((i, k, j, m + 1), (i, k, j - 1, m))
    if m - j == 1 and k - i < _PARTS:
        yield from ((i, k + 1, j, m), (i - 1, k, j, m))


def _together(parts: Sequence[Sequenced]) -> Sequenced:
    whole = parts[0]
    for part in parts[1:]:
        whole = whole + part  # type: ignore[operator]
    return whole


def _framed(one: Sequenced, other: Sequenced) -> bool:
    """Whether both begin and end with the same words; with many at one end, or a few at both."""
    most = min(len(one), len(other))
    head = next((n for n in range(most) if one[n] != other[n]), most)
    tail = next((n for n in range(most - head) if one[-1 - n] != other[-1 - n]), most - head)
    return head + tail >= (_FRAME - 1 if head and tail else _FRAME)


def in_words(old: Sequence[Unit], new: Sequence[Unit]) -> tuple[list[Sequenced], list[Sequenced]]:
    """Each unit as its words, label left out, one character a word."""
    said = [_WORD.findall(unit.words) or [unit.key] for unit in (*old, *new)]
    whole, _ = encoded([word for words in said for word in words], ())
    made: list[Sequenced] = []
    start = 0
    for words in said:
        made.append(whole[start : start + len(words)])
        start += len(words)
    return made[: len(old)], made[len(old) :]


def candidates(
    olds: Sequence[Sequenced], news: Sequence[Sequenced], least: float
) -> Iterator[tuple[int, int, float]]:
    """Pairs at least so alike, the best of each old unit."""
    pairs, work = len(olds) * len(news), sum(map(len, olds)) * sum(map(len, news))
    if pairs > _COMPARED or work > _WORK:
        yield from _sharing(olds, news, least)
        return
    limit = None if pairs <= _SMALL else _BEST
    for i, one in enumerate(olds):
        found = process.extract(
            one, news, scorer=Indel.normalized_similarity, processor=None, score_cutoff=least, limit=limit
        )
        yield from ((i, j, score) for _, score, j in found)


def likeness(one: Sequenced, other: Sequenced, least: float) -> float:
    """Share of words that both have in the same order, 0 below `least`; of very long passages in any order."""
    if len(one) * len(other) <= _LONG:
        return Indel.normalized_similarity(one, other, score_cutoff=least)
    common = (Counter(one) & Counter(other)).total()
    share = 2 * common / (len(one) + len(other))
    return share if share >= least else 0.0


def _sharing(
    olds: Sequence[Sequenced], news: Sequence[Sequenced], least: float
) -> Iterator[tuple[int, int, float]]:
    where: dict[str | tuple[int, ...], list[int]] = defaultdict(list)
    for j, other in enumerate(news):
        for run in _runs(other):
            if len(where[run]) <= _RARE:
                where[run].append(j)
    for i, one in enumerate(olds):
        shared = Counter(
            j for run in _runs(one) if len(places := where.get(run, ())) <= _RARE for j in places
        )
        for j, _ in shared.most_common(3):
            score = likeness(one, news[j], least)
            if score:
                yield i, j, score


def _runs(words: Sequenced) -> set[str | tuple[int, ...]]:
    """Runs of three words."""
    cut = [words[n : n + 3] for n in range(max(len(words) - 2, 1))]
    return {piece if isinstance(piece, str) else tuple(piece) for piece in cut}


def shown_label(unit: Unit) -> str:
    """What a provision or row is called; empty for a dash and where there is none."""
    if unit.is_row:
        first = canonical(unit.row.cells[0].text) if unit.row and unit.row.cells else ""
        return f"row {first}" if len(first) < 8 and any(c.isdigit() for c in first) else ""
    label = unit.label or unit.key[: typed_label(unit.key)]
    return "" if label_kind(label) in ("", "-") else label.strip()
