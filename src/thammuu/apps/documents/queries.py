"""Reads of documents for screens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thammuu.apps.documents import policies
from thammuu.apps.documents.models import Document, Reading
from thammuu.apps.documents.reading import JOB
from thammuu.apps.jobs.queries import run_row
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotVisible


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """What the newest reading says, in short."""

    uuid: UUID
    kind: str
    symbol: str
    issued_on: date | None
    title: str
    steps: int
    problems: int
    read_at: datetime


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A document as received and how far its reading is."""

    uuid: UUID
    file_uuid: UUID
    file_name: str
    received_at: datetime
    received_by: str
    state: str
    """waiting, running, done, failed."""
    done: int
    total: int
    message: str
    reading: ReadingRow | None


def document_view(actor: Actor, uuid: UUID) -> DocumentView:
    """The document, if the actor may see it. Raises NotVisible."""
    document = visible_document(actor, uuid)
    reading = document.readings.order_by("pk").last()
    run = run_row(JOB, str(document.uuid))
    return DocumentView(
        uuid=document.uuid,
        file_uuid=document.file.uuid,
        file_name=document.file.name,
        received_at=document.received_at,
        received_by=document.received_by.full_name,
        state="done" if reading else run.state if run else "waiting",
        done=run.done if run else 0,
        total=run.total if run else 0,
        message=run.message if run and not reading else "",
        reading=_reading_row(reading) if reading else None,
    )


def may_bring(actor: Actor) -> bool:
    """Whether to offer bringing a document: no page shows a door that is shut."""
    return policies.may_receive(actor)


def visible_document(actor: Actor, uuid: UUID) -> Document:
    """The row, for services of this and higher apps. Raises NotVisible."""
    document = (
        policies.visible_documents(actor)
        .select_related("file", "received_by", "agency")
        .filter(uuid=uuid)
        .first()
    )
    if document is None:
        raise NotVisible
    return document


def _reading_row(reading: Reading) -> ReadingRow:
    return ReadingRow(
        uuid=reading.uuid,
        kind=reading.kind,
        symbol=reading.symbol,
        issued_on=reading.issued_on,
        title=reading.title,
        steps=len(reading.claim["steps"]),
        problems=len(reading.claim["problems"]),
        read_at=reading.read_at,
    )
