"""What left one place and stands, perhaps with small changes, at another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thammuu_core.redlines.aligning import candidates, in_words
from thammuu_core.redlines.units import Unit

LEAST = 40
"""Characters from which words that vanish here and appear there are taken for the same words."""
_LEAST_ROW = 20
_ALIKE = 0.80


@dataclass(frozen=True, slots=True)
class Move:
    """Old units [start, end) stand, one for one, at new [other_start, …)."""

    start: int
    end: int
    other_start: int

    @property
    def other_end(self) -> int:
        """Behind the last of the new units."""
        return self.other_start + self.end - self.start


Places = list[tuple[int, int]]


def exact_moves(
    old: Sequence[Unit], new: Sequence[Unit], left: Sequence[int], right: Sequence[int]
) -> Places:
    """Pairs among the units left over, old and new, that say the same and are alone in saying it."""
    olds, news = _once(old, left), _once(new, right)
    return [
        (i, news[words])
        for words, i in olds.items()
        if words in news and old[i].is_row == new[news[words]].is_row
    ]


def _once(of: Sequence[Unit], indexes: Iterable[int]) -> dict[str, int]:
    said = {i: of[i].words for i in indexes if _long(of[i])}
    counts = Counter(said.values())
    return {words: i for i, words in said.items() if counts[words] == 1}


def _long(unit: Unit) -> bool:
    return len(unit.words) >= (_LEAST_ROW if unit.is_row else LEAST)


def like_moves(old: Sequence[Unit], new: Sequence[Unit], left: Sequence[int], right: Sequence[int]) -> Places:
    """Pairs among the units left over that say nearly the same, the likest first."""
    left = [i for i in left if len(old[i].words) >= LEAST]
    right = [j for j in right if len(new[j].words) >= LEAST]
    if not left or not right:
        return []
    olds, news = in_words([old[i] for i in left], [new[j] for j in right])
    found = sorted(candidates(olds, news, _ALIKE), key=lambda hit: (-hit[2], hit[0], hit[1]))
    made: Places = []
    taken: set[int] = set()
    taken_new: set[int] = set()
    for i, j, _ in found:
        if i not in taken and j not in taken_new and old[left[i]].is_row == new[right[j]].is_row:
            taken.add(i)
            taken_new.add(j)
            made.append((left[i], right[j]))
    return made


def grown(
    places: Places, old: Sequence[Unit], new: Sequence[Unit], left: Sequence[int], right: Sequence[int]
) -> Places:
    """With their neighbours that say the same, however short: a heading moves with what stands under it."""
    free, free_new = set(left) - {i for i, _ in places}, set(right) - {j for _, j in places}
    made, waiting = list(places), list(places)
    while waiting:
        i, j = waiting.pop()
        for step in (-1, 1):
            k, m = i + step, j + step
            if (
                k in free
                and m in free_new
                and old[k].words == new[m].words
                and old[k].is_row == new[m].is_row
            ):
                free.discard(k)
                free_new.discard(m)
                made.append((k, m))
                waiting.append((k, m))
    return made


def runs(places: Iterable[tuple[int, int]]) -> list[Move]:
    """Neighbours that moved together are one move."""
    made: list[Move] = []
    for i, j in sorted(places):
        last = made[-1] if made else None
        if last and last.end == i and last.other_end == j:
            made[-1] = Move(last.start, i + 1, last.other_start)
        else:
            made.append(Move(i, i + 1, j))
    return made
