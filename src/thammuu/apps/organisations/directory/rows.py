"""What the pages of administration show, as frozen rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thammuu.apps.organisations.contacts import ContactRow
from thammuu.apps.organisations.lineage import Followed
from thammuu.apps.organisations.parameters import Parameter


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """An agency in the list."""

    uuid: UUID
    name: str
    abbreviation: str
    kind: str
    parent: str
    since: date | None
    until: date | None
    today: tuple[Followed, ...]
    """What has followed it."""


@dataclass(frozen=True, slots=True)
class NameRow:
    """A name an agency bore."""

    name: str
    abbreviation: str
    since: date | None
    until: date | None


@dataclass(frozen=True, slots=True)
class SuccessionRow:
    """One agency that went before or comes after."""

    uuid: UUID
    agency: UUID
    name: str
    kind: str
    on: date
    by: str


@dataclass(frozen=True, slots=True)
class AgencyView:
    """An agency with its names, where it came from and what became of it."""

    uuid: UUID
    version: int
    name: str
    kind: str
    parent: str
    parent_uuid: UUID | None
    place: str
    since: date | None
    until: date | None
    names: tuple[NameRow, ...]
    origins: tuple[SuccessionRow, ...]
    successions: tuple[SuccessionRow, ...]
    contacts: tuple[ContactRow, ...]
    may_edit: bool


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with the number of positions held in it today."""

    uuid: UUID
    version: int
    name: str
    abbreviation: str
    since: date | None
    until: date | None
    successor: str
    ended_by: str
    people: int
    in_force: bool


@dataclass(frozen=True, slots=True)
class PositionRow:
    """What an officer holds or held."""

    uuid: UUID
    version: int
    role: str
    title: str
    unit: str
    since: date | None
    until: date | None
    held: bool
    """Today."""


@dataclass(frozen=True, slots=True)
class OfficerRow:
    """An officer in the list."""

    uuid: UUID
    name: str
    username: str
    positions: tuple[PositionRow, ...]
    """Of today."""
    account: str
    """"active", "first" (the first password is not changed yet), "none" (no password yet), "off"."""


@dataclass(frozen=True, slots=True)
class OfficerView:
    """An officer with account and positions."""

    uuid: UUID
    version: int
    name: str
    username: str
    email: str
    account: str
    second_factor: bool
    last_login: datetime | None
    positions: tuple[PositionRow, ...]
    is_oneself: bool
    works_here: bool
    """Not in another agency too or by now: the own administrators look after the account."""


@dataclass(frozen=True, slots=True)
class AbsenceRow:
    """Who is away when, and who stands in."""

    uuid: UUID
    version: int
    officer: str
    substitute: str
    first_day: date
    last_day: date
    reason: str
    state: str
    """"now", "to_come", "past", "called_off"."""
    may_end: bool
    substitute_away: bool
    """The substitute is away too for a part of the time, by a later entry."""


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """A parameter with what holds for the agency."""

    parameter: Parameter
    words: str
    usual_words: str
    own: bool
    number: int
    """Of the newest setting; 0 when it was never set."""
    value: str
    reason: str
    set_by: str
    set_at: datetime | None


@dataclass(frozen=True, slots=True)
class Overview:
    """The numbers on the first page of administration."""

    agencies: int
    units: int
    officers: int
    away: int
    contacts: int
    own_parameters: int
    may_edit_register: bool
