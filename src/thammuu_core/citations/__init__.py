"""Citations of other documents in Vietnamese text: found, and judged against the document that cites them."""

from __future__ import annotations

from thammuu_core.citations.amendments import Amendment, Change, amendments
from thammuu_core.citations.finding import find
from thammuu_core.citations.model import Citation
from thammuu_core.citations.plausibility import Citing, problems
from thammuu_core.citations.references import InternalReference, references

__all__ = [
    "Amendment",
    "Change",
    "Citation",
    "Citing",
    "InternalReference",
    "amendments",
    "find",
    "problems",
    "references",
]
