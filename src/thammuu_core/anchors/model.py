"""Frozen values: the version that was sent, a place in it that outlives it, and where that place is now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thammuu_core.papers import BODY


@dataclass(frozen=True, slots=True)
class Anchor:
    """Exact words of one version: enough to find them again when the offsets have gone."""

    version: str
    """SHA-256 of the file of that version."""
    start: int
    end: int
    path: str
    """The provision as a reader says it: "Điều 5.2", "II.3"; empty outside the provisions."""
    exact: str
    prefix: str = ""
    suffix: str = ""
    """Up to forty characters on either side."""
    paragraph: str = ""
    """Hash of the canonical text of the paragraph in which it begins."""
    story: str = BODY


class Fate(StrEnum):
    """What became of an anchored place in a later version."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    """The place is there, the words are others."""
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where an anchor is in a later version; without offsets when it is gone."""

    fate: Fate
    start: int | None = None
    end: int | None = None
    by: str = "map"
    """`map` or `quote`: which of the two found it."""
