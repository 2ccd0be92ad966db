"""What has become of bodies: agencies that were merged or split, units that were renamed, merged or ended.

Legal background: NQ 202/2025/QH15 (34 provinces, no districts from 01/7/2025), the merged ministries and departments
of 2025. A chain may be long (Sở A → Sở B → Sở C); it is followed to the bodies that are there today.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.models import AgencyName, AgencySuccession, Unit


@dataclass(frozen=True, slots=True)
class Followed:
    """A body that has followed another."""

    id: int
    uuid: UUID
    name: str
    """As of today."""


def standing() -> Iterable[AgencySuccession]:
    """Successions that were not taken back and have come to be by today."""
    made = AgencySuccession.objects.filter(revokes=None, revoked_by=None, on__lte=clock.today())
    return made.select_related("successor").order_by("pk")


def agencies_today() -> dict[int, tuple[Followed, ...]]:
    """For every agency that was followed by others: those that are there today. Two queries."""
    made = tuple(standing())
    if not made:
        return {}
    ways: dict[int, list[int]] = {}
    for one in made:
        ways.setdefault(one.predecessor_id, []).append(one.successor_id)
    uuids = {one.successor_id: one.successor.uuid for one in made}
    names = _names_today(uuids)
    return {
        start: tuple(Followed(end, uuids[end], names.get(end, "")) for end in _ends(start, ways))
        for start in ways
    }


def units_today(agency_id: int) -> dict[int, tuple[Followed, ...]]:
    """For every unit of the agency that another has followed: the one that is there today. One query."""
    units = {unit.pk: unit for unit in Unit.objects.filter(agency_id=agency_id)}
    ways = {unit.pk: [unit.successor_id] for unit in units.values() if unit.successor_id}
    return {
        start: tuple(Followed(end, units[end].uuid, units[end].name) for end in _ends(start, ways))
        for start in ways
    }


def unit_ends(unit_ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """For each of the units, of whatever agency: itself, or the unit that is there today in its place. One query."""
    followed = Unit.objects.filter(successor__isnull=False).values_list("pk", "successor_id")
    ways = {unit: [successor] for unit, successor in followed}
    return {unit: _ends(unit, ways) if unit in ways else (unit,) for unit in unit_ids}


def units_before(*agency_ids: int) -> dict[int, list[int]]:
    """For every unit of the agencies that followed others: those it followed. One query."""
    followed = Unit.objects.filter(agency_id__in=agency_ids, successor__isnull=False)
    before: dict[int, list[int]] = {}
    for unit, successor in followed.values_list("pk", "successor_id"):
        before.setdefault(successor, []).append(unit)
    return before


def with_predecessors(unit_ids: Iterable[int], before: Mapping[int, list[int]]) -> frozenset[int]:
    """These units and all whose work came to them, by `units_before`."""
    found, waiting = set(unit_ids), list(unit_ids)
    while waiting:
        new = [unit for unit in before.get(waiting.pop(), ()) if unit not in found]
        found.update(new)
        waiting.extend(new)
    return frozenset(found)


def _ends(start: int, ways: Mapping[int, list[int]]) -> tuple[int, ...]:
    """Where the ways from `start` end, in order, each once; a circle ends where it closes."""
    seen, ends, waiting = {start}, [], list(ways[start])
    while waiting:
        here = waiting.pop(0)
        if here in seen:
            continue
        seen.add(here)
        waiting.extend(ways.get(here, ()))
        if here not in ways:
            ends.append(here)
    return tuple(ends)


def _names_today(agency_ids: Iterable[int]) -> dict[int, str]:
    names = AgencyName.objects.on(clock.today()).filter(agency_id__in=tuple(agency_ids)).order_by("pk")
    return dict(names.values_list("agency_id", "name"))
