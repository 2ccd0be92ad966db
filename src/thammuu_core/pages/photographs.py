"""Single pictures of pages (.png, .jpg, .tif): each picture, or each frame of one, is a page to be recognised."""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator, Sequence

from PIL import Image, ImageOps

from thammuu_core.pages import layout, pictures, scans
from thammuu_core.pages.model import PageImage, Recognise
from thammuu_core.pages.numerals import repaired
from thammuu_core.pages.refusals import DamagedPages, NoRecogniser, TooManyPages
from thammuu_core.papers import Paper

_FORMATS = ("PNG", "JPEG", "TIFF", "BMP")
_BROKEN = (OSError, ValueError, SyntaxError, TypeError, LookupError, EOFError, ArithmeticError, struct.error)
"""What Pillow raises on damaged pictures, beside what it says it does."""
_FRAMES = 500
"""Most pages of one file."""
_SIDE = 60_000_000
"""Most pixels of one picture before it is made smaller."""
_A4 = 11.69
"""Inches: a picture that does not tell its resolution is taken for a page of this height."""


def read_images(data: Sequence[bytes], *, ocr: Recognise | None = None) -> Paper:
    """Read pictures of pages, in order, as one paper. Raises `NoRecogniser` without `ocr`, `DamagedPages`."""
    total = sum(map(_frames, data))
    if total > _FRAMES:
        raise TooManyPages(total, _FRAMES)
    if ocr is None:
        raise NoRecogniser(tuple(range(1, total + 1)))
    found = sorted(scans.recognised(_images(data, total), ocr), key=lambda page: page[0].number)
    sheets = list(repaired(sheet for sheet, _ in found))
    doubts = [problem for _, problems in found for problem in problems]
    problems = (scans.note(range(1, total + 1)), *doubts)
    return Paper("scan", layout.stories(sheets), problems, pages=total)


def _frames(data: bytes) -> int:
    with _opened(data) as image:
        try:
            return int(getattr(image, "n_frames", 1))
        except _BROKEN as error:
            raise DamagedPages("Ảnh") from error


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=_FORMATS)
    except (*_BROKEN, Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise DamagedPages("Ảnh") from error
    if image.width * image.height > _SIDE:
        raise DamagedPages("Ảnh quá lớn hoặc")
    return image


def _images(data: Sequence[bytes], total: int) -> Iterator[PageImage]:
    number = 0
    for each in data:
        with _opened(each) as image:
            for at in range(_frames(each)):
                number += 1
                yield _page(image, at, number, total)


def _page(image: Image.Image, at: int, number: int, total: int) -> PageImage:
    try:
        image.seek(at)
        upright = ImageOps.exif_transpose(image).convert("L")
    except _BROKEN as error:
        raise DamagedPages("Ảnh") from error
    dpi = _resolution(upright)
    wanted = min(pictures.DPI / dpi, (pictures.PIXELS / (upright.width * upright.height)) ** 0.5)
    if abs(wanted - 1) > 0.05:
        size = max(1, round(upright.width * wanted)), max(1, round(upright.height * wanted))
        upright, dpi = upright.resize(size, Image.Resampling.LANCZOS), round(dpi * wanted)
    return pictures.prepared(upright, number, total, dpi)


def _resolution(image: Image.Image) -> int:
    """By the size of a page: what pictures say of themselves is mostly the camera's or the screen's."""
    return max(50, round(max(image.width, image.height) / _A4))
