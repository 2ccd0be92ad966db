"""One line of a paragraph as it is kept: its text in normal form and its runs over that text."""

from __future__ import annotations

import unicodedata
from itertools import groupby
from operator import itemgetter

from thammuu_core.papers import Run
from thammuu_core.text import decode, normalise
from thammuu_core.wordml.inline import Piece
from thammuu_core.wordml.looks import Look
from thammuu_core.wordml.symbols import is_symbolic, translated


def assembled(pieces: list[Piece]) -> tuple[str, tuple[Run, ...]]:
    """Text and runs of a line; neighbours that look alike become one run, old encodings Unicode."""
    if not pieces:
        return "", ()
    if len(pieces) > 1:
        pieces = [
            ("".join([text for text, _ in group]), look) for look, group in groupby(pieces, itemgetter(1))
        ]
    pieces = [(readable(text, look), look) if look.odd else (text, look) for text, look in pieces]
    written = "".join([text for text, _ in pieces])
    text = normalise(written).replace("\n", " ")
    if len(pieces) == 1:
        return text, (_run(0, len(text), pieces[0][1]),) if text else ()
    return text, _over(text, written, pieces)


def _over(text: str, written: str, pieces: list[Piece]) -> tuple[Run, ...]:
    """Runs over the normal form of what the pieces wrote; a mark belongs to the letter before it, whoever typed it."""
    runs = []
    cut = length = end = 0
    for piece, look in pieces:
        length += len(piece)
        begun, cut = cut, max(cut, length)
        while cut < len(written) and unicodedata.combining(written[cut]):
            cut += 1
        start = end
        end = cut if text == written else min(len(text), start + len(normalise(written[begun:cut])))
        if end > start:
            runs.append(_run(start, end, look))
    return tuple(runs)


def _run(start: int, end: int, look: Look) -> Run:
    return Run(start, end, *look[:8])


def readable(text: str, look: Look) -> str:
    """Text typed in a font that draws other letters, as a person sees it."""
    return translated(text, look.font) if is_symbolic(look.font) else decode(text, look.font)
