"""Which letters can be set, and what stands for those that cannot.

PDF/A refuses a letter without a shape, and XML refuses control characters. Such a letter is spelled as "‹U+1F600›":
seen by the reader, found by a search, never dropped in silence.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution

TYPEFACES = (
    ("rinoh-typeface-texgyretermes", "rinoh_typeface_texgyretermes", "texgyretermes-regular.otf"),
    ("rinoh-typeface-dejavuserif", "rinoh_typeface_dejavuserif", "DejaVuSerif.ttf"),
)
"""Wheel, its folder, the face whose letters are counted: Times metrics first, then a wide one for what it lacks.

The packages themselves are not imported: that would load a whole typesetter.
"""
FAMILIES = ("TeX Gyre Termes", "DejaVu Serif")
_TURNING = frozenset({*range(0x202A, 0x202F), *range(0x2066, 0x206A)})
"""Marks that turn the direction of what follows: words would be read in another order than they are stored."""
_CONTROL = frozenset({*range(0x20), *range(0x7F, 0xA0), 0xFFFE, 0xFFFF}) - {0x0A}
_UNFIT = re.compile(f"[{re.escape(''.join(map(chr, sorted(_CONTROL | _TURNING))))}\ud800-\udfff]")


def font_folders() -> list[str]:
    """Where the wheels have put their font files."""
    return [str(distribution(wheel).locate_file(folder)) for wheel, folder, _ in TYPEFACES]


def for_paper(text: str) -> str:
    """The text with every letter spelled that no typeface shows; newlines stay."""
    known, whole = _known(), _lines(text)
    if known.issuperset(whole):
        return whole
    return "".join(letter if letter in known else spelled(letter) for letter in whole)


def for_word(text: str) -> str:
    """The text with every letter spelled that a Word file cannot hold; newlines stay."""
    return _UNFIT.sub(lambda found: spelled(found[0]), _lines(text))


def spelled(letter: str) -> str:
    """The letter by its number; a tab is a space."""
    return " " if letter == "\t" else f"‹U+{ord(letter):04X}›"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


@cache
def _known() -> frozenset[str]:
    """Every letter that a typeface shows, and the newline."""
    faces = [distribution(wheel).locate_file(f"{folder}/{name}") for wheel, folder, name in TYPEFACES]
    shown = {point for face in faces for point in _points(face.read_bytes())}  # type: ignore[attr-defined]
    return frozenset(chr(point) for point in shown if not _UNFIT.match(chr(point))) | {"\n"}


def _points(font: bytes) -> Iterator[int]:
    """The code points of an OpenType font, from its `cmap` table."""
    start = table_of(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    for index in range(count):
        (offset,) = struct.unpack_from(">I", font, start + 8 + 8 * index)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == 4:  # segments of the first plane
            yield from _segments(font, start + offset)
        elif form == 12:  # groups of all planes
            yield from _groups(font, start + offset)


def table_of(font: bytes, name: bytes) -> int:
    """Where a table of an OpenType font begins."""
    return next(offset for tag, offset in _tables(font) if tag == name)


def _tables(font: bytes) -> Iterator[tuple[bytes, int]]:
    (count,) = struct.unpack_from(">H", font, 4)
    for index in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * index)
        yield tag, offset


def _segments(font: bytes, at: int) -> Iterator[int]:
    count = struct.unpack_from(">H", font, at + 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + 2 * count)
    for first, last in zip(starts, ends, strict=True):
        yield from range(first, min(last, 0xFFFD) + 1)


def _groups(font: bytes, at: int) -> Iterator[int]:
    (count,) = struct.unpack_from(">I", font, at + 12)
    for index in range(count):
        first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * index)
        yield from range(first, last + 1)
