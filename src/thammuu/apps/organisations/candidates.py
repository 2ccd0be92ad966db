"""Which body a name in a document may mean: suggestions for the person who confirms a reading.

A name is held against the units of the own agency first, then against the agencies of the register, both as of the
day of the document; a body that ended since is told with what has followed it, for a paper of 2021 names the bodies
of 2021.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thammuu.apps.organisations.lineage import Followed, agencies_today, units_today
from thammuu.apps.organisations.matching import Named, Ranked, rank_names
from thammuu.apps.organisations.models import Agency, AgencyName, Unit

_MOST = 8
_NOT_THAT_DAY = 25
"""Points that a body loses for not being there on the day of the document."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit or an agency that a name as written may mean."""

    kind: str
    """"unit" or "agency"."""
    id: int
    uuid: UUID
    name: str
    """As of the day of the document; its own last or next name when it was not there that day."""
    score: int
    """0 to 100; 100 is the same words on the right day."""
    in_force: bool
    """Whether the body was there under this name on the day."""
    today: tuple[str, ...] = ()
    """What has followed it by today, when that is not itself: names of its successors."""


def candidates(agency_id: int, as_written: str, day: date, *, most: int = _MOST) -> tuple[Candidate, ...]:
    """What the name may mean for a document of this agency of that day, the likeliest first; units before agencies."""
    return candidates_for(agency_id, (as_written,), day, most=most)[as_written]


def candidates_for(
    agency_id: int, names: tuple[str, ...], day: date, *, most: int = _MOST
) -> dict[str, tuple[Candidate, ...]]:
    """The same for many names at once, in a number of queries that does not grow with them."""
    units, agencies = _Units(agency_id, day), _Agencies(day)
    return {name: _ranked(name, units, agencies)[:most] for name in names}


def _ranked(name: str, units: _Units, agencies: _Agencies) -> tuple[Candidate, ...]:
    found = [*units.named(name), *agencies.named(name)]
    return tuple(sorted(found, key=lambda one: -one.score))


class _Units:
    """Units of one agency, past ones too."""

    def __init__(self, agency_id: int, day: date) -> None:
        self.rows = {unit.pk: unit for unit in Unit.objects.filter(agency_id=agency_id).order_by("pk")}
        self.day = day
        self.names = tuple(Named(unit.pk, unit.name, unit.abbreviation) for unit in self.rows.values())
        self.followed = units_today(agency_id)

    def named(self, name: str) -> list[Candidate]:
        return [self._candidate(found) for found in rank_names(name, self.names)]

    def _candidate(self, found: Ranked) -> Candidate:
        unit = self.rows[found.row.id]
        there = unit.holds(self.day)
        score = found.score if there else found.score - _NOT_THAT_DAY
        return Candidate("unit", unit.pk, unit.uuid, unit.name, score, there, _names(self.followed, unit.pk))


class _Agencies:
    """Agencies of the register under all their names."""

    def __init__(self, day: date) -> None:
        self.day = day
        self.rows = {agency.pk: agency for agency in Agency.objects.order_by("pk")}
        self.of_name = {name.pk: name for name in AgencyName.objects.order_by("pk")}
        self.names = tuple(Named(name.pk, name.name, name.abbreviation) for name in self.of_name.values())
        self.followed = agencies_today()

    def named(self, name: str) -> list[Candidate]:
        best: dict[int, Candidate] = {}
        for found in map(self._candidate, rank_names(name, self.names)):
            if found.id not in best or best[found.id].score < found.score:
                best[found.id] = found
        return list(best.values())

    def _candidate(self, found: Ranked) -> Candidate:
        name = self.of_name[found.row.id]
        agency = self.rows[name.agency_id]
        there = name.holds(self.day) and agency.holds(self.day)
        score = found.score if there else found.score - _NOT_THAT_DAY
        today = _names(self.followed, agency.pk)
        return Candidate("agency", agency.pk, agency.uuid, name.name, score, there, today)


def _names(followed: dict[int, tuple[Followed, ...]], id: int) -> tuple[str, ...]:
    return tuple(one.name for one in followed.get(id, ()))
