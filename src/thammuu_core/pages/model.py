"""What a page is before it is a paper: words and ruled lines with their places, whoever found them.

`pdf` takes them from a text PDF, `scans` from a picture that was recognised; `layout` makes the same paper of both.
Lengths are points (1/72 inch), y grows downwards from the top edge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Word:
    """One word where it stands."""

    text: str
    x0: float
    x1: float
    baseline: float
    size: float
    """Points; for recognised words an estimate by their height."""
    bold: bool = False
    italic: bool = False
    font: str | None = None
    colour: str | None = None
    """RRGGBB, None for black."""
    glued: bool = False
    """No space stands before it: the same word goes on in another look."""
    raised: bool = False
    """Set small above the line: the mark of a note."""
    confidence: float | None = None
    """0 to 1 when recognised by OCR."""

    @property
    def top(self) -> float:
        """About the top of capital letters with their marks."""
        return self.baseline - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """About the foot of descending letters."""
        return self.baseline + 0.22 * self.size


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn straight line: a border of a table, the stroke under a heading, the line above notes."""

    horizontal: bool
    at: float
    """y of a horizontal, x of a vertical rule."""
    start: float
    end: float

    @property
    def length(self) -> float:
        """From end to end."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, upright."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    recognised: bool = False


@dataclass(frozen=True, slots=True)
class PageImage:
    """The picture of one page to be recognised."""

    number: int
    """Page of the file, from 1."""
    total: int
    """How many pages of this file are to be recognised in all."""
    width: int
    height: int
    dpi: int
    grey: bytes
    """One byte a pixel, 0 black, row by row from the top."""


@dataclass(frozen=True, slots=True)
class RecognisedWord:
    """One word as OCR read it; the box is in pixels of the picture it was given."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    """0 to 1."""
    line: tuple[int, ...] = ()
    """Words of one line have the same."""


@dataclass(frozen=True, slots=True)
class RecognisedPage:
    """What OCR made of one picture; without words when nothing was read."""

    number: int
    words: tuple[RecognisedWord, ...] = ()
    turned: int = 0
    """Degrees clockwise by which the picture had to be turned to stand upright; boxes are of the turned picture."""
    failure: str | None = None
    """Why the page could not be recognised, in Vietnamese."""


Recognise: TypeAlias = Callable[[Iterable[PageImage]], Iterable[RecognisedPage]]
"""Pictures in, words out, in any order; pictures are drawn as they are asked for."""
