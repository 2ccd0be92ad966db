"""The job that reads a document: bytes → paper → reading → the stored claim."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from django.db import transaction

from thammuu.apps.documents.derived import add_bands
from thammuu.apps.documents.models import Document, Reading
from thammuu.apps.files import ocr, store
from thammuu.apps.files.erasing import erase
from thammuu.apps.jobs.registry import Progress, job
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu_core import exchange, intake, plans
from thammuu_core.intake.refusals import StateSecret
from thammuu_core.plans.model import Reading as ReadPlan

JOB = "documents.read"
Claim = dict[str, Any]


@job(JOB)
def read_document(progress: Progress, document: str) -> str:
    """Read the document unless it has been read; the uuid of its reading. Runs long for scans."""
    row = Document.objects.select_related("file", "agency").get(uuid=document)
    if (done := row.readings.order_by("pk").last()) is not None:
        return str(done.uuid)
    progress(0, 1)
    try:
        read = read_bytes(store.get(row.file.sha256), row.file.name, progress)
    except StateSecret:
        withdraw_secret(row)
        raise
    return str(store_reading(row, *claim_of(read)).uuid)


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


def read_bytes(data: bytes, name: str, progress: Progress) -> ReadPlan:
    """The file as read; a scan through OCR where the machine has it. Raises Told for a file that is refused."""
    return plans.read(intake.read_paper(data, name, ocr=ocr.recogniser(progress)))


def claim_of(reading: ReadPlan) -> tuple[Claim, dict[str, str]]:
    """The claim of `thammuu/reading/1` as plain JSON values, and the words of each provision by its id."""
    words = {provision.id: provision.text for provision in reading.outline.walk()}
    return json.loads(json.dumps(exchange.reading_to_dict(reading))), words


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
        symbol=_symbol(claim),
        issued_on=date.fromisoformat(issued) if issued else None,
        title=claim.get("title") or "",
        read_at=at,
    )
    add_bands(reading)
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
