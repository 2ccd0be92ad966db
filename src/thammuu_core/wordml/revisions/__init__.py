"""Tracked changes and comments of a Word file, both views exact, every character accounted for."""

from __future__ import annotations

from thammuu_core.wordml.revisions.model import Hand, Ledger, Remark, Revised, RevisedStory, Token, TokenKind
from thammuu_core.wordml.revisions.reading import read_revised

__all__ = ["Hand", "Ledger", "Remark", "Revised", "RevisedStory", "Token", "TokenKind", "read_revised"]
