"""Frozen values of the grammar: a sentence as it is read, what it refers to, and what it proposes."""

from __future__ import annotations

from dataclasses import dataclass

from thammuu_core.opinions.model import Operation, Target

Span = tuple[int, int]
"""Offsets [start, end) into the sentence."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks; `inner` is without the marks."""

    start: int
    end: int
    inner: Span


@dataclass(frozen=True, slots=True)
class Beginning:
    """A place named by its first words: `start` is that of "bắt đầu bằng", `inner` are the words."""

    start: int
    end: int
    inner: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """One sentence in views of one length, so that an offset in one is an offset in all."""

    text: str
    """As the agency wrote it."""
    small: str
    """Small letters, one kind of dash, blank and quote, one tone placement; marks kept."""
    folded: str
    """Without marks as well."""
    clear: str
    """`small` with quoted words and other instruments hidden, so that nothing in them is taken for grammar."""
    masked: str
    """`folded`, with the same hidden."""
    quotes: tuple[Quote, ...]
    others: tuple[Span, ...]
    """Documents other than the draft, with the provisions of theirs that are cited."""
    beginnings: tuple[Beginning, ...] = ()
    """Places named by their first words, which are no quotations."""

    @property
    def bare(self) -> bool:
        """Typed without marks, at least where it asks."""
        return self.small.isascii() or "de nghi" in self.small


@dataclass(frozen=True, slots=True)
class Step:
    """One level of a path: ("khoan", "2"); a label is as written, without its mark."""

    noun: str
    label: str


Path = tuple[Step, ...]
"""The outermost step first; empty for a place that is named without a label."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One mention of places in the draft."""

    start: int
    end: int
    paths: tuple[Path, ...]
    relative: bool = False
    """ "khoản này", "nội dung này": what the context names."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One thing that a sentence asks for, at one place."""

    operation: Operation
    target: Target | None
    """None where the place is not in the version; `reason` then says why."""
    old: str = ""
    """Of the version: the words to be replaced or deleted, or beside which something is put in."""
    new: str = ""
    """Of the sentence."""
    reason: str = ""
    """Vietnamese, for the person who must place it."""
