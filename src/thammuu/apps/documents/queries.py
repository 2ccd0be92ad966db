"""Reads of documents for screens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thammuu.apps.documents import policies, register
from thammuu.apps.documents.held import OWNERS, Confirmed, HeldReading, Json, Value, held_reading
from thammuu.apps.documents.models import Document, Reading
from thammuu.apps.documents.reading import JOB
from thammuu.apps.documents.register import Entry, Register
from thammuu.apps.jobs.queries import run_row
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import match_owners
from thammuu.apps.organisations.refusals import NotVisible
from thammuu_core.text.likeness import likeness, runs

_LIKELY_THE_SAME = 0.8
"""Share of common runs of syllables from which two readings are taken for one text in two containers."""
_LOOKED_AT = 5


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


@dataclass(frozen=True, slots=True)
class ReadPage:
    """A reading as people confirm it: what holds of it beside the words it came from."""

    document: UUID
    reading: UUID
    held: HeldReading
    words: dict[str, str]
    """Text of each provision by its id, in the order of the document."""
    headings: frozenset[str]
    """Provisions with others under them."""
    may_confirm: bool
    foreign_issuer: str
    """Who issued it when that is not the actor's own agency; "" otherwise, or when nobody is named."""


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """A document of the agency, to be told from another."""

    uuid: UUID
    file_name: str
    title: str
    received_at: datetime
    received_by: str


def read_page(actor: Actor, document: UUID) -> ReadPage | None:
    """The newest reading of the document for the screen that confirms it; None while there is none. Raises NotVisible."""
    row = visible_document(actor, document)
    reading = row.readings.order_by("pk").last()
    if reading is None:
        return None
    now = held(reading)
    return ReadPage(
        document=document,
        reading=reading.uuid,
        held=now,
        words=reading.words,
        headings=frozenset(_headings(reading.claim)),
        may_confirm=policies.may_confirm(actor),
        foreign_issuer=foreign_issuer(actor.agency_id, now.header_value("issuer") or ""),
    )


def _headings(claim: Json) -> Iterator[str]:
    waiting = [*claim["outline"], *(node for part in claim["attachments"] for node in part["outline"])]
    while waiting:
        node = waiting.pop()
        waiting.extend(node["children"])
        if node["children"]:
            yield node["id"]


def register_of(actor: Actor) -> Register:
    """What may be chosen as an owner by this actor."""
    return register.register(actor.agency_id)


def owner_suggestions(actor: Actor, names: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
    """What each name as written may mean in the register of the actor's agency."""
    return register.suggestions(actor.agency_id, names)


def owners_shown(actor: Actor, values: Iterable[Value]) -> dict[str, list[Json]]:
    """Owners of each path as they would be confirmed: those a person chose as chosen, the others as matched today."""
    values = [value for value in values if value.field in OWNERS]
    read = [value for value in values if not value.confirmed]
    chosen = {value.path: value.value or [] for value in values if value.confirmed}
    return chosen | register.owners_as_matched(actor.agency_id, read)


def held(reading: Reading) -> HeldReading:
    """The claim with everything people confirmed of it."""
    said = reading.confirmed.order_by("pk").values_list("path", "value", "by__full_name", "at")
    return held_reading(reading.claim, reading.symbol, reading.words, (Confirmed(*one) for one in said))


def visible_reading(actor: Actor, uuid: UUID) -> Reading:
    """The row, for services. Raises NotVisible."""
    visible = Reading.objects.filter(document__in=policies.visible_documents(actor))
    reading = visible.select_related("document").filter(uuid=uuid).first()
    if reading is None:
        raise NotVisible
    return reading


def foreign_issuer(agency_id: int, issuer: str) -> str:
    """The issuer as written when its name is not the agency's own."""
    if not issuer:
        return ""
    (match,) = match_owners(agency_id, (issuer,), clock.today())
    own = match.agency_id == agency_id or match.unit_id is not None
    return "" if own else issuer


def likely_same(actor: Actor, document: UUID) -> tuple[ReceivedRow, ...]:
    """Earlier documents of the agency with nearly the same words: one text in two containers. Raises NotVisible.

    They share a name of their texts and, looked at closely, nearly all runs of words.
    """
    reading = visible_document(actor, document).readings.order_by("pk").last()
    if reading is None:
        return ()
    names = list(reading.bands.values_list("name", flat=True))
    shared = Reading.objects.filter(bands__name__in=names, document__in=policies.visible_documents(actor))
    ids = shared.filter(pk__lt=reading.pk).exclude(document=reading.document).values_list("pk", flat=True)
    near = Reading.objects.filter(pk__in=sorted(set(ids), reverse=True)[:_LOOKED_AT]).order_by("-pk")
    said = runs(reading.words.values())
    return tuple(
        _received_row(other.document)
        for other in near.defer("claim").select_related("document__file", "document__received_by")
        if likeness(said, runs(other.words.values())) >= _LIKELY_THE_SAME
    )


def _received_row(document: Document) -> ReceivedRow:
    reading = document.readings.order_by("pk").last()
    return ReceivedRow(
        uuid=document.uuid,
        file_name=document.file.name,
        title=reading.title if reading else "",
        received_at=document.received_at,
        received_by=document.received_by.full_name,
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
