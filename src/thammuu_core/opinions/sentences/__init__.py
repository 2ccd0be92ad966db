"""Sentences that ask for something, as proposals on provisions of the draft, held against the draft."""

from __future__ import annotations

from thammuu_core.opinions.sentences.model import Proposal
from thammuu_core.opinions.sentences.proposing import propose

__all__ = ["Proposal", "propose"]
