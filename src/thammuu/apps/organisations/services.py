"""Changes to the register: agencies, units, officers and their positions; each leaves its event.

They are made at the console by whoever runs the installation, so the events name no actor.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction

from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.models import Agency, AgencyName, Officer, Position, Unit
from thammuu_core.text import fold


@transaction.atomic
def register_agency(
    name: str,
    *,
    abbreviation: str = "",
    parent: Agency | None = None,
    kind: str = "",
    place: str = "",
    valid_from: date | None = None,
) -> Agency:
    """A new agency under its first name."""
    agency = Agency.objects.create(parent=parent, kind=kind, place=place, valid_from=valid_from)
    _name(agency, name, abbreviation, valid_from)
    _tell("register.agency", agency.uuid, agency, name=name, valid_from=valid_from)
    return agency


@transaction.atomic
def rename_agency(agency: Agency, name: str, *, abbreviation: str = "", from_day: date) -> AgencyName:
    """From `from_day` the agency is called `name`; the old name ends the day before."""
    before = date.fromordinal(from_day.toordinal() - 1)
    AgencyName.objects.on(from_day).filter(agency=agency).update(valid_to=before)
    _tell("register.agency_renamed", agency.uuid, agency, name=name, valid_from=from_day)
    return _name(agency, name, abbreviation, from_day)


@transaction.atomic
def register_unit(
    agency: Agency, name: str, *, abbreviation: str = "", valid_from: date | None = None
) -> Unit:
    """A new unit of the agency."""
    unit = Unit.objects.create(agency=agency, name=name, abbreviation=abbreviation, valid_from=valid_from)
    _tell("register.unit", unit.uuid, agency, name=name, valid_from=valid_from)
    return unit


@transaction.atomic
def register_officer(full_name: str, *, username: str, password: str, email: str = "") -> Officer:
    """A new officer with an account; positions are given apart. A first password is for the first sign-in only."""
    user = get_user_model().objects.create_user(username=username, email=email, password=password)
    officer = Officer.objects.create(user=user, full_name=full_name, folded=fold(full_name))
    _tell("register.officer", officer.uuid, None, username=username)
    return officer


@transaction.atomic
def appoint(
    officer: Officer,
    role: str,
    *,
    agency: Agency,
    unit: Unit | None = None,
    title: str = "",
    valid_from: date | None = None,
) -> Position:
    """Give the officer a position in the agency, or in one of its units."""
    assert unit is None or unit.agency_id == agency.pk
    position = Position.objects.create(
        officer=officer, agency=agency, unit=unit, role=role, title=title, valid_from=valid_from
    )
    held = {"role": role, "title": title, "unit": unit.uuid if unit else None, "valid_from": valid_from}
    _tell("register.appointed", officer.uuid, agency, **held)
    return position


@transaction.atomic
def end_position(position: Position, *, last_day: date) -> None:
    """The position holds until the end of `last_day`."""
    Position.objects.filter(pk=position.pk).update(valid_to=last_day)
    ended = {"role": position.role, "valid_to": last_day}
    _tell("register.position_ended", position.officer.uuid, position.agency, **ended)


def _name(agency: Agency, name: str, abbreviation: str, from_day: date | None) -> AgencyName:
    folded = fold(f"{name} {abbreviation}")
    return AgencyName.objects.create(
        agency=agency, name=name, abbreviation=abbreviation, folded=folded, valid_from=from_day
    )


def _tell(act: str, subject: UUID, agency: Agency | None, **data: object) -> None:
    record(
        act, subject=subject, at=clock.now(), actor=None, agency=agency.uuid if agency else None, data=data
    )
