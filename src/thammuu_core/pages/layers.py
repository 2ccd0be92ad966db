"""Whether a PDF page has text to be read, or is a picture of text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

import pypdfium2 as pypdfium
import pypdfium2.raw as pdfium

from thammuu_core.pages.letters import Letter
from thammuu_core.text import is_syllable, normalise

_GARBAGE = 0.15
"""Share of letters without a meaning from which a text layer is junk."""
_COVERED = 0.5
"""Share of the page under a picture from which the page is probably a scan."""
_STAMP = 200
"""Letters that the stamp of a digital signature has at most."""
_VIETNAMESE = 0.85
"""Share of syllables under which the text behind a picture is the misreading of a scanner made for other languages."""
_DRAWN = 60
"""Outlines from which a page without text is text turned to curves, not a line or a logo."""
_WORD = re.compile(r"[^\W\d_]{2,}")


class Layer(StrEnum):
    """What a page is to the reader."""

    TEXT = "text"
    PICTURE = "picture"
    BLANK = "blank"
    DAMAGED = "damaged"


def layer(page: pypdfium.PdfPage, letters: Sequence[Letter]) -> Layer:
    """What the page is, judged by its letters and by what covers it."""
    shown = [letter for letter in letters if not letter.text.isspace()]
    covered, outlines = _covered(page)
    if not shown:
        return Layer.PICTURE if covered > 0.02 or outlines > _DRAWN else Layer.BLANK
    if sum(map(_is_garbage, shown)) > _GARBAGE * len(shown):
        return Layer.PICTURE
    if covered > _COVERED and (len(shown) < _STAMP or not _is_vietnamese(letters)):
        return Layer.PICTURE
    return Layer.TEXT


def _is_garbage(letter: Letter) -> bool:
    code = ord(letter.text[0])
    return code == 0xFFFD or 0xE000 <= code < 0xF900 or code < 0x20


def _is_vietnamese(letters: Sequence[Letter]) -> bool:
    text = normalise("".join(letter.text for letter in letters))
    words = [word for word in _WORD.findall(text) if not word.isupper()]
    return sum(map(is_syllable, words)) >= _VIETNAMESE * len(words)


def _covered(page: pypdfium.PdfPage) -> tuple[float, int]:
    """Share of the page under its pictures, and how many outlines are drawn."""
    left, bottom, right, top = page.get_cropbox()
    area = max((right - left) * (top - bottom), 1.0)
    covered, outlines = 0.0, 0
    for shape in page.get_objects(max_depth=4):
        if shape.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            x0, y0, x1, y1 = shape.get_bounds()
            covered += (
                max(0.0, min(x1, right) - max(x0, left)) * max(0.0, min(y1, top) - max(y0, bottom)) / area
            )
        elif shape.type in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING):
            outlines += 1
    return covered, outlines
