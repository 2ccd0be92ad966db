"""A place found again by its words alone: exactly first, then nearly, and never somewhere else than its context says.

Words that were deleted often stand elsewhere too ("Bộ Tài chính"); a place counts as found only where the words around
it are those that were around it, or where the words are too many to stand there by chance.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from rapidfuzz.distance import Indel

from thammuu_core.anchors.model import Anchor
from thammuu_core.redlines.model import Edit, PositionMap
from thammuu_core.redlines.words import changes

_OCCURRENCES = 60
"""Places with the exact words that are looked at, the nearest first."""
_SEED, _SEEDS = 14, 32
"""Length of the pieces by which a passage is found again, and how many of them are sought."""
_BY_CHANCE = 4
"""Words up to which a quote is short."""
_ONE_SIDE, _BOTH_SIDES = 0.9, 0.75
"""Likeness of the words around, from 0 to 1, from which they are taken for the same: of the likelier side, on average.
Any two sentences have half of their letters in common."""
_SHARE = 0.34
"""Share of the pieces of a passage that must be found for it to be there."""
_KEPT = 0.4
"""Share of the words that must still be there for a place to be the same with other words."""

Span = tuple[int, int]


def exactly(anchor: Anchor, text: str, near: int) -> Span | None:
    """Where the very words stand: with the most of their context around them, of equals the nearest to `near`."""
    if not anchor.exact.strip():
        return None
    found = sorted(_occurrences(anchor.exact, text), key=lambda at: abs(at - near))[:_OCCURRENCES]
    best = max(found, key=lambda at: round(sum(_sides(anchor, text, at)), 1), default=None)
    by_chance = len(found) > 1 or is_short(anchor)
    if best is None or (by_chance and not belongs(anchor, text, best)):
        return None
    return best, best + len(anchor.exact)


def is_short(anchor: Anchor) -> bool:
    """Whether its words are so few that they may stand at another place by chance."""
    return len(anchor.exact.split()) <= _BY_CHANCE


def belongs(anchor: Anchor, text: str, at: int) -> bool:
    """Whether the very words at this place are the anchor's, by the words around them."""
    sides = _sides(anchor, text, at)
    return not sides or max(sides) >= _ONE_SIDE or sum(sides) >= _BOTH_SIDES * len(sides)


def _sides(anchor: Anchor, text: str, at: int) -> list[float]:
    """How like the words before and behind are to those that were around the anchor; of the sides that it had."""
    end = at + len(anchor.exact)
    before, after = text[max(0, at - len(anchor.prefix)) : at], text[end : end + len(anchor.suffix)]
    sides = [(anchor.prefix, before), (anchor.suffix, after)]
    return [Indel.normalized_similarity(was, now) for was, now in sides if was]


def closed(anchor: Anchor, text: str) -> bool:
    """Whether the words on either side of the anchor now stand beside each other: what stood between was taken out."""
    before, after = anchor.prefix.rstrip()[-_SEED:], anchor.suffix.lstrip()[:_SEED]
    if len(before) < _SEED or len(after) < _SEED:
        return False
    return any(before + blank + after in text for blank in (" ", "", "\n"))


def between(anchor: Anchor, text: str, near: int) -> int | None:
    """A point again: between the words that were around it; else behind those before it or before those after it."""
    passages = [
        (anchor.prefix + anchor.suffix, len(anchor.prefix)),
        (anchor.prefix, len(anchor.prefix)),
        (anchor.suffix, 0),
    ]
    for passage, inside in passages:
        found = _occurrences(passage, text) if len(passage) >= _SEED else ()
        best = min(found, key=lambda at: abs(at + inside - near), default=None)
        if best is not None:
            return best + inside
    return None


def nearly(anchor: Anchor, text: str, near: int) -> Span | None:
    """Where the words stand changed, the words around them being much the same; an empty place where they are gone.

    None if the passage is not there at all. Costs a search for a few pieces and one comparison of a few lines.
    """
    passage = anchor.prefix + anchor.exact + anchor.suffix
    window = _window(passage, text, near)
    if window is None:
        return None
    start, end = window
    found = changes(passage, text[start:end])
    edits = [
        Edit(c.start, c.end, passage[c.start : c.end], text[start + c.new_start : start + c.new_end])
        for c in found
    ]
    way = PositionMap.of(passage, edits)
    first, last = len(anchor.prefix), len(anchor.prefix) + len(anchor.exact)
    kept = sum(max(0, min(s.end, last) - max(s.start, first)) for s in way.segments if s.same)
    place = way.span(first, last)[:2]
    if kept < _KEPT * len(anchor.exact):
        return (start + place[0], start + place[0])
    return start + place[0], start + place[1]


def _occurrences(words: str, text: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _window(passage: str, text: str, near: int) -> Span | None:
    """The part of the text that shares most pieces with the passage in the same order, of equals the nearest."""
    step = max(_SEED // 2, (len(passage) - _SEED) // _SEEDS or 1)
    votes: Counter[int] = Counter()
    offsets = range(0, max(1, len(passage) - _SEED + 1), step)
    for offset in offsets:
        places = sorted(
            _occurrences(passage[offset : offset + _SEED], text), key=lambda at: abs(at - offset - near)
        )
        slots = {(at - offset) // len(passage) for at in places[:_OCCURRENCES]}
        votes.update({*slots, *(slot + 1 for slot in slots)})
    if not votes:
        return None
    slot = max(votes, key=lambda slot: (votes[slot], -abs(slot * len(passage) - near)))
    if votes[slot] < _SHARE * len(offsets):
        return None
    middle = slot * len(passage)
    return max(0, middle - len(passage)), min(len(text), middle + 2 * len(passage))
