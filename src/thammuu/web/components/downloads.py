"""Files that are written when they are asked for, handed to a browser to save; stored ones go by `files.serving`."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

_OFFICE = "application/vnd.openxmlformats-officedocument"
WORKBOOK = f"{_OFFICE}.spreadsheetml.sheet"
WORD = f"{_OFFICE}.wordprocessingml.document"
PDF = "application/pdf"


def download(data: bytes, media: str, name: str) -> HttpResponse:
    """The file under this name; kept by no cache, because it says what is so now to the one who asked."""
    response = HttpResponse(data, content_type=media)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    response["Cache-Control"] = "private, no-store"
    return response
