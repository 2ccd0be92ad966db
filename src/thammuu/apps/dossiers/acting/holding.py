"""Who can have a step: officers and units of the register, or a body outside told in words."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from thammuu.apps.dossiers.refusals import HolderGone, HolderMissing
from thammuu.apps.dossiers.rows import HolderChoice
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Officer, Position, Role, Unit
from thammuu.apps.organisations.queries import officer_named
from thammuu.apps.organisations.refusals import NotVisible


@dataclass(frozen=True, slots=True)
class Holder:
    """The one who has a step; with neither unit nor officer it is a body that nobody here can move."""

    words: str
    unit_id: int | None = None
    officer_id: int | None = None


def holder_named(actor: Actor, officer: UUID | None, unit: UUID | None, words: str) -> Holder:
    """The one holder that a form names. Raises HolderMissing for none or several, NotVisible for a foreign one."""
    if sum(map(bool, (officer, unit, words.strip()))) != 1:
        raise HolderMissing
    if officer:
        return officer_holds(officer_of(actor.agency_id, officer), actor.agency_id)
    if unit:
        row = unit_of(actor.agency_id, unit)
        return Holder(row.name, unit_id=row.pk)
    return Holder(words.strip())


def officer_holds(officer: Officer, agency_id: int) -> Holder:
    """The officer as a holder, with the unit he works in today."""
    held = Position.objects.on(clock.today()).filter(agency_id=agency_id, officer=officer)
    unit = held.exclude(unit=None).order_by("pk").values_list("unit_id", flat=True).first()
    return Holder(officer.full_name, unit_id=unit, officer_id=officer.pk)


def holders(actor: Actor) -> tuple[HolderChoice, ...]:
    """Units of the own agency, then its officers by unit, to whom a step can be handed today."""
    day = clock.today()
    units = Unit.objects.on(day).filter(agency_id=actor.agency_id).order_by("name", "pk")
    held = _able(actor.agency_id)
    officers: dict[UUID, HolderChoice] = {}
    for one in held.select_related("officer", "unit").order_by("unit__name", "officer__full_name", "pk"):
        group = one.unit.name if one.unit else ""
        choice = HolderChoice(one.officer.uuid, one.officer.full_name, "officer", group)
        officers.setdefault(choice.uuid, choice)
    return (*(HolderChoice(unit.uuid, unit.name, "unit", "") for unit in units), *officers.values())


def holder_of_worker(actor: Actor, name: str) -> Holder:
    """Who has a step that `name` began: that officer, where the register knows one; else the one who records it."""
    officer = officer_named(actor.agency_id, name) or Officer.objects.get(pk=actor.id)
    return officer_holds(officer, actor.agency_id)


def officer_of(agency_id: int, uuid: UUID) -> Officer:
    """An officer whom `holders` offers. Raises HolderGone for one who can do nothing here now, NotVisible for others."""
    found = _able(agency_id).filter(officer__uuid=uuid).select_related("officer").first()
    if found is not None:
        return found.officer
    once = Position.objects.filter(agency_id=agency_id, officer__uuid=uuid).select_related("officer").first()
    if once is not None:
        raise HolderGone(once.officer.full_name)
    raise NotVisible


def _able(agency_id: int) -> QuerySet[Position]:
    """Positions held today by those who can see to a step: not by administrators alone, nor by accounts switched off."""
    account = Q(officer__user=None) | Q(officer__user__is_active=True)
    held = Position.objects.on(clock.today()).filter(account, agency_id=agency_id)
    return held.exclude(role=Role.ADMINISTRATOR)


def unit_of(agency_id: int, uuid: UUID) -> Unit:
    """A unit of the agency in force today. Raises NotVisible."""
    found = Unit.objects.on(clock.today()).filter(agency_id=agency_id, uuid=uuid).first()
    if found is None:
        raise NotVisible
    return found
