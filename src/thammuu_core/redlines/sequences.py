"""Longest common parts of two sequences, whatever their length; and chains of rectangles that follow one another."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import LCSseq

_SURROGATES = range(0xD800, 0xE000)
_CODES = 0x110000 - len(_SURROGATES) - 1
_EXACT = 100_000_000
"""Bits of the matrix up to which the longest common part is sought; beyond, what is unique on both sides divides."""

Sequenced = str | list[int]


@dataclass(frozen=True, slots=True)
class Block:
    """`length` equal items: from `start` in one sequence, from `other` in the other."""

    start: int
    other: int
    length: int


def encoded(one: Sequence[str], other: Sequence[str]) -> tuple[Sequenced, Sequenced]:
    """Both sequences with one character an item, equal for equal items; with one number where characters run out."""
    numbers: dict[str, int] = {}
    first, second = ([numbers.setdefault(item, len(numbers)) for item in items] for items in (one, other))
    if len(numbers) > _CODES:
        return first, second
    return _characters(first), _characters(second)


def _characters(numbers: Sequence[int]) -> str:
    return "".join([chr(n + 1 if n + 1 < _SURROGATES.start else n + 1 + len(_SURROGATES)) for n in numbers])


def blocks(one: Sequenced, other: Sequenced) -> tuple[Block, ...]:
    """Equal blocks in order, maximal; never quadratic in memory or time on long sequences."""
    found: list[Block] = []
    waiting = [(0, len(one), 0, len(other))]
    while waiting:
        start, end, other_start, other_end = waiting.pop()
        head = common_head(one, other, start, end, other_start, other_end)
        tail = common_tail(one, other, start + head, end, other_start + head, other_end)
        found += [Block(start, other_start, head), Block(end - tail, other_end - tail, tail)]
        inner = (start + head, end - tail, other_start + head, other_end - tail)
        if inner[0] < inner[1] and inner[2] < inner[3]:
            _divide(one, other, inner, found, waiting)
    return tuple(_merged(sorted((b for b in found if b.length), key=lambda block: block.start)))


_Range = tuple[int, int, int, int]


def _divide(
    one: Sequenced, other: Sequenced, inner: _Range, found: list[Block], waiting: list[_Range]
) -> None:
    """Between common ends: solved where it is small, else cut at what occurs once on both sides."""
    start, end, other_start, other_end = inner
    if (end - start) * (other_end - other_start) <= _EXACT:
        codes = LCSseq.opcodes(one[start:end], other[other_start:other_end])
        found += [
            Block(start + op.src_start, other_start + op.dest_start, op.src_end - op.src_start)
            for op in codes
            if op.tag == "equal"
        ]
        return
    anchors = [
        (start + i, other_start + j) for i, j in _anchors(one[start:end], other[other_start:other_end])
    ]
    found += [Block(i, j, 1) for i, j in anchors]
    edges = [(start - 1, other_start - 1), *anchors, (end, other_end)]
    if anchors:
        waiting += [(i + 1, k, j + 1, m) for (i, j), (k, m) in pairwise(edges)]


def _anchors(one: Sequenced, other: Sequenced) -> list[tuple[int, int]]:
    """Places of items that occur once on either side, as many as rise together."""
    counts, other_counts = Counter(one), Counter(other)
    places = {item: j for j, item in enumerate(other) if other_counts[item] == 1}
    pairs = [(i, places[item]) for i, item in enumerate(one) if counts[item] == 1 and item in places]
    return [pairs[index] for index in _rising([j for _, j in pairs])]


def _rising(values: Sequence[int]) -> list[int]:
    """Indexes of a longest increasing part of distinct values."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        place = bisect_left(ends, value)
        before.append(last[place - 1] if place else -1)
        if place == len(ends):
            ends.append(value)
            last.append(index)
        else:
            ends[place], last[place] = value, index
    chain: list[int] = []
    index = last[-1] if last else -1
    while index >= 0:
        chain.append(index)
        index = before[index]
    return chain[::-1]


def common_head(
    one: Sequenced, other: Sequenced, start: int, end: int, other_start: int, other_end: int
) -> int:
    """Number of equal items at the beginning of both ranges; halving compares whole slices at once."""
    low, high = 0, min(end - start, other_end - other_start)
    while low < high:
        middle = (low + high + 1) // 2
        if one[start + low : start + middle] == other[other_start + low : other_start + middle]:
            low = middle
        else:
            high = middle - 1
    return low


def common_tail(
    one: Sequenced, other: Sequenced, start: int, end: int, other_start: int, other_end: int
) -> int:
    """Number of equal items at the end of both ranges."""
    low, high = 0, min(end - start, other_end - other_start)
    while low < high:
        middle = (low + high + 1) // 2
        if one[end - middle : end - low] == other[other_end - middle : other_end - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _merged(found: Sequence[Block]) -> Iterator[Block]:
    last: Block | None = None
    for block in found:
        if last and last.start + last.length == block.start and last.other + last.length == block.other:
            last = Block(last.start, last.other, last.length + block.length)
            continue
        if last:
            yield last
        last = block
    if last:
        yield last


@dataclass(frozen=True, slots=True)
class Rectangle:
    """Items [start, end) of one sequence said to stand for [other_start, other_end) of the other, and how well."""

    start: int
    end: int
    other_start: int
    other_end: int
    score: float


def chain(rectangles: Sequence[Rectangle], length: int) -> tuple[Rectangle, ...]:
    """Those that follow one another in both sequences with the greatest sum of scores; `length` is of the other one."""
    ordered = sorted(rectangles, key=lambda r: (r.start, r.other_start, r.end, r.other_end))
    by_end = sorted(range(len(ordered)), key=lambda index: ordered[index].end)
    best: list[tuple[float, int]] = [(0.0, -1)] * (length + 1)
    sums: list[float] = []
    before: list[int] = []
    done = 0
    for rectangle in ordered:
        while done < len(by_end) and ordered[by_end[done]].end <= rectangle.start:
            _raise(best, ordered[by_end[done]].other_end, (sums[by_end[done]], by_end[done]))
            done += 1
        total, previous = _best(best, rectangle.other_start)
        sums.append(total + rectangle.score)
        before.append(previous)
    index = max(range(len(sums)), key=sums.__getitem__, default=-1)
    found: list[Rectangle] = []
    while index >= 0:
        found.append(ordered[index])
        index = before[index]
    return tuple(found[::-1])


def _raise(tree: list[tuple[float, int]], place: int, value: tuple[float, int]) -> None:
    """A Fenwick tree of greatest values: `value` holds for every place from this one on."""
    place += 1
    while place <= len(tree):
        tree[place - 1] = max(tree[place - 1], value)
        place += place & -place


def _best(tree: list[tuple[float, int]], place: int) -> tuple[float, int]:
    """The greatest value among places up to this one."""
    place += 1
    found = (0.0, -1)
    while place > 0:
        found = max(found, tree[place - 1])
        place -= place & -place
    return found
