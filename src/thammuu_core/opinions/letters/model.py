"""Frozen values: a reply letter as read."""

from __future__ import annotations

from dataclasses import dataclass, field

from thammuu_core.errors import Problem
from thammuu_core.opinions.model import Opinion, Reference, Stance, Unplaced


@dataclass(frozen=True, slots=True)
class Letter:
    """A reply letter. Each of its words is in the `text` of an opinion, in `unplaced` or in `form`."""

    agency: str = ""
    """As a sentence writes it: "Sở Tài chính"; empty when the letter does not say who writes."""
    reference: Reference = field(default_factory=Reference)
    stance: Stance = Stance.UNKNOWN
    opinions: tuple[Opinion, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    form: tuple[str, ...] = ()
    """Header, addressees, opening, headings, closing, recipients, signature: line by line, verbatim."""
    kinds: tuple[str, ...] = ("letter",)
    """With `table` where it has one of opinions, `scan` where its words were recognised in pictures."""
    problems: tuple[Problem, ...] = ()
