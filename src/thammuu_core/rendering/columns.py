"""How wide the columns of a table are: shares of the line, none too narrow to be read."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from thammuu_core.rendering.measures import measures, text_width

TWIPS = 1440 / 25.4
"""To the millimetre: Word's unit, twentieths of a point."""
NARROWEST = 8.0
"""Millimetres: two figures and the padding."""
_SANE = 1e-9
"""A share below it is none, and one above its inverse too: figures that no sum can hold."""


def shares(wanted: Sequence[float], *, landscape: bool) -> tuple[float, ...]:
    """Whole twips that together are the line; columns that would be too narrow take from the others.

    More columns than fit at their narrowest are all equally wide.
    """
    line = round(text_width(measures(), landscape=landscape) * TWIPS)
    least = min(int(NARROWEST * TWIPS), line // len(wanted))
    sizes = [share if _SANE < share < 1 / _SANE else 0.0 for share in wanted]
    if not any(sizes):
        sizes = [1.0 for _ in wanted]
    narrow = [False] * len(sizes)
    for _ in sizes:
        free = line - least * sum(narrow)
        total = sum(size for size, small in zip(sizes, narrow, strict=True) if not small)
        scale = free / total if total else 0
        found = [small or size * scale < least for size, small in zip(sizes, narrow, strict=True)]
        if found == narrow:
            break
        narrow = found
    exact = [least if small else size * scale for size, small in zip(sizes, narrow, strict=True)]
    return _whole(exact, line)


def _whole(exact: Sequence[float], line: int) -> tuple[float, ...]:
    """Rounded so that nothing of the line is lost: each edge is rounded, not each width."""
    edges = [0]
    total = 0.0
    for size in exact:
        total += size
        edges.append(round(total))
    edges[-1] = line
    return tuple(float(right - left) for left, right in pairwise(edges))
