"""The job that reads a document: bytes → paper → reading → the stored claim."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from thammuu.apps.documents.derived import add_bands
from thammuu.apps.documents.indexing import index_document
from thammuu.apps.documents.models import Document, Reading
from thammuu.apps.files import contained, office, store
from thammuu.apps.files.erasing import erase
from thammuu.apps.files.reading_child import Claim, claim_of
from thammuu.apps.jobs.registry import Progress, job
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu_core import intake, plans
from thammuu_core.intake.refusals import StateSecret

JOB = "documents.read"


@job(JOB)
def read_document(progress: Progress, document: str) -> str:
    """Read the document unless it has been read; the uuid of its reading. Runs long for scans."""
    row = Document.objects.select_related("file", "agency").get(uuid=document)
    if (done := row.readings.order_by("pk").last()) is not None:
        return str(done.uuid)
    progress(0, 1)
    try:
        claim, words = read_bytes(store.get(row.file.sha256), row.file.name, progress)
    except StateSecret:
        withdraw_secret(row)
        raise
    return str(store_reading(row, claim, words).uuid)


@transaction.atomic
def withdraw_secret(document: Document) -> None:
    """Erase the contents of a scan that turned out to be a state secret; that it came and went stays on record."""
    record(
        "document.secret_withdrawn",
        subject=document.uuid,
        at=clock.now(),
        actor=None,
        agency=document.agency.uuid,
        data={"file": document.file.uuid},
    )
    # last: were it not on record, the job would be tried again without the file
    erase(document.file.sha256, at=clock.now())


def read_bytes(data: bytes, name: str, progress: Progress) -> tuple[Claim, dict[str, str]]:
    """The claim and words of a file; PDFs and pictures in a child, a scan through OCR where the machine has it.

    Raises Told for a file that is refused.
    """
    if intake.recognise(data, name) in (intake.Format.PDF, intake.Format.PICTURE):
        return contained.read(data, name, progress)
    return claim_of(plans.read(intake.read_paper(office.modern(data), name)))


@transaction.atomic
def store_reading(document: Document, claim: Claim, words: dict[str, str]) -> Reading:
    """Keep a claim beside its document; earlier readings stay."""
    issued = (claim.get("date") or {}).get("iso")
    at = clock.now()
    reading = Reading.objects.create(
        document=document,
        schema=claim["schema"],
        source_sha256=document.file.sha256,
        claim=claim,
        words=words,
        kind=(claim.get("kind") or {}).get("name") or "",
        symbol=_symbol(claim)[:100],
        issued_on=date.fromisoformat(issued) if issued else None,
        title=claim.get("title") or "",
        read_at=at,
    )
    add_bands(reading)
    index_document(reading)
    record(
        "document.read",
        subject=document.uuid,
        at=at,
        actor=None,
        agency=document.agency.uuid,
        data={"reading": reading.uuid, "source": reading.source_sha256, "schema": reading.schema},
    )
    return reading


def _symbol(claim: Claim) -> str:
    number = claim.get("number") or {}
    value, symbol = number.get("value"), number.get("symbol") or ""
    return f"{value}/{symbol}" if value and symbol and not symbol.startswith(f"{value}/") else symbol
