"""How a stretch of text looks: the properties of runs as written, and their effect once layered.

The layers, weakest first: document defaults, table style, paragraph style, character style, direct formatting. A toggle
(bold, italic, capitals, struck, hidden) that several styles set cancels out; direct formatting has the last word.
Legal source of the file format: ECMA-376 part 1, 17.7.2 and 17.7.3.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from lxml import etree

from thammuu_core.wordml.names import OFF, VAL, w
from thammuu_core.wordml.symbols import is_symbolic

Value: TypeAlias = bool | float | str | None
Properties: TypeAlias = dict[str, Value]
"""By the names of `Look`'s fields; only what a layer sets."""
Written: TypeAlias = tuple[tuple[str, str | None], ...]
"""Run properties as they stand in the file: element name and value; hashable, so that effects are computed once."""

RUN_STYLE = w("rStyle")
_FONTS = w("rFonts")
_TOGGLES = {w("b"): "bold", w("i"): "italic", w("caps"): "caps", w("strike"): "strike", w("vanish"): "hidden"}
_TWICE = w("dstrike")
"""Struck through by two lines; no toggle."""
_KEPT = frozenset((*_TOGGLES, _TWICE, w("u"), w("sz"), w("color"), _FONTS, RUN_STYLE))
_OLD_FONTS = (".vn", "vni")
_NAMES = tuple((w(name), w(f"{name}Theme")) for name in ("ascii", "hAnsi"))


class Look(NamedTuple):
    """Effective formatting of a run; fields as in `papers.Run`, and whether it is hidden."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    size: float | None = None
    font: str | None = None
    colour: str | None = None
    caps: bool = False
    strike: bool = False
    hidden: bool = False
    odd: bool = False
    """The font draws other letters than the characters say: a symbol font or an old Vietnamese encoding."""


def written(properties: etree._Element) -> Written:
    """What a `w:rPr` sets, as far as anybody here needs it."""
    return tuple(
        [
            (child.tag, _font(child) if child.tag == _FONTS else child.get(VAL))
            for child in properties
            if child.tag in _KEPT
        ]
    )


def understood(written: Written, theme: Mapping[str, str]) -> Properties:
    """The same as values: points, font names with the theme's resolved, colours without `auto`."""
    found: Properties = {}
    for tag, value in written:
        if tag in _TOGGLES:
            found[_TOGGLES[tag]] = value not in OFF
        elif tag == _TWICE:
            found["strike"] = value not in OFF
        elif tag == w("u"):
            found["underline"] = value is not None and value not in OFF
        elif tag == w("sz"):
            found["size"] = _points(value)
        elif tag == w("color"):
            found["colour"] = None if value in (None, "auto") else str(value).upper()
        elif tag == _FONTS and value:
            found["font"] = theme.get(value, value)
    return found


def layered(defaults: Properties, styles: tuple[Properties, ...], direct: Properties) -> Look:
    """The look that results from all layers, styles given weakest first."""
    merged: Properties = dict(defaults)
    for style in styles:
        merged.update(style)
    for toggle in _TOGGLES.values():
        on = sum(bool(style.get(toggle)) for style in styles) % 2 == 1
        merged[toggle] = on or bool(defaults.get(toggle))
    merged.update(direct)
    merged["odd"] = _is_odd(merged.get("font"))
    return Look(**merged)  # type: ignore[arg-type]


def _is_odd(font: Value) -> bool:
    return isinstance(font, str) and (is_symbolic(font) or font.lower().startswith(_OLD_FONTS))


def _font(fonts: etree._Element) -> str | None:
    for plain, theme in _NAMES:
        name = fonts.get(theme) or fonts.get(plain)
        if name:
            return name
    return None


def _points(half_points: str | None) -> float | None:
    try:
        return float(half_points or "") / 2
    except ValueError:
        return None
