"""Places of words that say the same in two spellings: other blanks, composed or decomposed letters, other quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from thammuu_core.redlines.mapping import Segment

_PIECE = re.compile(r"\s+|\S+")
_LETTER = re.compile(r"[^\u0300-\u036f][\u0300-\u036f]*|[\u0300-\u036f]+")

Span = tuple[int, int]


def respelt(old: str, span: Span, new: str, other: Span) -> Iterator[Segment]:
    """Segments from old to new words that are equal but for their spelling; letter by letter as far as can be."""
    if span[0] == span[1]:
        return
    if old[slice(*span)] == new[slice(*other)]:
        yield Segment(*span, *other, same=True)
        return
    yield from _pieces(_PIECE, old, span, new, other) or [Segment(*span, *other, same=False)]


def _pieces(pattern: re.Pattern[str], old: str, span: Span, new: str, other: Span) -> list[Segment]:
    """Piece for piece where both have as many, blanks at the ends aside; empty where they have not."""
    ones = [match.span() for match in pattern.finditer(old, *span)]
    others = [match.span() for match in pattern.finditer(new, *other)]
    if pattern is _PIECE:
        ones, others = _stripped(old, ones), _stripped(new, others)
    if len(ones) != len(others):
        return []
    return [
        segment
        for one, another in zip(ones, others, strict=True)
        for segment in _piece(pattern, old, one, new, another)
    ]


def _stripped(text: str, spans: list[Span]) -> list[Span]:
    begin = bool(spans) and text[spans[0][0]].isspace()
    end = len(spans) > 1 and text[spans[-1][0]].isspace()
    return spans[begin : len(spans) - end]


def _piece(pattern: re.Pattern[str], old: str, one: Span, new: str, other: Span) -> list[Segment]:
    if one[1] - one[0] == other[1] - other[0]:
        return [Segment(*one, *other, same=True)]
    inner = _pieces(_LETTER, old, one, new, other) if pattern is _PIECE and not old[one[0]].isspace() else []
    return inner or [Segment(*one, *other, same=False)]
