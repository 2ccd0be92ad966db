"""What changed from one text to another: compared, mapped, and written as tracked changes."""

from __future__ import annotations

from thammuu_core.redlines.model import Comparison, Edit, PositionMap, Segment, applied

__all__ = ["Comparison", "Edit", "PositionMap", "Segment", "applied"]
