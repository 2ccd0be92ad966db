"""Writing the new lines of a checked workbook; the caller holds the transaction and records the event."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.agencies import add_name
from thammuu.apps.organisations.importing.checking import CONTACT_WORDS, Checked, names_of_unit
from thammuu.apps.organisations.importing.columns import AGENCIES, CONTACTS, OFFICERS, POSITIONS, UNITS
from thammuu.apps.organisations.importing.reading import Line
from thammuu.apps.organisations.importing.register import Register
from thammuu.apps.organisations.models import Agency, Contact, Officer, Position, Unit
from thammuu_core.text import fold

_BATCH = 500


def write(checked: Checked, register: Register) -> None:
    """Add the new rows and change the changed contacts, sheet by sheet: what others refer to first."""
    agencies = _agencies(checked.new.get(AGENCIES, []), register)
    units = _units(checked.new.get(UNITS, []), register)
    officers = _officers(checked.new.get(OFFICERS, []))
    _positions(checked.new.get(POSITIONS, []), register, officers, units)
    _contacts(checked.new.get(CONTACTS, []), register, agencies)
    for line in checked.changed:
        _change(line, register)


def _agencies(lines: list[Line], register: Register) -> dict[str, Agency]:
    made: dict[str, Agency] = {}
    for line in lines:
        values = line.values
        agency = Agency.objects.create(
            kind=values["kind"],
            place=values["place"],
            valid_from=values["from_day"],
            valid_to=values["to_day"],
        )
        add_name(agency, values["name"], values["abbreviation"], values["from_day"])
        made[fold(values["name"])] = agency
    for line in lines:
        if parent := line.values["parent"]:
            above = made.get(fold(parent)) or register.agency_today(parent)
            Agency.objects.filter(pk=made[fold(line.values["name"])].pk).update(parent=above)
    return made


def _units(lines: list[Line], register: Register) -> dict[str, Unit]:
    made = [
        Unit(
            agency_id=register.agency_id,
            name=line.values["name"],
            abbreviation=line.values["abbreviation"],
            valid_from=line.values["from_day"],
        )
        for line in lines
    ]
    created = zip(lines, Unit.objects.bulk_create(made, batch_size=_BATCH), strict=True)
    return {name: unit for line, unit in created for name in names_of_unit(line)}


def _officers(lines: list[Line]) -> dict[str, Officer]:
    """Accounts without a password: nobody signs in with them before an administrator gives a first one."""
    users = get_user_model().objects.bulk_create(
        [
            get_user_model()(
                username=line.values["username"], email=line.values["email"], password=make_password(None)
            )
            for line in lines
        ],
        batch_size=_BATCH,
    )
    names = [line.values["full_name"] for line in lines]
    made = [
        Officer(user=user, full_name=name, folded=fold(name), first_password=True)
        for user, name in zip(users, names, strict=True)
    ]
    officers = Officer.objects.bulk_create(made, batch_size=_BATCH)
    return {user.username: officer for user, officer in zip(users, officers, strict=True)}


def _positions(
    lines: list[Line], register: Register, officers: dict[str, Officer], units: dict[str, Unit]
) -> None:
    made = []
    for line in lines:
        values = line.values
        username, unit = values["username"], values["unit"]
        made.append(
            Position(
                officer=officers.get(username) or register.officers[username],
                agency_id=register.agency_id,
                unit=(units.get(fold(unit)) or register.unit_on(unit, values["from_day"])) if unit else None,
                role=values["role"],
                title=values["title"],
                valid_from=values["from_day"],
                valid_to=values["to_day"],
            )
        )
    Position.objects.bulk_create(made, batch_size=_BATCH)


def _contacts(lines: list[Line], register: Register, agencies: dict[str, Agency]) -> None:
    today = clock.today()
    made = [
        Contact(
            kept_by_id=register.agency_id,
            agency=agencies.get(fold(line.values["agency"])) or register.agency_today(line.values["agency"]),
            name=line.values["name"],
            valid_from=today,
            **_words(line),
        )
        for line in lines
    ]
    Contact.objects.bulk_create(made, batch_size=_BATCH)


def _change(line: Line, register: Register) -> None:
    agency = register.agency_today(line.values["agency"])
    kept = register.contacts[agency.pk, fold(line.values["name"])] if agency else None
    if kept:
        said = {key: words for key, words in _words(line).items() if words}
        Contact.objects.filter(pk=kept.pk).update(version=kept.version + 1, **said)


def _words(line: Line) -> dict[str, Any]:
    return {key: line.values[key] for key in CONTACT_WORDS}
