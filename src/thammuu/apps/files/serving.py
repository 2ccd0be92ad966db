"""Handing a stored file to a browser so that the browser only saves it."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from thammuu.apps.files import store
from thammuu.apps.files.models import StoredFile


def attachment(file: StoredFile) -> HttpResponse:
    """A download of the file, checked against its hash. Who may have it was decided by the query that found it."""
    response = HttpResponse(store.get(file.sha256), content_type=file.media_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=file.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
