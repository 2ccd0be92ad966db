"""Who may see a dossier and do what to it. Pure: an actor and the facts of a row in, yes or no out.

| | sees | opens | records, hands over, splits, asks for more time | corrects, adds, closes | decides doubts | decides more time |
|---|---|---|---|---|---|---|
| drafter of the dossier | x | x | every step | x | x | with the paper |
| head of the dossier's unit | x | x | every step | x | x | with the paper |
| drafter or head of a lead unit | x | x | that unit's steps | | | with the paper, of these |
| officer who holds a step | x | by role | the steps held | | | with the paper, of these |
| drafter or head of a unit that holds a step | x | x | the steps held | | | with the paper, of these |
| leader of the agency | x | | | | x | x |
| clerk, other officers of the agency | x | drafters, heads | | | | |
| administrator | | | | | | |
| anyone of another agency | | | | | | |

Whoever stands in for an absent officer may do what that one may, as far as it passes to a substitute
(`Actor.capacities`).
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from thammuu.apps.dossiers.models import Dossier, Step
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role

READERS = (Role.DRAFTER, Role.CLERK, Role.HEAD_OF_UNIT, Role.LEADER)
"""Roles that see contents; looking after the system gives no such right."""
WORKERS = (Role.DRAFTER, Role.HEAD_OF_UNIT)
"""Roles that carry out steps and open dossiers."""


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


@dataclass(frozen=True, slots=True)
class Tenure:
    """Whose a step is: the dossier's owners, the units that lead it, who has it now."""

    dossier: Ownership
    lead_unit_ids: frozenset[int] = frozenset()
    holder_unit_id: int | None = None
    holder_officer_id: int | None = None

    @classmethod
    def of(cls, step: Step) -> Tenure:
        """The tenure of a row with its dossier and owners."""
        return cls(
            Ownership.of(step.dossier), step.lead_unit_ids, step.holder_unit_id, step.holder_officer_id
        )


def may_read(actor: Actor) -> bool:
    """Sees contents of the own agency at all."""
    return actor.holds(*READERS)


def may_view(actor: Actor, owned: Ownership) -> bool:
    """Sees the dossier and all that is in it."""
    return actor.agency_id == owned.agency_id and may_read(actor)


def visible_dossiers(actor: Actor) -> QuerySet[Dossier]:
    """The same rule as `may_view`, for many rows at once."""
    if not may_read(actor):
        return Dossier.objects.none()
    return Dossier.objects.filter(agency_id=actor.agency_id)


def may_open(actor: Actor) -> bool:
    """May make a dossier from a plan or an assignment of the own agency."""
    return actor.holds(*WORKERS)


def may_manage(actor: Actor, owned: Ownership) -> bool:
    """May change what the dossier says: correct and add steps, hand it over, close it."""
    return may_view(actor, owned) and any(_manages(one, owned) for one in actor.capacities)


def may_record(actor: Actor, tenure: Tenure) -> bool:
    """May record what happened to the step, hand it over, split it, ask for more time."""
    if not may_view(actor, tenure.dossier):
        return False
    return any(_manages(one, tenure.dossier) or _works_on(one, tenure) for one in actor.capacities)


def may_grant(actor: Actor, owned: Ownership) -> bool:
    """May decide on more time in person, without a paper behind it."""
    return may_view(actor, owned) and any(one.holds(Role.LEADER) for one in actor.capacities)


def may_decide(actor: Actor, owned: Ownership) -> bool:
    """May say what a doubt amounts to."""
    return may_manage(actor, owned) or may_grant(actor, owned)


def _manages(one: Actor, owned: Ownership) -> bool:
    heads = one.holds(Role.HEAD_OF_UNIT) and owned.unit_id in one.unit_ids
    return one.id == owned.drafter_id or heads


def _works_on(one: Actor, tenure: Tenure) -> bool:
    if one.id == tenure.holder_officer_id:
        return True
    units = tenure.lead_unit_ids | {tenure.holder_unit_id}
    return one.holds(*WORKERS) and not one.unit_ids.isdisjoint(units)
