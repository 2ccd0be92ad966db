"""A provision: the unit of a document that people cite, answer and change."""

from __future__ import annotations

from thammuu_core.provisions.model import Attachment, Level, Outline, Place, Provision

__all__ = ["Attachment", "Level", "Outline", "Place", "Provision"]
