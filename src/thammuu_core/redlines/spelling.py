"""Places of words that say the same in two spellings: other blanks, composed or decomposed letters, other quotes."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator

from thammuu_core.redlines.mapping import Segment

_PIECE = re.compile(r"\s+|\S+")
_LONG_BLANK = re.compile(r"\s\s+")
_LETTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")

Span = tuple[int, int]


def respelt(old: str, span: Span, new: str, other: Span) -> list[Segment]:
    """Segments from old to new words that are equal but for their spelling; letter by letter as far as can be."""
    if span[0] == span[1]:
        return []
    one, another = old[slice(*span)], new[slice(*other)]
    if one == another or _lengths(one) == _lengths(another):
        return [Segment(*span, *other, same=True)]
    if _only_blanks_differ(one, another):
        return list(_around_blanks(old, span, new, other))
    pieces = _pieces(_PIECE, old, span, new, other)
    return list(_runs(pieces)) or [Segment(*span, *other, same=False)]


def _lengths(text: str) -> list[int]:
    """Equal for texts whose blanks stand at the same places."""
    return list(map(len, text.split(" ")))


def _only_blanks_differ(one: str, other: str) -> bool:
    if not one or not other or any(text[n].isspace() for text in (one, other) for n in (0, -1)):
        return False
    return list(map(len, one.split())) == list(map(len, other.split()))


def _around_blanks(old: str, span: Span, new: str, other: Span) -> Iterator[Segment]:
    """Only blanks longer than one are looked at: the other text has a blank at the same place."""
    ones = deque(match.span() for match in _LONG_BLANK.finditer(old, *span))
    others = deque(match.span() for match in _LONG_BLANK.finditer(new, *other))
    (start, end), (new_start, new_end) = span, other
    at, new_at = start, new_start
    while ones or others:
        far, new_far = (ones[0][0] - at if ones else end), (others[0][0] - new_at if others else new_end)
        step = min(far, new_far)
        length = _length(ones.popleft()) if far == step else 1
        new_length = _length(others.popleft()) if new_far == step else 1
        at, new_at = at + step, new_at + step
        if length != new_length:
            yield Segment(start, at, new_start, new_at, same=True)
            yield Segment(at, at + length, new_at, new_at + new_length, same=False)
            start, new_start = at + length, new_at + new_length
        at, new_at = at + length, new_at + new_length
    yield Segment(start, end, new_start, new_end, same=True)


def _length(span: Span) -> int:
    return span[1] - span[0]


_Piece = tuple[int, int, int, int]


def _pieces(pattern: re.Pattern[str], old: str, span: Span, new: str, other: Span) -> list[_Piece]:
    """Piece for piece where both have as many, blanks at the ends aside; empty where they have not."""
    ones = [match.span() for match in pattern.finditer(old, *span)]
    others = [match.span() for match in pattern.finditer(new, *other)]
    if pattern is _PIECE:
        ones, others = _stripped(old, ones), _stripped(new, others)
    if len(ones) != len(others):
        return []
    found: list[_Piece] = []
    for one, another in zip(ones, others, strict=True):
        inner: list[_Piece] = []
        if one[1] - one[0] != another[1] - another[0] and pattern is _PIECE and not old[one[0]].isspace():
            inner = _pieces(_LETTER, old, one, new, another)
        found += inner or [(*one, *another)]
    return found


def _stripped(text: str, spans: list[Span]) -> list[Span]:
    begin = bool(spans) and text[spans[0][0]].isspace()
    end = len(spans) > 1 and text[spans[-1][0]].isspace()
    return spans[begin : len(spans) - end]


def _runs(pieces: list[_Piece]) -> Iterator[Segment]:
    """Pieces of equal length that follow one another are one segment."""
    start = new_start = end = new_end = -1
    for a, b, c, d in pieces:
        if (a, c) == (end, new_end) and b - a == d - c:
            end, new_end = b, d
            continue
        if start < end:
            yield Segment(start, end, new_start, new_end, same=True)
        start, end, new_start, new_end = (a, b, c, d) if b - a == d - c else (b, b, d, d)
        if b - a != d - c:
            yield Segment(a, b, c, d, same=False)
    if start < end:
        yield Segment(start, end, new_start, new_end, same=True)
