"""Every reply, whatever its shape, as opinions on the provisions of the version sent, consolidated with nothing lost."""

from __future__ import annotations

from thammuu_core.opinions.model import (
    Answer,
    Check,
    Clash,
    Confidence,
    Key,
    Marks,
    Merge,
    Operation,
    Opinion,
    Origin,
    Reference,
    Reply,
    Row,
    Source,
    Stance,
    Target,
    Unplaced,
)

__all__ = [
    "Answer", "Check", "Clash", "Confidence", "Key", "Marks", "Merge", "Operation", "Opinion", "Origin", "Reference",
    "Reply", "Row", "Source", "Stance", "Target", "Unplaced",
]  # fmt: skip
