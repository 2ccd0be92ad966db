"""Frozen values: passages of running words, and the items that become opinions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the letter's body, its label taken off, with the headings that it stands under."""

    text: str
    context: tuple[str, ...] = ()
    """Outermost first, as written."""
    page: int | None = None
    confidence: float | None = None
    """Of recognised words, 0 to 1."""
    struck: tuple[tuple[int, int], ...] = ()
    """Stretches of `text` that are to go."""
    follows: bool = False
    """It goes on with the item of the passage before it."""
    lead: str = ""
    """The label as typed, with the blanks after it."""
    form: bool = False
    """A heading with something under it, a stamp."""
    over_rows: bool = False
    """Rows of a table stand right under it."""


class Role(StrEnum):
    """What a sentence, or an item of several, is for."""

    FORM = "form"
    STANCE = "stance"
    """Of the whole draft."""
    REQUEST = "request"
    REMARK = "remark"
    """It asks for nothing: premise, reason, praise."""


@dataclass(frozen=True, slots=True)
class Item:
    """What becomes one opinion: a request with the sentences that lead to it and give its reasons."""

    role: Role
    text: str
    """Verbatim, premise to reason."""
    request: str
    """The sentence that asks, without words struck through; the whole text where none does."""
    context: tuple[str, ...] = ()
    """Headings, then the premise."""
    page: int | None = None
    confidence: float | None = None
    words: str = ""
    """The same as it stands in the letter, label included."""
