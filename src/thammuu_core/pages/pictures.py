"""Pictures of pages made ready for recognition: grey, straight, clear; and what can be seen on them beside words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFilter, ImageOps

from thammuu_core.pages.model import PageImage, Rule

DPI = 300
"""Resolution at which print is recognised best."""
PIXELS = 18_000_000
"""Most pixels of one picture: A3 at 300 dpi; larger pages are drawn smaller."""
_DARK = 140
"""Grey below which a pixel is ink."""
_LEAN = 3.0
"""Degrees of slant that are looked for at either side."""
_SMALL = 800
"""Height in pixels at which slant is measured."""
_BLOCK = 16
"""Pixels looked at as one when long lines are sought."""
_RUN = re.compile(rb"\x00{3,}(?:\xff\x00{2,})*")
"""Dark blocks in a row; one light block between them is dust."""
_LONG = 6
"""Blocks from which a run is a ruled line and not a letter."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What a picture shows beside words."""

    rules: tuple[Rule, ...]
    """In pixels."""
    ink: Image.Image
    """Half as large; the more ink the lighter."""
    stems: Image.Image
    """As `ink`, every stroke made thinner: bold letters stay, plain ones fade."""

    def weight(self, box: tuple[int, int, int, int]) -> float:
        """Share of the ink in a box of the full picture that is left when strokes are made thinner."""
        left, top, right, bottom = (edge // 2 for edge in box)
        area = (left, top, max(right, left + 1), max(bottom, top + 1))
        ink = _sum(self.ink.crop(area))
        return _sum(self.stems.crop(area)) / ink if ink else 0.0


def _sum(picture: Image.Image) -> int:
    return sum(value * count for value, count in enumerate(picture.histogram()))


def prepared(picture: Image.Image, number: int, total: int, dpi: int) -> PageImage:
    """The picture as recognition likes it: grey, levels stretched, slant taken out."""
    grey = ImageOps.autocontrast(picture.convert("L"), cutoff=(0.5, 2))
    lean = slant(grey)
    if abs(lean) >= 0.1:
        grey = grey.rotate(lean, Image.Resampling.BICUBIC, fillcolor=255)
    return page_image(grey, number, total, dpi)


def page_image(grey: Image.Image, number: int, total: int, dpi: int) -> PageImage:
    """A grey picture as the value that recognisers are given."""
    return PageImage(number, total, grey.width, grey.height, dpi, grey.tobytes())


def picture(image: PageImage) -> Image.Image:
    """The value as a picture again."""
    return Image.frombytes("L", (image.width, image.height), image.grey)


def slant(grey: Image.Image) -> float:
    """Degrees counter-clockwise by which the picture must be turned for its lines to lie level."""
    width = max(1, _SMALL * grey.width // grey.height)
    ink = ImageOps.invert(grey.resize((width, _SMALL), Image.Resampling.BOX))
    ink = ink.point([value if value > 60 else 0 for value in range(256)])
    steps = int(_LEAN / 0.5)
    coarse = max((step * 0.5 for step in range(-steps, steps + 1)), key=_levelled(ink))
    return max((coarse + step * 0.1 for step in range(-4, 5)), key=_levelled(ink))


def _levelled(ink: Image.Image) -> Callable[[float], float]:
    """How sharply rows of ink and rows of white part when the picture is turned: sharpest where lines lie level."""

    def sharpness(angle: float) -> float:
        turned = ink.rotate(angle, Image.Resampling.BILINEAR)
        rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
        return float(sum((after - before) ** 2 for before, after in pairwise(rows)))

    return sharpness


def traits(grey: Image.Image) -> Traits:
    """The ruled lines of the picture, and how heavy its strokes are."""
    half = ImageOps.invert(
        grey.resize((max(1, grey.width // 2), max(1, grey.height // 2)), Image.Resampling.BOX)
    )
    found = tuple(_rules(grey))
    return Traits(found, half, half.filter(ImageFilter.MinFilter(3)))


def without_rules(grey: Image.Image, rules: tuple[Rule, ...]) -> Image.Image:
    """The picture with its ruled lines wiped out: they are read as letters, and letters beside them not at all."""
    wiped = grey.copy()
    draw = ImageDraw.Draw(wiped)
    for rule in rules:
        if rule.horizontal:
            draw.rectangle((rule.start, rule.at - 1, rule.end, rule.at + 1), fill=255)
        else:
            draw.rectangle((rule.at - 1, rule.start, rule.at + 1, rule.end), fill=255)
    return wiped


def _rules(grey: Image.Image) -> Iterator[Rule]:
    """Long dark runs, one a row or column of pixels; runs of one thick line lie beside each other."""
    for at, start, end in _runs(grey):
        yield Rule(True, at, start, end)
    for at, start, end in _runs(grey.transpose(Image.Transpose.TRANSPOSE)):
        yield Rule(False, at, start, end)


def _runs(grey: Image.Image) -> Iterator[tuple[float, float, float]]:
    """Row, start and end of each run of dark pixels much longer than a letter."""
    across = grey.width // _BLOCK
    if not across:
        return
    dark = grey.point([0 if value < _DARK else 255 for value in range(256)])
    blocks = dark.resize((across, grey.height), Image.Resampling.BOX).point(
        [0 if value < 64 else 255 for value in range(256)]
    )
    data = blocks.tobytes()
    for row in range(grey.height):
        line = data[row * across : (row + 1) * across]
        if b"\x00\x00\x00" in line:
            for run in _RUN.finditer(line):
                if run.end() - run.start() >= _LONG:
                    yield float(row), float(run.start() * _BLOCK), float(run.end() * _BLOCK)
