"""The register as an import sees it: loaded once, in a number of queries that does not grow with the lines."""

from __future__ import annotations

from datetime import date

from django.contrib.auth import get_user_model

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.employment import working_in
from thammuu.apps.organisations.models import Agency, AgencyName, Contact, Officer, Position, Unit
from thammuu_core.text import fold


class Register:
    """What is there already, by what people write of it."""

    def __init__(self, actor: Actor) -> None:
        today = clock.today()
        self.agency_id = actor.agency_id
        self.agency_names = list(AgencyName.objects.select_related("agency").order_by("pk"))
        self.units = list(Unit.objects.filter(agency_id=actor.agency_id).order_by("pk"))
        self.usernames = frozenset(
            name.lower() for name in get_user_model().objects.values_list("username", flat=True)
        )
        self.officers = {
            officer.user.username.lower(): officer
            for officer in Officer.objects.filter(
                positions__agency_id=actor.agency_id, user__isnull=False
            ).select_related("user")
        }
        here = working_in(actor.agency_id, {officer.pk for officer in self.officers.values()})
        self.gone = frozenset(name for name, officer in self.officers.items() if officer.pk not in here)
        """User names of those who work in another agency too, or by now."""
        held = Position.objects.filter(agency_id=actor.agency_id)
        self.positions = frozenset(held.values_list("officer_id", "unit_id", "role"))
        kept = Contact.objects.on(today).filter(kept_by_id=actor.agency_id)
        self.contacts = {(one.agency_id, fold(one.name)): one for one in kept}
        self._agencies = _by_name(self.agency_names)

    def agencies_named(self, name: str, first: date | None, last: date | None) -> list[Agency]:
        """Agencies that bear the name at some time in the span; open sides are open."""
        found = [row for row in self._agencies.get(fold(name), ()) if _meets(row, first, last)]
        return list({row.agency_id: row.agency for row in found}.values())

    def agency_today(self, name: str) -> Agency | None:
        """The one agency of that name, of those there today if there are several."""
        today = clock.today()
        now = self.agencies_named(name, today, today)
        found = now or self.agencies_named(name, None, None)
        return found[0] if len(found) == 1 else None

    def unit_on(self, name: str, day: date | None) -> Unit | None:
        """The unit of the own agency under that name or abbreviation on the day (today when it is not said)."""
        on, same = day or clock.today(), fold(name)
        there = [unit for unit in self.units if _meets(unit, on, on)]
        found = [unit for unit in there if same in (fold(unit.name), fold(unit.abbreviation))]
        return found[0] if len(found) == 1 else None


def _by_name(names: list[AgencyName]) -> dict[str, list[AgencyName]]:
    found: dict[str, list[AgencyName]] = {}
    for row in names:
        found.setdefault(fold(row.name), []).append(row)
    return found


def _meets(row: AgencyName | Unit, first: date | None, last: date | None) -> bool:
    ended = row.valid_to is not None and first is not None and row.valid_to < first
    to_come = row.valid_from is not None and last is not None and row.valid_from > last
    return not ended and not to_come
