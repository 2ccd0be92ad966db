"""One line of a paragraph as it is kept: its text in normal form and its runs over that text."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from thammuu_core.papers import Run
from thammuu_core.text import decode, normalise
from thammuu_core.wordml.inline import Piece
from thammuu_core.wordml.symbols import is_symbolic, translated

_OLD_FONTS = (".vn", "vni")


def assembled(pieces: list[Piece]) -> tuple[str, tuple[Run, ...]]:
    """Text and runs of a line; neighbours that look alike become one run, old encodings Unicode."""
    if len(pieces) > 1:
        pieces = [
            ("".join(text for text, _ in group), look) for look, group in groupby(pieces, itemgetter(1))
        ]
    pieces = [(_readable(text, look.font), look) for text, look in pieces]
    written = "".join([text for text, _ in pieces])
    text = normalise(written).replace("\n", " ")
    runs = []
    end = length = 0
    for piece, look in pieces:
        start, length = end, length + len(piece)
        end = length if text == written else max(start, min(len(text), len(normalise(written[:length]))))
        if end > start:
            runs.append(Run(start, end, *look[:7]))
    return text, tuple(runs)


def _readable(text: str, font: str | None) -> str:
    if font is None:
        return text
    if is_symbolic(font):
        return translated(text, font)
    return decode(text, font) if font.lower().startswith(_OLD_FONTS) else text
