"""What every service of this app does: look at the words and days, keep the file, tell the journal."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from thammuu.apps.files.models import StoredFile
from thammuu.apps.files.services import Kept, add_row, keep
from thammuu.apps.files.uploads import Upload
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.records.refusals import WordsMissing


def said(text: str, what: str) -> str:
    """The text without blank ends. Raises WordsMissing with `what` it should have said."""
    if not (words := text.strip()):
        raise WordsMissing(what)
    return words


def kept(upload: Upload | None) -> Kept | None:
    """The file on disk, before the transaction."""
    return keep(upload, workbook=True) if upload else None


def file_row(actor: Actor, file: Kept | None, at: datetime) -> StoredFile | None:
    """Its row, inside the transaction."""
    return add_row(file, agency_id=actor.agency_id, officer_id=actor.id, at=at) if file else None


def journal(
    actor: Actor, act: str, subject: UUID, dossier: UUID, file: Kept | None = None, **data: object
) -> None:
    """The event of a record."""
    told = {"dossier": dossier, **data} | ({"sha256": file.sha256} if file else {})
    record(act, subject=subject, at=clock.now(), actor=actor.uuid, agency=actor.agency_uuid, data=told)
