"""Who may see a dossier and do what to it. Pure: an actor and the facts of a row in, yes or no out.

| | sees | opens | starts and finishes | decides doubts |
|---|---|---|---|---|
| drafter of the dossier | x | x | every step | x |
| drafter of a lead unit | x | x | that unit's steps | |
| head of the dossier's unit | x | x | every step | x |
| head of a lead unit | x | x | that unit's steps | |
| leader of the agency | x | | | x |
| clerk, other officers of the agency | x | drafters, heads | | |
| administrator | | | | |
| anyone of another agency | | | | |
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role

READERS = (Role.DRAFTER, Role.CLERK, Role.HEAD_OF_UNIT, Role.LEADER)
"""Roles that see contents; looking after the system gives no such right."""


@dataclass(frozen=True, slots=True)
class Ownership:
    """Whose a dossier is: all that a policy needs to know of it."""

    agency_id: int
    unit_id: int | None
    drafter_id: int

    @classmethod
    def of(cls, dossier: Dossier) -> Ownership:
        """The ownership of a row."""
        return cls(dossier.agency_id, dossier.unit_id, dossier.drafter_id)


def may_view(actor: Actor, owned: Ownership) -> bool:
    """Sees the dossier and all that is in it."""
    return actor.agency_id == owned.agency_id and actor.holds(*READERS)


def visible_dossiers(actor: Actor) -> QuerySet[Dossier]:
    """The same rule as `may_view`, for many rows at once."""
    if not actor.holds(*READERS):
        return Dossier.objects.none()
    return Dossier.objects.filter(agency_id=actor.agency_id)


def may_open(actor: Actor) -> bool:
    """May make a dossier from a plan of the own agency."""
    return actor.holds(Role.DRAFTER, Role.HEAD_OF_UNIT)


def may_record(actor: Actor, owned: Ownership, lead_unit_ids: frozenset[int]) -> bool:
    """May record that a step with these lead units was started or finished."""
    if not may_view(actor, owned):
        return False
    if actor.id == owned.drafter_id or (actor.holds(Role.HEAD_OF_UNIT) and owned.unit_id in actor.unit_ids):
        return True
    return actor.holds(Role.DRAFTER, Role.HEAD_OF_UNIT) and not lead_unit_ids.isdisjoint(actor.unit_ids)


def may_decide(actor: Actor, owned: Ownership) -> bool:
    """May say what a doubt amounts to."""
    if not may_view(actor, owned):
        return False
    heads = actor.holds(Role.HEAD_OF_UNIT) and owned.unit_id in actor.unit_ids
    return actor.id == owned.drafter_id or heads or actor.holds(Role.LEADER)
