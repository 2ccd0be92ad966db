"""From offsets of a text to the pieces they stand in, and back: for comments and for whoever writes into the file."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from thammuu_core.text import normalise
from thammuu_core.wordml.lines import readable
from thammuu_core.wordml.numbering import Numbering
from thammuu_core.wordml.revisions.model import TokenKind
from thammuu_core.wordml.revisions.pieces import Piece, Strand
from thammuu_core.wordml.revisions.views import View


class Spot(NamedTuple):
    """A place in the file."""

    at: int
    """Number of the piece in its strand."""
    piece: Piece
    raw: int
    """Offset into the text of the piece's element; 0 for a mark, a break, a tab."""


class _Stand(NamedTuple):
    """Where a piece stands in the text."""

    at: int
    start: int
    text: str


class Places:
    """The places of one text of a strand."""

    def __init__(self, view: View) -> None:
        self._pieces = view.strand.pieces
        self._stands = list(_stands(view))
        self._by_piece = sorted(self._stands, key=itemgetter(0))
        self._length = sum(len(stand.text) for stand in self._stands)
        self._final = view.final

    @classmethod
    def of(cls, strand: Strand, *, original: bool = False) -> Places:
        """The places of the accepted or the original text."""
        return cls(View(strand, Numbering(None), original=original))

    def at(self, offset: int) -> Spot | None:
        """Where the character behind this offset is; behind the last one is the last paragraph's mark."""
        found = bisect_right(self._stands, offset, key=itemgetter(1)) - 1
        if found < 0 or offset >= self._length:
            return None if self._final is None else Spot(self._final, self._pieces[self._final], 0)
        return self._spot(self._stands[found], offset)

    def before(self, offset: int) -> Spot | None:
        """Where the character before this offset ends; None at the beginning."""
        found = bisect_left(self._stands, offset, key=itemgetter(1)) - 1
        return self._spot(self._stands[found], offset) if found >= 0 and offset <= self._length else None

    def start(self, at: int) -> int:
        """The offset of the first character of piece `at` or of the next that the text has."""
        found = bisect_left(self._by_piece, at, key=itemgetter(0))
        return self._by_piece[found].start if found < len(self._by_piece) else self._length

    def end(self, at: int) -> int:
        """The offset behind the last character before piece `at`."""
        found = bisect_left(self._by_piece, at, key=itemgetter(0)) - 1
        return self._by_piece[found].start + len(self._by_piece[found].text) if found >= 0 else 0

    def _spot(self, stand: _Stand, offset: int) -> Spot:
        piece = self._pieces[stand.at]
        if piece.kind is not TokenKind.TEXT or piece.element.text is None:
            return Spot(stand.at, piece, 0)
        return Spot(stand.at, piece, piece.skipped + _raw(piece, stand.text, offset - stand.start))


def _stands(view: View) -> Iterator[_Stand]:
    """Each piece with its share; a plain paragraph is taken apart."""
    start = 0
    pieces = view.strand.pieces
    for at, text, count in view.shown:
        shares = [text] if count == 1 else [piece.raw for piece in pieces[at : at + count]]
        for share in shares:
            yield _Stand(at, start, share)
            at += 1
            start += len(share)


def _raw(piece: Piece, share: str, inner: int) -> int:
    """The offset into the raw text at which this character of its normal form begins."""
    raw = piece.raw
    if share == raw:
        return inner
    lead = 0
    if len(_normal(piece, raw)) != len(share):  # Marks at its front have gone to the letter of another piece.
        while lead < len(raw) and unicodedata.combining(raw[lead]):
            lead += 1
    if not inner:
        return lead
    ends = range(lead, len(raw) + 1)
    return ends[bisect_right(ends, inner, key=lambda end: len(_normal(piece, raw[lead:end]))) - 1]


def _normal(piece: Piece, raw: str) -> str:
    return normalise(raw if piece.look is None else readable(raw, piece.look))
