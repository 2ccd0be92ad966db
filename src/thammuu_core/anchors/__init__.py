"""Places that outlive a version: anchored to exact words, found again in the next version by map first, quote second."""

from __future__ import annotations

from thammuu_core.anchors.anchoring import anchor
from thammuu_core.anchors.model import Anchor, Fate, Whereabouts
from thammuu_core.anchors.resolving import Carried, carried, carry, resolve
from thammuu_core.anchors.version import Version

__all__ = ["Anchor", "Carried", "Fate", "Version", "Whereabouts", "anchor", "carried", "carry", "resolve"]
