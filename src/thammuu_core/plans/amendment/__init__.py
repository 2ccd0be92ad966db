"""Two versions of one plan side by side: which steps are the same duty, and what of them changed."""

from __future__ import annotations

from thammuu_core.plans.amendment.changes import Change, Field, changes
from thammuu_core.plans.amendment.pairing import pairs

__all__ = ["Change", "Field", "changes", "pairs"]
