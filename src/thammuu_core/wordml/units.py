"""Lengths as Word files write them, in millimetres or points; what cannot be understood is None.

Source: ECMA-376 part 1, 22.9.2.14 and 22.9.2.15: a number alone counts twentieths of a point, or comes with its unit.
"""

from __future__ import annotations

import re

_LENGTH = re.compile(r"\s*(-?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))(mm|cm|in|pt|pc|pi|px)?\s*")
_POINTS = {"mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0, "px": 0.75}
_EMU = 36_000


def points(written: str | None, unit: str | None = None) -> float | None:
    """A length in points; `unit` is that of a bare number, twentieths of a point when not given."""
    match = _LENGTH.fullmatch(written or "")
    if match is None:
        return None
    factor = _POINTS.get(match[2] or unit or "", 1 / 20)
    return round(float(match[1]) * factor, 2)


def millimetres(written: str | None, unit: str | None = None) -> float | None:
    """The same in millimetres."""
    found = points(written, unit)
    return None if found is None else as_millimetres(found)


def as_millimetres(points: float) -> float:
    """Points as millimetres."""
    return round(points * 25.4 / 72, 2)


def of_drawing(written: str | None) -> float | None:
    """A length of a drawing, counted in English Metric Units, in millimetres."""
    match = re.fullmatch(r"\s*(-?\d{1,15})\s*", written or "")
    return None if match is None else round(int(match[1]) / _EMU, 2)
