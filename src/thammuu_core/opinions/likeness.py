"""Opinions that sound alike: shown beside each other, merged only by a person.

Likeness of letters does not see "05 ngày" against "10 ngày" nor "bỏ" against "giữ nguyên". So two opinions are alike
only on one provision, with the same numbers and names, pulling the same way (`directions.tsv`).
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from rapidfuzz.fuzz import token_sort_ratio

from thammuu_core.opinions.identity import Stated, said
from thammuu_core.opinions.model import Operation
from thammuu_core.text import plain, tables

_ALIKE = 75.0
"""Of 100, with the words in alphabetical order."""
_RARE = 4
"""Rarest pairs of words that follow one another, by which opinions of a crowded provision are brought together."""
_CROWD = 40
"""Opinions that are held against one another in full; of a larger crowd only those that share a rare pair of words."""
_SHOWN = 8
"""Suggestions kept for one row, the nearest first."""
_BY_OPERATION = {Operation.KEEP: "giữ", Operation.DELETE: "bỏ", Operation.OPPOSE: "chống"}
_FIGURE = re.compile(r"\d[\d./-]*(?:/[A-ZĐ][\w-]*)?")
_INSIDE = re.compile(r"(?<=[\w,)] )[^\W\d_]+")

Found = dict[int, list[tuple[float, str, int]]]


def alike(stated: Sequence[Stated]) -> dict[int, tuple[int, ...]]:
    """For each opinion, by its index, those that sound like it, the nearest first; only those that have any.

    Two changes are never alike: they are equal, or clash, or have nothing to do with each other.
    """
    found: Found = defaultdict(list)
    for room in _rooms(stated):
        words = {index: said(stated[index].wording) for index in room}
        for one, other in _candidates(room, words):
            if stated[one].edit and stated[other].edit:
                continue
            score = token_sort_ratio(words[one], words[other], score_cutoff=_ALIKE)
            if score and marks(stated[one]) == marks(stated[other]):
                found[one].append((-score, stated[other].id, other))
                found[other].append((-score, stated[one].id, one))
    return {index: tuple(other for *_, other in sorted(near)[:_SHOWN]) for index, near in found.items()}


def _rooms(stated: Sequence[Stated]) -> Iterator[list[int]]:
    """Opinions with words on one provision, where more than changes are to be compared."""
    rooms: dict[tuple[str, str | None], list[int]] = defaultdict(list)
    for index, one in enumerate(stated):
        if one.wording and one.operation is not Operation.AGREE:
            rooms[one.story, one.provision].append(index)
    for room in rooms.values():
        if len(room) > 1 and any(stated[index].edit is None for index in room):
            yield room


def _candidates(room: Sequence[int], words: Mapping[int, str]) -> Iterable[tuple[int, int]]:
    """Pairs worth holding against each other: all of a few, of a crowd those that share a rare pair of words."""
    if len(room) <= _CROWD:
        return combinations(room, 2)
    return sorted(set(_sharing(room, words)))


def _sharing(room: Sequence[int], words: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    held = {index: set(pairwise(words[index].split())) for index in room}
    common = Counter(pair for several in held.values() for pair in several)
    postings = defaultdict(list)
    for index in sorted(room, key=words.__getitem__):
        shared = (pair for pair in held[index] if common[pair] > 1)
        for pair in sorted(shared, key=lambda pair: (common[pair], pair))[:_RARE]:
            postings[pair].append(index)
    for posting in postings.values():
        for position, one in enumerate(posting):
            for other in posting[position + 1 : position + _CROWD]:
                yield min(one, other), max(one, other)


@lru_cache(maxsize=4096)
def marks(one: Stated) -> frozenset[str]:
    """What must be the same before likeness of words counts: figures, names inside sentences, directions."""
    inside = (word for word in _INSIDE.findall(plain(one.wording)) if word[0].isupper())
    own = {_BY_OPERATION[one.operation]} if one.operation in _BY_OPERATION else set()
    return frozenset({*_FIGURE.findall(one.wording), *inside, *_directions(said(one.wording)), *own})


def _directions(words: str) -> Iterator[str]:
    rest = f" {words} "
    for phrase, direction in _phrases():
        if f" {phrase} " in rest:
            yield direction
            rest = rest.replace(f" {phrase} ", " | ")


@lru_cache(maxsize=1)
def _phrases() -> tuple[tuple[str, str], ...]:
    """Longest first, so that "không nhất trí" is not taken for "nhất trí"."""
    listed = [
        (said(phrase), row["direction"])
        for row in tables.rows("thammuu_core.opinions", "directions.tsv")
        for phrase in tables.words(row["words"])
    ]
    return tuple(sorted(listed, key=lambda entry: (-len(entry[0]), entry)))
