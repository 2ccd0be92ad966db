"""What forms offer to choose from: rows of the registers by uuid, with the words under which they are chosen."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Agency, AgencyName, Officer, Unit
from thammuu.apps.organisations.units import check_may_administer


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose, of whatever kind."""

    uuid: UUID
    words: str


def unit_choices(actor: Actor, *, but: UUID | None = None) -> tuple[Choice, ...]:
    """The units of the own agency there today, by name."""
    there = Unit.objects.on(clock.today()).filter(agency_id=actor.agency_id).order_by("name", "pk")
    return tuple(Choice(unit.uuid, unit.name) for unit in there if unit.uuid != but)


def agency_choices(actor: Actor) -> tuple[Choice, ...]:
    """The agencies of the register there today, by name, for administrators. Raises NotVisible."""
    check_may_administer(actor)
    today = clock.today()
    names = AgencyName.objects.on(today).filter(agency__in=Agency.objects.on(today))
    found = names.order_by("folded", "pk").values_list("agency__uuid", "name")
    return tuple(Choice(uuid, name) for uuid, name in found)


def officer_choices(officers: QuerySet[Officer]) -> tuple[Choice, ...]:
    """These officers; two of one name are told apart by their user names."""
    rows = list(officers.select_related("user"))
    names = [row.full_name for row in rows]
    return tuple(
        Choice(
            row.uuid,
            f"{row.full_name} ({row.user.username})"
            if names.count(row.full_name) > 1 and row.user
            else row.full_name,
        )
        for row in rows
    )
