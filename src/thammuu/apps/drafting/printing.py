"""PDF of a version: set anew from its provisions where the file was written here, else as LibreOffice lays it out."""

from __future__ import annotations

from thammuu.apps.drafting.refusals import NotPrinted
from thammuu.apps.files import office
from thammuu_core import rendering


def printed(data: bytes) -> bytes:
    """The Word file as PDF. Raises NotPrinted for one written elsewhere that nothing here can lay out."""
    try:
        return rendering.to_pdf(rendering.read(data))
    except rendering.NotOurs:
        pass
    try:
        return office.pdf(data)
    except (office.OfficeMissing, office.OfficeFailed) as refusal:
        raise NotPrinted from refusal
