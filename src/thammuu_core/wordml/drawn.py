"""Level lines that a document draws under its names: straight shapes of DrawingML and VML, and typed underscores.

Of content that is written twice for newer and older programs one branch is looked at. A sloping or upright line is none
of them, nor is a line inside a text box, which is met when that box is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from thammuu_core.wordml.inline import chosen
from thammuu_core.wordml.names import ALTERNATE, BOX, DEL, DRAWING, MOVE_FROM, w
from thammuu_core.wordml.units import as_millimetres, millimetres, of_drawing, points

_VML = "urn:schemas-microsoft-com:vml"
_GEOMETRY = f"{{{DRAWING}}}prstGeom"
_EXTENT, _TRANSFORM = f"{{{DRAWING}}}ext", f"{{{DRAWING}}}xfrm"
_STRAIGHT = frozenset(("line", "straightConnector1"))
_NOT_SHOWN = frozenset((BOX, DEL, MOVE_FROM))
_HOLDERS = (w("drawing"), w("pict"), w("object"))
_CONNECTOR = "_x0000_t32"
_STYLE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*([^;]+)")
_THIN = 2.0
"""Millimetres that a level line may rise or fall: drawn by hand it seldom lies quite level."""
_SHORTEST = 3.0
_TYPED = re.compile(r"\s*([_\-–—])\1{2,}\s*")
_EM = {"_": 0.5, "-": 1 / 3, "–": 0.5, "—": 1.0}
"""Widths of the letters in Times New Roman, in parts of the size."""


def drawn_line(paragraph: etree._Element) -> float | None:
    """Length in millimetres of the longest level line anchored in a paragraph."""
    if next(paragraph.iter(*_HOLDERS), None) is None:
        return None
    lengths = [length for shape in _shapes(paragraph) if (length := _length(shape)) is not None]
    return max(lengths, default=None)


def typed_line(text: str, size: float | None) -> float | None:
    """Length in millimetres of a paragraph that holds nothing but underscores or dashes."""
    match = _TYPED.fullmatch(text)
    if match is None or size is None:
        return None
    return as_millimetres(len(text.strip()) * _EM[match[1]] * size)


def _shapes(parent: etree._Element) -> Iterator[etree._Element]:
    for child in chosen(parent) if parent.tag == ALTERNATE else parent:
        if child.tag == _GEOMETRY or str(child.tag).startswith(f"{{{_VML}}}"):
            yield child
        if child.tag not in _NOT_SHOWN:
            yield from _shapes(child)


def _length(shape: etree._Element) -> float | None:
    sides = _of_geometry(shape) if shape.tag == _GEOMETRY else _of_vml(shape)
    if sides is None:
        return None
    width, height = sides
    return round(width, 1) if width >= _SHORTEST and height <= min(_THIN, width / 5) else None


def _of_geometry(shape: etree._Element) -> tuple[float, float] | None:
    properties = shape.getparent()
    if shape.get("prst") not in _STRAIGHT or properties is None:
        return None
    extent = properties.find(f"{_TRANSFORM}/{_EXTENT}")
    if extent is None:
        return None
    width, height = of_drawing(extent.get("cx")), of_drawing(extent.get("cy"))
    return None if width is None or height is None else (width, abs(height))


def _of_vml(shape: etree._Element) -> tuple[float, float] | None:
    name = etree.QName(shape).localname
    if name == "line":
        return _between(shape.get("from"), shape.get("to"))
    if name == "shape" and (shape.get("type") or "").endswith(_CONNECTOR):
        sides = {
            side: millimetres(length.strip(), "px")
            for side, length in _STYLE.findall(shape.get("style") or "")
        }
        width, height = sides.get("width"), sides.get("height")
        return None if width is None else (width, abs(height or 0.0))
    return None


def _between(start: str | None, end: str | None) -> tuple[float, float] | None:
    corners = [points(part.strip(), "px") for corner in (start, end) for part in (corner or "").split(",")]
    if len(corners) != 4 or None in corners:
        return None
    x, y, to_x, to_y = (as_millimetres(corner or 0.0) for corner in corners)
    return abs(to_x - x), abs(to_y - y)
