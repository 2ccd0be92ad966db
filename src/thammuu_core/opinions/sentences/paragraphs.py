"""The lines of a draft by the words with which they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thammuu_core.opinions.sentences.model import Span
from thammuu_core.opinions.sentences.places import Found, Places, found_at
from thammuu_core.opinions.sentences.reading import small
from thammuu_core.opinions.sentences.verifying import exact
from thammuu_core.redlines.canon import typed_label

_WORD = re.compile(r"[^\W_]+")
_FEWEST = 4
"""Words that must agree where what is quoted is not in the draft to its end."""
_STOP = re.compile(r"[.;?!](?=\s|$)")
_AT_START, _BEHIND_LABEL, _INSIDE = range(3)


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    """Of the words."""
    line: Span
    rank: int
    """How well they are the first words of the line; the least is the best."""


def paragraphs(
    places: Places, first: str, words: str, within: Sequence[Span], *, sentence: bool = False
) -> tuple[tuple[Found, ...], bool]:
    """The line that begins with `first`, or else holds it, and whether no other does so as well.

    Of several the one that has `words`. `within` are the provisions named around it; they bind only where they have
    such a line. With `sentence`, what is meant ends with the sentence.
    """
    hits, whole = _hits(places, first)
    inside = [hit for hit in hits if any(start <= hit.start < end for start, end in within)]
    found = inside or hits
    holding = [hit for hit in found if words and exact(places, words, *hit.line)]
    found = holding or found
    best = [hit for hit in found if hit.rank == min(each.rank for each in found)]
    if not best:
        return (), False
    start, end = best[0].line
    if sentence:
        start, end = best[0].start, _stop(places, best[0])
    return (found_at(places, start, end),), whole and len(best) == 1


def begun_with(places: Places, first: str, within: Sequence[Span] | None = None) -> tuple[Found, ...]:
    """The only line that begins so; `within` binds."""
    found = [
        hit
        for hit in _lines(places, _WORD.findall(small(first)))
        if hit.rank == _AT_START
        and (within is None or any(start <= hit.start < end for start, end in within))
    ]
    return (found_at(places, *found[0].line),) if len(found) == 1 else ()


def _hits(places: Places, first: str) -> tuple[list[_Hit], bool]:
    """Where the draft has the words, and whether all of them; punctuation and blanks count for nothing."""
    said = _WORD.findall(small(first))
    shorter = max(_FEWEST, len(said) * 2 // 3)
    for number in dict.fromkeys((len(said), shorter)):
        if said and number <= len(said) and (hits := list(_lines(places, said[:number]))):
            return hits, number == len(said)
    return [], False


def _lines(places: Places, said: Sequence[str]) -> Iterator[_Hit]:
    pattern = re.compile(r"(?<![^\W_])" + r"[\W_]+".join(map(re.escape, said)))
    text = places.version.text
    for found in pattern.finditer(places.small):
        start = text.rfind("\n", 0, found.start()) + 1
        end = text.find("\n", found.start())
        line = (start, len(text) if end < 0 else end)
        yield _Hit(found.start(), line, _rank(text[slice(*line)], found.start() - start))


def _rank(line: str, before: int) -> int:
    if not _WORD.search(line[:before]):
        return _AT_START
    return _BEHIND_LABEL if before <= typed_label(line) else _INSIDE


def _stop(places: Places, hit: _Hit) -> int:
    found = _STOP.search(places.version.text, hit.start, hit.line[1])
    return found.end() if found else hit.line[1]
