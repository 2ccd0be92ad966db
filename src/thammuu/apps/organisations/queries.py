"""Reads of the register: who someone is today, and which unit or agency a name in a document means."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import QuerySet

from thammuu.apps.organisations import absences, clock
from thammuu.apps.organisations.absences import PASSING
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.candidates import Candidate, candidates, candidates_for
from thammuu.apps.organisations.lineage import units_before, with_predecessors
from thammuu.apps.organisations.matching import Match, Named, match_names
from thammuu.apps.organisations.models import Agency, AgencyName, Officer, Position, Role, Unit
from thammuu.apps.organisations.refusals import NotVisible

__all__ = [
    "Candidate",
    "actor_for",
    "actor_of_officer",
    "actors_of",
    "administers",
    "agency_name",
    "candidates",
    "candidates_for",
    "match_owners",
    "officer_named",
    "substitutes_of",
]


def actor_for(user: AbstractBaseUser | AnonymousUser) -> Actor | None:
    """The officer behind an account as of today; None when nobody is signed in or no position is held."""
    if not user.is_authenticated or not user.is_active:
        return None
    positions = Position.objects.filter(officer__user=user)
    return _actor(positions)


def actor_of_officer(officer: UUID) -> Actor:
    """The officer as of today. Raises NotVisible when the officer holds no position."""
    actor = _actor(Position.objects.filter(officer__uuid=officer))
    if actor is None:
        raise NotVisible
    return actor


def actors_of(agency_ids: Iterable[int]) -> tuple[Actor, ...]:
    """Everyone who acts in these agencies today, as `actor_for` makes them; a few queries for however many."""
    day, agencies = clock.today(), frozenset(agency_ids)
    there = Position.objects.on(day).filter(agency__in=agencies).order_by().values("officer")
    held: dict[int, list[Position]] = {}
    for position in _with_bodies(Position.objects.on(day).filter(officer__in=there)):
        held.setdefault(position.officer_id, []).append(position)
    names, before = _agency_names(agencies, day), units_before(*agencies)
    away = absences.absent_in(agencies, day)
    acting = (each for each in held.values() if each[0].agency_id in agencies)
    alone = [_alone(each, names.get(each[0].agency_id, ""), before) for each in acting]
    return tuple(
        replace(one, in_place_of=_in_place(away.get((one.id, one.agency_id), ()), held, one, before))
        for one in alone
    )


def _actor(positions: QuerySet[Position]) -> Actor | None:
    day = clock.today()
    held = list(_with_bodies(positions.on(day)))
    if not held:
        return None
    agency = held[0].agency
    before = units_before(agency.pk)
    alone = _alone(held, agency_name(agency, day), before)
    away = absences.absent_for(alone.id, agency.pk, day)
    return replace(alone, in_place_of=_absent(away, alone, before)) if away else alone


def _with_bodies(positions: QuerySet[Position]) -> QuerySet[Position]:
    return positions.select_related("officer", "agency", "unit").order_by("pk")


def _alone(held: list[Position], name: str, before: Mapping[int, list[int]]) -> Actor:
    """The officer of these positions, standing in for nobody."""
    officer, agency = held[0].officer, held[0].agency
    own = [position for position in held if position.agency_id == agency.pk]
    units = {position.unit_id: position.unit.name for position in own if position.unit_id}
    return Actor(
        id=officer.pk,
        uuid=officer.uuid,
        name=officer.full_name,
        agency_id=agency.pk,
        agency_uuid=agency.uuid,
        agency_name=name,
        roles=frozenset(position.role for position in own),
        unit_ids=with_predecessors(units, before),
        own_unit_id=next(iter(units), None),
        unit_names=tuple(units.values()),
        titles=tuple(position.title or position.get_role_display() for position in own),
        first_password=officer.first_password,
    )


def _absent(away: tuple[int, ...], substitute: Actor, before: Mapping[int, list[int]]) -> tuple[Actor, ...]:
    """The absent officers as their substitute acts for them, fetched."""
    positions = Position.objects.filter(officer__in=away, agency=substitute.agency_id)
    held: dict[int, list[Position]] = {}
    for position in _with_bodies(positions.on(clock.today())):
        held.setdefault(position.officer_id, []).append(position)
    return _in_place(away, held, substitute, before)


def _in_place(
    away: Iterable[int],
    held: Mapping[int, list[Position]],
    substitute: Actor,
    before: Mapping[int, list[int]],
) -> tuple[Actor, ...]:
    """The absent officers as their substitute acts for them: with the roles that pass, in the substitute's agency."""
    each = ([one for one in held.get(officer, ()) if _passes(one, substitute)] for officer in away)
    return tuple(_alone(own, substitute.agency_name, before) for own in each if own)


def _passes(position: Position, substitute: Actor) -> bool:
    return position.agency_id == substitute.agency_id and position.role in PASSING


def _agency_names(agency_ids: Iterable[int], day: date) -> dict[int, str]:
    names = AgencyName.objects.on(day).filter(agency__in=agency_ids).order_by("pk")
    return dict(names.values_list("agency_id", "name"))


def agency_name(agency: Agency, day: date) -> str:
    """What the agency is called on `day`."""
    name = AgencyName.objects.on(day).filter(agency=agency).order_by("-pk").first()
    return name.name if name else str(agency)


def match_owners(agency_id: int, names: tuple[str, ...], day: date) -> tuple[Match, ...]:
    """For each name as a plan of this agency writes it: the unit or agency of the register in force that it means."""
    units = Unit.objects.on(day).filter(agency_id=agency_id).order_by("pk")
    agencies = AgencyName.objects.on(day).filter(agency__in=Agency.objects.on(day)).order_by("pk")
    return match_names(
        names,
        units=tuple(Named(unit.pk, unit.name, unit.abbreviation) for unit in units),
        agencies=tuple(Named(name.agency_id, name.name, name.abbreviation) for name in agencies),
        own_agency=agency_id,
    )


def officer_named(agency_id: int, full_name: str) -> Officer | None:
    """The one officer of the agency with this name today; None when there is none or more than one."""
    held = Position.objects.on(clock.today()).filter(
        agency_id=agency_id, officer__full_name=full_name.strip()
    )
    officers = list(Officer.objects.filter(pk__in=held.values("officer_id"))[:2])
    return officers[0] if len(officers) == 1 else None


def administers(actor: Actor) -> bool:
    """Whether to offer the pages of administration."""
    return actor.holds(Role.ADMINISTRATOR)


def substitutes_of(officers: Iterable[int]) -> dict[int, int]:
    """Of these officers, those who are away today, with who stands in for them (ids)."""
    return absences.substitutes(officers, clock.today())
