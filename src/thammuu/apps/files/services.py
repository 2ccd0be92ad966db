"""Keeping a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from thammuu.apps.files import gate, store
from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.uploads import Upload


@dataclass(frozen=True, slots=True)
class Kept:
    """A content that is safely on disk and waits for its row."""

    name: str
    media_type: str
    size: int
    sha256: str


def keep(upload: Upload, *, workbook: bool = False) -> Kept:
    """Check the upload and put its bytes on disk. Slow; call it before the transaction, never inside.

    A content without a row is an orphan that nobody sees; a row without its content cannot come to be.
    `workbook`: Excel files are taken too.
    """
    media, name = gate.admit(upload, workbook=workbook)
    return Kept(name, media, len(upload.data), store.put(upload.data))


def add_row(kept: Kept, *, agency_id: int, officer_id: int, at: datetime) -> StoredFile:
    """The row that names the content, inside the transaction of the act that brought the file."""
    return StoredFile.objects.create(
        agency_id=agency_id,
        name=kept.name,
        media_type=kept.media_type,
        size=kept.size,
        sha256=kept.sha256,
        stored_by_id=officer_id,
        stored_at=at,
    )
