"""Tracked changes and comments of a Word file, both views exact, every character accounted for."""

from __future__ import annotations

from thammuu_core.wordml.revisions.model import Hand, Ledger, Remark, Revised, RevisedStory, Token, TokenKind

__all__ = ["Hand", "Ledger", "Remark", "Revised", "RevisedStory", "Token", "TokenKind"]
