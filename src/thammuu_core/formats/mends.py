"""What would mend a breach of form: said by the rule that found it, done by `formats.repair`.

Only these properties are ever changed, and never a word.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from thammuu_core.formats.spots import Spot


@dataclass(frozen=True, slots=True)
class Letters:
    """Letters that must look otherwise; None: left as it is."""

    spots: tuple[Spot, ...]
    sizes: tuple[float, float] | None = None
    """Points; the nearest in between is taken."""
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    """True: shown as capitals; the letters typed stay."""
    centred: bool = False


class Setting(StrEnum):
    """How paragraphs of the text are to be set."""

    JUSTIFIED = "justified"
    INDENTED = "indented"
    """1.27 cm at the first line."""
    SPACED = "spaced"
    """6 pt above."""
    SINGLE = "single"
    """Lines as high as the letters need."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Paragraphs that must be set otherwise."""

    spots: tuple[Spot, ...]
    setting: Setting


@dataclass(frozen=True, slots=True)
class Margin:
    """A margin of upright pages; the nearest in between is taken."""

    side: str
    """top, bottom, left, right."""
    least: float
    most: float
    """Millimetres."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages of A4."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """Letters of this font become Times New Roman."""

    name: str


@dataclass(frozen=True, slots=True)
class Black:
    """Letters of this colour (RRGGBB) become black."""

    colour: str


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The page number in the middle, of 13 points, upright, not on the first page; a foot stays a foot."""


@dataclass(frozen=True, slots=True)
class TableHead:
    """The first row of the table that holds this spot comes again on each page."""

    spot: Spot


Mend: TypeAlias = Letters | Lines | Margin | Paper | Typeface | Black | PageNumber | TableHead
