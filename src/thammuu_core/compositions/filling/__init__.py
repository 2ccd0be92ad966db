"""An agency's own Word file with {{placeholders}}, filled; all of it that is no placeholder stays as it was, byte for byte."""

from __future__ import annotations

from thammuu_core.compositions.filling.files import Filled, fill, placeholders_of
from thammuu_core.compositions.filling.offers import Offer, offers
from thammuu_core.compositions.filling.refusals import (
    BrokenPlaceholder,
    HoldsObject,
    LinksOut,
    UnknownPlaceholder,
)
from thammuu_core.compositions.filling.tree import Placeholder

__all__ = [
    "BrokenPlaceholder",
    "Filled",
    "HoldsObject",
    "LinksOut",
    "Offer",
    "Placeholder",
    "UnknownPlaceholder",
    "fill",
    "offers",
    "placeholders_of",
]
