"""Who may see and bring documents."""

from __future__ import annotations

from django.db.models import QuerySet

from thammuu.apps.documents.models import Document
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role

READERS = (Role.DRAFTER, Role.CLERK, Role.HEAD_OF_UNIT, Role.LEADER)
"""Roles that see contents; looking after the system gives no such right."""
BRINGERS = (Role.DRAFTER, Role.CLERK, Role.HEAD_OF_UNIT)


def visible_documents(actor: Actor) -> QuerySet[Document]:
    """Documents of the actor's own agency, for those who see contents; nothing else."""
    if not actor.holds(*READERS):
        return Document.objects.none()
    return Document.objects.filter(agency_id=actor.agency_id)


def may_receive(actor: Actor) -> bool:
    """May bring a document into the agency."""
    return actor.holds(*BRINGERS)


def may_confirm(actor: Actor) -> bool:
    """May say what a value of a reading is."""
    return actor.holds(*BRINGERS)
