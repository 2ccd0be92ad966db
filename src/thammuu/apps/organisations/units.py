"""Changes to the units of the own agency, by its administrators."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from thammuu.apps.organisations import clock, policies
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.acts import carry_out, swap
from thammuu.apps.organisations.commands import AddUnit, ChangeUnit
from thammuu.apps.organisations.models import DatedQuerySet, Position, Unit
from thammuu.apps.organisations.refusals import (
    DayOutOfOrder,
    NameTaken,
    NotItsOwnSuccessor,
    NotVisible,
    StillStaffed,
)
from thammuu_core.text import fold


def check_may_administer(actor: Actor) -> None:
    """Raises NotVisible for anyone who does not administer the own agency: these pages are no one else's."""
    if not policies.may_administer(actor):
        raise NotVisible


def unit_to_edit(actor: Actor, uuid: UUID) -> Unit:
    """The unit, for one who may change it. Raises NotVisible."""
    check_may_administer(actor)
    if (unit := Unit.objects.filter(agency_id=actor.agency_id, uuid=uuid).first()) is None:
        raise NotVisible
    return unit


def add_unit(actor: Actor, command: AddUnit, *, key: UUID) -> UUID:
    """A new unit. Its uuid."""
    check_may_administer(actor)

    def act() -> UUID:
        return _new(actor, command.name, command.abbreviation, command.from_day).uuid

    return carry_out(actor, "register.unit", command, key, act)


def change_unit(actor: Actor, command: ChangeUnit, *, key: UUID) -> UUID:
    """Rename, merge or end a unit; its people move along with it. The uuid of the unit that stands afterwards."""
    unit = unit_to_edit(actor, command.unit)
    into = unit_to_edit(actor, command.into) if command.into else None

    def act() -> UUID:
        last_day = command.from_day - timedelta(days=1)
        if unit.valid_from and unit.valid_from > last_day:
            raise DayOutOfOrder("Ngày thay đổi", command.from_day, unit.valid_from + timedelta(days=1))
        successor = _successor(actor, unit, command, into)
        swap(
            unit,
            command.version,
            yours=command.name or (into.name if into else "Kết thúc"),
            shown=lambda: _shown(unit),
            valid_to=last_day,
            successor=successor,
            ended_by=command.by,
        )
        if successor:
            _move(unit, successor, command.from_day)
        return (successor or unit).uuid

    return carry_out(actor, "register.unit_changed", command, key, act)


def _successor(actor: Actor, unit: Unit, command: ChangeUnit, into: Unit | None) -> Unit | None:
    if command.what == "renamed":
        return _new(actor, command.name, command.abbreviation, command.from_day, but=unit)
    if command.what == "merged":
        if into is None or into == unit or into.successor_id:
            raise NotItsOwnSuccessor
        return into
    if staffed := _after(unit, command.from_day).count():
        raise StillStaffed(staffed)
    return None


def _new(
    actor: Actor, name: str, abbreviation: str, from_day: date | None, *, but: Unit | None = None
) -> Unit:
    """A unit under a name that no other unit of the agency bears then."""
    day, same = from_day or clock.today(), fold(name)
    there = Unit.objects.on(day).filter(agency_id=actor.agency_id)
    if any(fold(unit.name) == same for unit in there if unit != but):
        raise NameTaken(name)
    return Unit.objects.create(
        agency_id=actor.agency_id, name=name, abbreviation=abbreviation, valid_from=from_day
    )


def _after(unit: Unit, day: date) -> DatedQuerySet:
    """Positions in the unit that hold on `day` or later."""
    return Position.objects.between(day, date.max).filter(unit=unit)


def _move(unit: Unit, successor: Unit, from_day: date) -> None:
    """Positions go on in the successor: those held end the day before, those to come begin there."""
    held = list(_after(unit, from_day))
    for position in held:
        if position.valid_from and position.valid_from >= from_day:
            Position.objects.filter(pk=position.pk).update(unit=successor, version=position.version + 1)
            continue
        Position.objects.filter(pk=position.pk).update(
            valid_to=from_day - timedelta(days=1), version=position.version + 1
        )
        Position.objects.create(
            officer_id=position.officer_id,
            agency_id=position.agency_id,
            unit=successor,
            role=position.role,
            title=position.title,
            valid_from=from_day,
            valid_to=position.valid_to,
        )


def _shown(unit: Unit) -> str:
    ended = f"kết thúc ngày {unit.valid_to:%d/%m/%Y}" if unit.valid_to else "đang hoạt động"
    return f"{unit.name}, {ended}" + (f", nay là {unit.successor}" if unit.successor else "")
