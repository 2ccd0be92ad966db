"""Finding dossiers, steps and documents by words, among those that the one who asks may see."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from thammuu.apps.documents.indexing import DOCUMENT
from thammuu.apps.documents.policies import visible_documents
from thammuu.apps.dossiers import policies
from thammuu.apps.dossiers.indexing import DOSSIER, STEP
from thammuu.apps.dossiers.models import Step
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.search.queries import COUNTED, Found, count, find

KIND_WORDS = {DOSSIER: "Hồ sơ", STEP: "Bước, nhiệm vụ", DOCUMENT: "Văn bản"}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One thing found: what it is, what it is called, and where it leads."""

    kind: str
    kind_words: str
    title: str
    beside: str
    """The dossier of a step; the file of a document."""
    uuid: UUID
    dossier_uuid: UUID | None
    step_number: int | None


@dataclass(frozen=True, slots=True)
class FoundPage:
    """One page of what is found."""

    rows: tuple[FoundRow, ...]
    total: int
    at_least: bool
    """There are more than were counted."""
    page: int
    pages: int


def found(actor: Actor, typed: str, *, kind: str = "", page: int = 1, size: int = 20) -> FoundPage:
    """What answers `typed`, the newest first; an unknown kind asks for all kinds."""
    kinds = (kind,) if kind in KIND_WORDS else tuple(KIND_WORDS)
    if not actor.holds(*policies.READERS):
        return FoundPage((), 0, False, 1, 1)
    total = count(typed, actor.agency_id, kinds)
    pages = max(1, -(-total // size))
    page = min(max(page, 1), pages)
    entries = find(typed, actor.agency_id, kinds, start=(page - 1) * size, size=size)
    return FoundPage(tuple(_rows(actor, entries)), total, total >= COUNTED, page, pages)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the actor sees of a thing beside its title in the index."""

    beside: str
    dossier: UUID | None
    number: int | None = None


def _rows(actor: Actor, entries: tuple[Found, ...]) -> Iterator[FoundRow]:
    """Rows in the order found; what the actor may not see is left out, whatever the index says."""
    look = {DOSSIER: _dossiers, STEP: _steps, DOCUMENT: _documents}
    seen: dict[UUID, _Seen] = {}
    for kind in {entry.kind for entry in entries}:
        seen |= look[kind](actor, [entry.subject for entry in entries if entry.kind == kind])
    for entry in entries:
        if (thing := seen.get(entry.subject)) is not None:
            words = KIND_WORDS[entry.kind]
            yield FoundRow(
                entry.kind, words, entry.title, thing.beside, entry.subject, thing.dossier, thing.number
            )


def _dossiers(actor: Actor, uuids: list[UUID]) -> dict[UUID, _Seen]:
    rows = policies.visible_dossiers(actor).filter(uuid__in=uuids)
    return {row.uuid: _Seen(row.outcome_title, row.uuid) for row in rows}


def _steps(actor: Actor, uuids: list[UUID]) -> dict[UUID, _Seen]:
    steps = Step.objects.filter(dossier__in=policies.visible_dossiers(actor), uuid__in=uuids)
    return {
        step.uuid: _Seen(step.dossier.title, step.dossier.uuid, step.position)
        for step in steps.select_related("dossier")
    }


def _documents(actor: Actor, uuids: list[UUID]) -> dict[UUID, _Seen]:
    """Documents, with the newest dossier made from them."""
    made = policies.visible_dossiers(actor).filter(reading__document__uuid__in=uuids).order_by("pk")
    dossiers = dict(made.values_list("reading__document__uuid", "uuid"))
    documents = visible_documents(actor).filter(uuid__in=uuids).select_related("file")
    return {row.uuid: _Seen(row.file.name, dossiers.get(row.uuid)) for row in documents}
