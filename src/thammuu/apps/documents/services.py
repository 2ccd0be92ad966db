"""Receiving a document."""

from __future__ import annotations

from uuid import UUID

from thammuu.apps.documents import policies
from thammuu.apps.documents.models import Document
from thammuu.apps.documents.queries import visible_document
from thammuu.apps.documents.reading import JOB
from thammuu.apps.documents.refusals import SameFile
from thammuu.apps.files.services import Kept, add_row, keep
from thammuu.apps.files.uploads import Upload
from thammuu.apps.jobs.services import enqueue
from thammuu.apps.journal.receipts import once
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotAllowed


def receive_document(actor: Actor, upload: Upload, *, key: UUID, only_new: bool = False) -> UUID:
    """Keep the file as it came and ask for its reading; the document's uuid. Raises Malformed for a file not taken.

    With `only_new` a file that the agency holds already raises SameFile.
    """
    check_may_receive(actor)
    return _receive(actor, keep(upload), key, only_new=only_new)


def receive_again(actor: Actor, document: UUID, reason: str, *, key: UUID) -> UUID:
    """Take a file that is already held as a document of its own, on purpose; the new document's uuid."""
    file = visible_document(actor, document).file
    check_may_receive(actor)
    kept = Kept(file.name, file.media_type, file.size, file.sha256)
    return _receive(actor, kept, key, only_new=False, reason=reason)


def _receive(actor: Actor, kept: Kept, key: UUID, *, only_new: bool, reason: str = "") -> UUID:
    def act() -> UUID:
        if only_new and (earlier := _earlier(actor, kept)):
            raise SameFile(earlier)
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
            data={"file": file.uuid, "name": file.name, "sha256": file.sha256, "size": file.size}
            | ({"again": reason} if reason else {}),
        )
        return document.uuid

    return once(actor.uuid, key, "document.received", (kept, reason) if reason else kept, act)


def _earlier(actor: Actor, kept: Kept) -> tuple[UUID, ...]:
    """Documents of the agency with the same bytes, the newest first."""
    same = policies.visible_documents(actor).filter(file__sha256=kept.sha256)
    return tuple(same.order_by("-pk").values_list("uuid", flat=True))


def check_may_receive(actor: Actor) -> None:
    """Raises NotAllowed when the actor may not bring documents; for the form as well."""
    if not policies.may_receive(actor):
        raise NotAllowed("đưa văn bản vào hệ thống", "chuyên viên, văn thư hoặc trưởng đơn vị")
