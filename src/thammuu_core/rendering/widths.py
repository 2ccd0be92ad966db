"""How wide words are set, from the advance widths of the typeface: TeX Gyre Termes has those of Times New Roman."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution
from math import ceil

from thammuu_core.rendering.letters import TYPEFACES, table_of

_MILLIMETRES = 25.4 / 72
"""A point."""
_UNKNOWN = 0.6
"""Of the letter height, for a letter that the typeface lacks."""


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Millimetres of one line of words set in `size` points."""
    known = _advances(bold=bold)
    return sum([known.get(letter, _UNKNOWN) for letter in text]) * size * _MILLIMETRES


def longest_line(text: str, room: float, size: float, *, bold: bool = False) -> float:
    """Millimetres of the longest line when the words are broken to fit into `room`."""
    return min(room, max(width(line, size, bold=bold) for line in lines(text, room, size, bold=bold)))


def lines(text: str, room: float, size: float, *, bold: bool = False) -> Iterator[str]:
    """The lines into which the words are broken; a word wider than `room` has a line of its own."""
    space = width(" ", size, bold=bold)
    for written in text.split("\n"):
        words: list[str] = []
        taken = 0.0
        for word in written.split(" "):
            own = width(word, size, bold=bold)
            if words and taken + space + own > room:
                yield " ".join(words)
                words, taken = [word], own
            else:
                taken += own + (space if words else 0.0)
                words.append(word)
        yield " ".join(words)


def line_count(text: str, room: float, size: float) -> int:
    """About how many lines the words take, those of a word that is wider than `room` counted."""
    return sum(max(1, ceil(width(line, size) / room)) for line in lines(text, room, size))


@cache
def _advances(*, bold: bool) -> dict[str, float]:
    """Advance widths by letter, in letter heights."""
    wheel, folder, name = TYPEFACES[0]
    face = name.replace("regular", "bold") if bold else name
    font: bytes = distribution(wheel).locate_file(f"{folder}/{face}").read_bytes()  # type: ignore[attr-defined]
    (units,) = struct.unpack_from(">H", font, table_of(font, b"head") + 18)
    (count,) = struct.unpack_from(">H", font, table_of(font, b"hhea") + 34)
    at = table_of(font, b"hmtx")
    advances = [struct.unpack_from(">H", font, at + 4 * glyph)[0] / units for glyph in range(count)]
    return {chr(point): advances[min(glyph, count - 1)] for point, glyph in _glyphs(font)}


def _glyphs(font: bytes) -> Iterator[tuple[int, int]]:
    """Code points of the first plane with their glyphs, from the segments of `cmap`."""
    start = table_of(font, b"cmap")
    (tables,) = struct.unpack_from(">H", font, start + 2)
    for index in range(tables):
        (offset,) = struct.unpack_from(">I", font, start + 8 + 8 * index)
        at = start + offset
        if struct.unpack_from(">H", font, at) == (4,):
            yield from _segment_glyphs(font, at)
            return


def _segment_glyphs(font: bytes, at: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends, starts, deltas, ranges = (
        struct.unpack_from(f">{count}H", font, at + 14 + skip) for skip in
        (0, 2 * count + 2, 4 * count + 2, 6 * count + 2)
    )  # fmt: skip
    for place, (first, last, delta, range_) in enumerate(zip(starts, ends, deltas, ranges, strict=True)):
        for point in range(first, min(last, 0xFFFD) + 1):
            glyph = point
            if range_:
                here = at + 16 + 6 * count + 2 * place
                (glyph,) = struct.unpack_from(">H", font, here + range_ + 2 * (point - first))
            if not range_ or glyph:
                yield point, (glyph + delta) % 0x10000
