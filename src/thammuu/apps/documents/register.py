"""Names in a document against the register of the agency: what they mean today, and what may be chosen instead."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thammuu.apps.documents.held import OWNERS, Json, Value
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.models import Agency, AgencyName, Unit
from thammuu.apps.organisations.queries import candidates_for, match_owners


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit or an agency of the register in force; `id` is "unit:<uuid>" or "agency:<uuid>"."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Register:
    """Everything that can be chosen as the owner of a step today."""

    units: tuple[Entry, ...]
    agencies: tuple[Entry, ...]

    def name_of(self, owner: Json) -> str:
        """What the register calls a confirmed owner; "" when it is not in it."""
        return self.names().get(id_of(owner), "")

    def names(self) -> dict[str, str]:
        """Names by id."""
        return {entry.id: entry.name for entry in (*self.units, *self.agencies)}


def id_of(owner: Json) -> str:
    """The id under which a confirmed owner stands in the register; "" for one that is words only."""
    if owner.get("unit"):
        return f"unit:{owner['unit']}"
    return f"agency:{owner['agency']}" if owner.get("agency") else ""


def owner_of(words: str, entry: str) -> Json:
    """A confirmed owner: the words of the plan, and the entry of the register that was chosen."""
    kind, _, uuid = entry.partition(":")
    return {
        "as_written": words,
        "unit": uuid if kind == "unit" else None,
        "agency": uuid if kind == "agency" else None,
    }


def register(agency_id: int) -> Register:
    """The agency's own units and all agencies, as of today."""
    day = clock.today()
    units = Unit.objects.on(day).filter(agency_id=agency_id).order_by("name")
    names = AgencyName.objects.on(day).filter(agency__in=Agency.objects.on(day)).select_related("agency")
    return Register(
        tuple(Entry(f"unit:{unit.uuid}", unit.name) for unit in units),
        tuple(Entry(f"agency:{name.agency.uuid}", name.name) for name in names.order_by("name")),
    )


def suggestions(agency_id: int, names: Iterable[str]) -> dict[str, tuple[Entry, ...]]:
    """For each name as written, what of the register it may mean, the likeliest first."""
    found = candidates_for(agency_id, tuple(dict.fromkeys(names)), clock.today())
    return {
        name: tuple(Entry(f"{one.kind}:{one.uuid}", one.name) for one in ranked if one.in_force)
        for name, ranked in found.items()
    }


def owners_as_matched(agency_id: int, values: Iterable[Value]) -> dict[str, list[Json]]:
    """For each path of owners among the values: the names with the unit or agency they mean today."""
    named = [
        (value.path, _name(one)) for value in values if value.field in OWNERS for one in value.value or ()
    ]
    names = tuple(dict.fromkeys(name for _, name in named))
    matches = dict(zip(names, match_owners(agency_id, names, clock.today()), strict=True))
    units = dict(
        Unit.objects.filter(pk__in=[match.unit_id for match in matches.values()]).values_list("pk", "uuid")
    )
    agencies = dict(
        Agency.objects.filter(pk__in=[match.agency_id for match in matches.values()]).values_list(
            "pk", "uuid"
        )
    )
    found: dict[str, list[Json]] = {}
    for path, name in named:
        unit, agency = units.get(matches[name].unit_id), agencies.get(matches[name].agency_id)
        owner = {
            "as_written": name,
            "unit": str(unit) if unit else None,
            "agency": str(agency) if agency else None,
        }
        found.setdefault(path, []).append(owner)
    return found


def _name(owner: Json) -> str:
    return owner["as_written"] if isinstance(owner, dict) else owner
