"""What changed from one text to another: compared, mapped, and written as tracked changes."""

from __future__ import annotations

from thammuu_core.redlines.canon import canonical
from thammuu_core.redlines.comparing import compare
from thammuu_core.redlines.conserving import holds
from thammuu_core.redlines.model import Comparison, Edit, PositionMap, Segment, applied
from thammuu_core.redlines.normal_form import normal
from thammuu_core.redlines.renumbering import renumbers
from thammuu_core.redlines.summary import Summary, summary
from thammuu_core.redlines.tracked import TrackedEdit, tracked

__all__ = [
    "Comparison",
    "Edit",
    "PositionMap",
    "Segment",
    "Summary",
    "TrackedEdit",
    "applied",
    "canonical",
    "compare",
    "holds",
    "normal",
    "renumbers",
    "summary",
    "tracked",
]
