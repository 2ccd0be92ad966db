"""How far a workbook spreads out, told from its XML before openpyxl builds a cell: it fills every place that a merged
area, a link or a remark covers, and five kilobytes may claim the sixteen thousand million places of a sheet.
"""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from xml.parsers import expat

from openpyxl.utils.cell import range_boundaries

from thammuu_core.intake.refusals import TooSpread
from thammuu_core.wordml import UNREADABLE

_WIDEST, _LONGEST = 16_384, 1_048_576
"""Of a sheet in Excel."""
_FILLED_OUT = ("mergeCell", "hyperlink", "comment")


@dataclass(frozen=True, slots=True)
class Extent:
    """The most of each that is read."""

    rows: int
    cells: int
    areas: int
    """Merged areas, links and remarks."""
    covered: int
    """Places under those."""
    strings: int
    """Different words; openpyxl reads them all before the first row."""


WHOLE = Extent(rows=20_000, cells=100_000, areas=5_000, covered=50_000, strings=150_000)
"""Of a list that is read cell by cell."""
HEAD = Extent(
    rows=_LONGEST, cells=2_000_000, areas=2_000_000, covered=2_000_000 * _WIDEST * _LONGEST, strings=300_000
)
"""Of a workbook that is only looked at in its head."""
_NAMES = {
    "rows": "số dòng",
    "cells": "số ô",
    "areas": "số vùng gộp",
    "covered": "vùng gộp",
    "strings": "số ô chữ",
}


def refuse_too_spread(data: bytes, most: Extent) -> None:
    """Raise TooSpread for a workbook beyond `most`. The gate for archives ran before.

    Every part is looked at whatever its name: a package may call a sheet as it likes.
    """
    counts = dict.fromkeys(_NAMES, 0)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            with suppress(*UNREADABLE):  # One damaged part: the reader tells of it.
                _count(archive.read(member), counts, most)


def _count(part: bytes, counts: dict[str, int], most: Extent) -> None:
    parser = expat.ParserCreate()
    in_row = 0

    def add(what: str, more: int = 1) -> None:
        counts[what] += more
        if counts[what] > getattr(most, what):
            raise TooSpread(_NAMES[what])

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal in_row
        name = tag.rpartition(":")[2]
        if name == "c":
            in_row += 1
            add("cells")
            if in_row > _WIDEST:
                raise TooSpread("số cột")
        elif name == "row":
            in_row = 0
            add("rows")
        elif name == "si":
            add("strings")
        elif name in _FILLED_OUT:
            add("areas")
            add("covered", _area(attributes.get("ref", "")))

    parser.StartElementHandler = begin
    with suppress(expat.ExpatError):  # Not well formed, or no XML at all.
        parser.Parse(part, True)


def _area(ref: str) -> int:
    """Places that "A5:CV10000" covers; whole columns ("A:C") reach to the end of the sheet. 0 for what is no area."""
    try:
        left, top, right, bottom = range_boundaries(ref)
    except (ValueError, TypeError):
        return 0
    return ((right or _WIDEST) - (left or 1) + 1) * ((bottom or _LONGEST) - (top or 1) + 1)
