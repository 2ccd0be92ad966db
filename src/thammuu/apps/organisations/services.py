"""Changes to the register: agencies, units, officers and their positions."""

from __future__ import annotations

from datetime import date

from django.contrib.auth import get_user_model
from django.db import transaction

from thammuu.apps.organisations.models import Agency, AgencyName, Officer, Position, Unit


@transaction.atomic
def register_agency(
    name: str,
    *,
    abbreviation: str = "",
    parent: Agency | None = None,
    place: str = "",
    valid_from: date | None = None,
) -> Agency:
    """A new agency under its first name."""
    agency = Agency.objects.create(parent=parent, place=place, valid_from=valid_from)
    AgencyName.objects.create(agency=agency, name=name, abbreviation=abbreviation, valid_from=valid_from)
    return agency


@transaction.atomic
def rename_agency(agency: Agency, name: str, *, abbreviation: str = "", from_day: date) -> AgencyName:
    """From `from_day` the agency is called `name`; the old name ends the day before."""
    before = date.fromordinal(from_day.toordinal() - 1)
    AgencyName.objects.on(from_day).filter(agency=agency).update(valid_to=before)
    return AgencyName.objects.create(agency=agency, name=name, abbreviation=abbreviation, valid_from=from_day)


def register_unit(
    agency: Agency, name: str, *, abbreviation: str = "", valid_from: date | None = None
) -> Unit:
    """A new unit of the agency."""
    return Unit.objects.create(agency=agency, name=name, abbreviation=abbreviation, valid_from=valid_from)


@transaction.atomic
def register_officer(full_name: str, *, username: str, password: str, email: str = "") -> Officer:
    """A new officer with an account; positions are given apart. A first password is for the first sign-in only."""
    user = get_user_model().objects.create_user(username=username, email=email, password=password)
    return Officer.objects.create(user=user, full_name=full_name)


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
    return Position.objects.create(
        officer=officer, agency=agency, unit=unit, role=role, title=title, valid_from=valid_from
    )


def end_position(position: Position, *, last_day: date) -> None:
    """The position holds until the end of `last_day`."""
    Position.objects.filter(pk=position.pk).update(valid_to=last_day)
