"""Results of fields in a copy: numbers and references that Word works out anew by itself, and nobody proposes."""

from __future__ import annotations

from collections.abc import Iterable

from thammuu_core.opinions.joining import Way
from thammuu_core.redlines import Edit
from thammuu_core.wordml.revisions.model import Token


class Fields:
    """Where results of fields stand in the original view of one story, and what was put in as such."""

    def __init__(self, tokens: Iterable[Token]) -> None:
        self._kept: list[tuple[int, int]] = []
        self._added: list[tuple[int, str]] = []
        place = 0
        for token in tokens:
            if token.computed and token.inserted is None:
                self._kept.append((place, place + len(token.text)))
            elif token.computed and token.deleted is None:
                self._added.append((place, token.text))
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

    def made(self, edit: Edit) -> bool:
        """Whether this tracked change takes away and puts in results alone."""
        if edit.to is not None or not (self._kept or self._added):
            return False
        gone = sum(max(0, min(b, edit.end) - max(a, edit.start)) for a, b in self._kept)
        come = "".join(text for place, text in self._added if edit.start <= place <= edit.end)
        return gone == edit.end - edit.start and come == edit.new
