"""Print pages by program and scan them badly: turned, blurred, noisy, pressed into JPEG, as office scanners do."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFilter, ImageFont

from support.programs import missing

_FONTS = (
    "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/croscore/Tinos-Regular.ttf",
    "/usr/share/fonts/truetype/liberation/LiberationSerif-Regular.ttf",
    "/usr/share/fonts/truetype/dejavu/DejaVuSerif.ttf",
)
_INCH, _POINT = 25.4, 72


@dataclass(frozen=True)
class Wear:
    """What a scanner does to a page."""

    dpi: int = 300
    turn: float = 0.0
    """Degrees counter-clockwise."""
    blur: float = 0.0
    noise: float = 0.0
    quality: int = 90


def page(lines: Sequence[str], *, dpi: int = 300, size: float = 14) -> Image.Image:
    """A grey A4 page with the paragraphs set in Times at `size` points, first lines set in, wrapped to the width."""
    sheet = Image.new("L", (round(210 / _INCH * dpi), round(297 / _INCH * dpi)), 255)
    draw, font = ImageDraw.Draw(sheet), ImageFont.truetype(_font(), round(size / _POINT * dpi))
    left, right = 30 / _INCH * dpi, sheet.width - 20 / _INCH * dpi
    y = 20 / _INCH * dpi
    for paragraph in lines:
        indent = 12.7 / _INCH * dpi
        for line in _wrapped(paragraph, draw, font, right - left, indent):
            draw.text((left + indent, y), line, font=font, fill=20)
            y, indent = y + 1.3 * size / _POINT * dpi, 0.0
        y += 6 / _POINT * dpi
    return sheet


def _font() -> str:
    return next((font for font in _FONTS if Path(font).exists()), "") or missing("fonts-liberation2")


def _wrapped(
    text: str, draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont, width: float, indent: float
) -> list[str]:
    lines = [""]
    for word in text.split():
        room = width - (indent if len(lines) == 1 else 0)
        wider = f"{lines[-1]} {word}".strip()
        if draw.textlength(wider, font=font) <= room:
            lines[-1] = wider
        else:
            lines.append(word)
    return lines


def scanned(sheet: Image.Image, wear: Wear) -> Image.Image:
    """The page as it comes out of the scanner."""
    worn = sheet.rotate(wear.turn, Image.Resampling.BICUBIC, fillcolor=255)
    if wear.blur:
        worn = worn.filter(ImageFilter.GaussianBlur(wear.blur))
    if wear.noise:
        worn = Image.blend(worn, Image.effect_noise(worn.size, wear.noise), 0.12)
    pressed = io.BytesIO()
    worn.save(pressed, "JPEG", quality=wear.quality)
    return Image.open(pressed)


def bound(sheets: Sequence[Image.Image], dpi: int = 300) -> bytes:
    """A PDF of pictures, one a page."""
    out = io.BytesIO()
    sheets[0].save(out, "PDF", save_all=True, append_images=list(sheets[1:]), resolution=dpi)
    return out.getvalue()
