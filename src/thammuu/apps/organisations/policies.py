"""Who administers what. Pure: an actor and facts of a row in, yes or no out.

| | shared register of agencies | units, officers, positions, parameters, contacts of the own agency | absences | dossiers |
|---|---|---|---|---|
| administrator of the steward | sees, edits | sees, edits | of the own agency | |
| administrator of another agency | sees | sees, edits | of the own agency | |
| leader | | sees contacts | of the own agency | as `dossiers.policies` says |
| head of unit | | sees contacts | of the own unit, own | as `dossiers.policies` says |
| drafter, clerk | | sees contacts | own | as `dossiers.policies` says |
| anyone of another agency | | | | |

The steward is the agency that looks after the register all agencies share: the one with an administrator that stands
above every other with an administrator; where one agency only has an administrator, it. Where there is no such agency
the register is changed at the console.
"""

from __future__ import annotations

from collections.abc import Mapping

from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role


def may_administer(actor: Actor) -> bool:
    """Edits what belongs to the own agency."""
    return actor.holds(Role.ADMINISTRATOR)


def steward(administered: frozenset[int], parents: Mapping[int, int | None]) -> int | None:
    """The agency whose administrators edit the shared register; None when none stands above the others.

    `administered`: agencies that have an administrator today; `parents`: every agency with the one above it.
    """
    return next((one for one in sorted(administered) if _above_all(one, administered, parents)), None)


def may_plan_absence(actor: Actor, officer_id: int, unit_ids: frozenset[int]) -> bool:
    """Says that an officer of the own agency, with these units, is away and who stands in."""
    if officer_id == actor.id or actor.holds(Role.ADMINISTRATOR, Role.LEADER):
        return True
    return actor.holds(Role.HEAD_OF_UNIT) and not unit_ids.isdisjoint(actor.unit_ids)


def _above_all(one: int, administered: frozenset[int], parents: Mapping[int, int | None]) -> bool:
    return all(other == one or _above(one, other, parents) for other in administered)


def _above(one: int, other: int, parents: Mapping[int, int | None]) -> bool:
    seen: set[int] = set()
    here: int | None = parents.get(other)
    while here is not None and here not in seen:
        if here == one:
            return True
        seen.add(here)
        here = parents.get(here)
    return False
