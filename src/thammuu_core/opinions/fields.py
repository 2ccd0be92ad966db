"""Results of fields in a copy: numbers and references that Word works out anew by itself, and nobody proposes."""

from __future__ import annotations

from collections.abc import Iterable

from thammuu_core.opinions.joining import Way
from thammuu_core.wordml.revisions.model import Token


class Fields:
    """Where results of fields stand in the original view of one story."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self._kept: list[tuple[int, int]] = []
        place = 0
        for token in tokens:
            if token.computed and token.inserted is None:
                self._kept.append((place, place + len(token.text)))
            place += 0 if token.inserted is not None else len(token.text)

    def hold(self, way: Way, owner: int) -> bool:
        """Whether this silent change is one of results alone."""
        places = [
            (start, end)
            for piece, start, end in zip(way.pieces, way.starts, way.ends, strict=True)
            if piece.owner == owner
        ]
        spans = [(way.into(start), way.into(end)) for start, end in self._kept]
        return bool(spans) and all(any(low <= a and b <= high for low, high in spans) for a, b in places)
