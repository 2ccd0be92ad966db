"""Tracked changes and comments of a Word file, both views exact, every character accounted for.

`read_revised` is the door. `walking` and, within paragraphs, `inside` bring home `pieces`; `views` makes either text of
them, `tokens` lays the two side by side, `remarks` reads comments, `places` says where they belong, `survey` counts by
itself. What is read how: `docs/analysis/tracked-changes.md`.
"""

from __future__ import annotations

from thammuu_core.wordml.revisions.model import Hand, Ledger, Remark, Revised, RevisedStory, Token, TokenKind
from thammuu_core.wordml.revisions.reading import read_revised

__all__ = [
    "Hand",
    "Ledger",
    "Remark",
    "Revised",
    "RevisedStory",
    "Token",
    "TokenKind",
    "read_revised",
]
