"""Receiving a document."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.documents import policies
from thammuu.apps.documents.models import Document
from thammuu.apps.documents.reading import JOB
from thammuu.apps.files.services import add_row, keep
from thammuu.apps.files.uploads import Upload
from thammuu.apps.jobs.services import enqueue
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed


def receive_document(actor: Actor, upload: Upload, *, key: UUID) -> UUID:
    """Keep the file as it came and ask for its reading; the document's uuid. Raises Malformed for a file not taken."""
    check_may_receive(actor)
    kept = keep(upload)

    def act() -> UUID:
        at = clock.now()
        file = add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=at)
        document = Document.objects.create(
            agency_id=actor.agency_id, file=file, received_by_id=actor.id, received_at=at
        )
        enqueue(JOB, str(document.uuid), {"document": str(document.uuid)})
        record(
            "document.received",
            subject=document.uuid,
            at=at,
            actor=actor.uuid,
            agency=actor.agency_uuid,
            data={"file": file.uuid, "name": file.name, "sha256": file.sha256, "size": file.size},
        )
        return document.uuid

    return once(actor.uuid, key, "document.received", kept, act)


def check_may_receive(actor: Actor) -> None:
    """Raises NotAllowed when the actor may not bring documents; for the form as well."""
    if not policies.may_receive(actor):
        raise NotAllowed("đưa văn bản vào hệ thống", "chuyên viên, văn thư hoặc trưởng đơn vị")
