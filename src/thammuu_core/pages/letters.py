"""The characters of a PDF page as pdfium gives them: where they stand on the upright page and how they are set."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2.raw as pdfium

_FORCE_BOLD, _ITALIC = 0x40000, 0x40
_SYMBOLS = {
    0x02: "-",
    0xFFFE: "-",
    0xF02D: "-",
    0xF0B7: "•",
    0xF0A7: "▪",
    0xF0D8: "➢",
    0xF0FC: "✓",
    0xF076: "❖",
}
"""Hyphens at the end of a line, as pdfium gives them, and the bullets of Word's symbol fonts."""
_HEAVY = 600
"""Weight from which a font is bold."""


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of characters is set."""

    font: str | None
    size: float
    bold: bool
    italic: bool
    colour: str | None
    hidden: bool
    """Neither filled nor stroked: the text layer that a scanner's own OCR puts behind the picture."""


_PLAIN = Look(None, 12.0, bold=False, italic=False, colour=None, hidden=False)


@dataclass(frozen=True, slots=True)
class Letter:
    """One character with its place on the upright page."""

    text: str
    x0: float
    x1: float
    baseline: float
    look: Look


@dataclass(frozen=True, slots=True)
class Frame:
    """From the page's own coordinates to upright ones; `turn` is the direction the text runs, in degrees."""

    left: float
    bottom: float
    right: float
    top: float
    turn: int = 0

    @property
    def width(self) -> float:
        """Of the upright page."""
        return self.right - self.left if self.turn % 180 == 0 else self.top - self.bottom

    @property
    def height(self) -> float:
        """Of the upright page."""
        return self.top - self.bottom if self.turn % 180 == 0 else self.right - self.left

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The upright place of a point."""
        match self.turn:
            case 90:
                return y - self.bottom, x - self.left
            case 180:
                return self.right - x, y - self.bottom
            case 270:
                return self.top - y, self.right - x
            case _:
                return x - self.left, self.top - y


def text_direction(text_page: pdfium.FPDF_TEXTPAGE, count: int) -> int:
    """The direction in which most of the text runs: 0, 90, 180 or 270 degrees counter-clockwise."""
    step = max(1, count // 400)
    turns = [_quarter(pdfium.FPDFText_GetCharAngle(text_page, at)) for at in range(0, count, step)]
    return max((0, 90, 180, 270), key=turns.count)


def _quarter(radians: float) -> int:
    """pdfium measures clockwise."""
    return -round(max(radians, 0.0) / 1.5707963) * 90 % 360


def letters(text_page: pdfium.FPDF_TEXTPAGE, count: int, frame: Frame) -> Iterator[Letter]:
    """The characters of a page in the order they were drawn, line ends of pdfium's own making left out."""
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    looks: dict[int, Look] = {}
    for at in range(count):
        if pdfium.FPDFText_IsGenerated(text_page, at) == 1:
            continue
        handle = pdfium.FPDFText_GetTextObject(text_page, at)
        key = ctypes.cast(handle, ctypes.c_void_p).value or 0
        if key not in looks:
            looks[key] = _look(text_page, at, handle)
        pdfium.FPDFText_GetLooseCharBox(text_page, at, box)
        pdfium.FPDFText_GetCharOrigin(text_page, at, x, y)
        first, last = frame.place(box.left, box.bottom)[0], frame.place(box.right, box.top)[0]
        baseline = frame.place(x.value, y.value)[1]
        yield Letter(
            _character(pdfium.FPDFText_GetUnicode(text_page, at)),
            min(first, last),
            max(first, last),
            baseline,
            looks[key],
        )


def _character(code: int) -> str:
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _look(text_page: pdfium.FPDF_TEXTPAGE, at: int, handle: pdfium.FPDF_PAGEOBJECT) -> Look:
    if not handle:
        return _PLAIN
    name, flags = _font(text_page, at)
    low = (name or "").lower()
    mode = pdfium.FPDFTextObj_GetTextRenderMode(handle)
    stroked = mode in (pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE, pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP)
    heavy = pdfium.FPDFText_GetFontWeight(text_page, at) >= _HEAVY
    return Look(
        font=name,
        size=_size(text_page, at),
        bold=stroked or heavy or "bold" in low or "black" in low or bool(flags & _FORCE_BOLD),
        italic="italic" in low or "oblique" in low or bool(flags & _ITALIC),
        colour=_colour(handle),
        hidden=mode == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE,
    )


def _font(text_page: pdfium.FPDF_TEXTPAGE, at: int) -> tuple[str | None, int]:
    """Name without its subset mark ("ABCDEF+"), and flags."""
    buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, at, buffer, len(buffer), flags)
    name = buffer.value.decode("utf-8", "replace")
    return (name[7:] if name[6:7] == "+" else name) or None, flags.value


def _size(text_page: pdfium.FPDF_TEXTPAGE, at: int) -> float:
    """Size as seen: the font's times the scale of its matrix."""
    matrix = pdfium.FS_MATRIX()
    scale = 1.0
    if pdfium.FPDFText_GetMatrix(text_page, at, matrix):
        scale = (matrix.c**2 + matrix.d**2) ** 0.5
    size = float(pdfium.FPDFText_GetFontSize(text_page, at)) * scale
    return size if 0.5 < size < 500 else _PLAIN.size


def _colour(handle: pdfium.FPDF_PAGEOBJECT) -> str | None:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not pdfium.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha):
        return None
    shown = f"{red.value:02X}{green.value:02X}{blue.value:02X}"
    return None if shown == "000000" else shown
