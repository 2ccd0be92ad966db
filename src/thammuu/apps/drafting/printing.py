"""PDF of a version: set anew from its provisions where the file was written here."""

from __future__ import annotations

from thammuu.apps.drafting.refusals import NotPrinted
from thammuu_core import rendering


def printed(data: bytes) -> bytes:
    """The Word file as PDF. Raises NotPrinted where only Word can lay it out."""
    try:
        return rendering.to_pdf(rendering.read(data))
    except rendering.NotOurs as refusal:
        raise NotPrinted from refusal
