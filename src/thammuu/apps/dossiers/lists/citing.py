"""Dossiers whose plan mentions a document, among those that the one who asks may see."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from thammuu.apps.documents.indexing import DOCUMENT
from thammuu.apps.dossiers import policies
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.search.queries import subjects

_MOST = 50


@dataclass(frozen=True, slots=True)
class CitingRow:
    """A dossier and the document of it that mentions another."""

    dossier: UUID
    title: str
    document: UUID
    """Its plan as received."""


def dossiers_citing(actor: Actor, called: str) -> tuple[CitingRow, ...]:
    """The newest dossiers whose plan has these words together: a number and symbol, or the name of a law."""
    mentioning = subjects(f'"{called}"', actor.agency_id, DOCUMENT)
    seen = policies.visible_dossiers(actor).filter(reading__document__uuid__in=mentioning)
    rows = seen.order_by("-opened_at").values_list("uuid", "title", "reading__document__uuid")[:_MOST]
    return tuple(CitingRow(*row) for row in rows)
