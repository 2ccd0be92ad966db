"""What a plan says: its formal elements, its steps with times and owners, and what in it is doubtful."""

from __future__ import annotations

from thammuu_core.plans.reading import read

__all__ = ["read"]
