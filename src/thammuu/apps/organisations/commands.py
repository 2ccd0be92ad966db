"""What the pages of administration ask for, as frozen values built by their forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class AddAgency:
    """A new agency of the shared register; `kind` is a value of AgencyKind or empty."""

    name: str
    abbreviation: str = ""
    kind: str = ""
    parent: UUID | None = None
    place: str = ""
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class RenameAgency:
    """From a day on the agency bears another name, by a document."""

    agency: UUID
    version: int
    """As shown when the page was opened; so in every command that has it."""
    name: str
    abbreviation: str
    from_day: date
    by: str


@dataclass(frozen=True, slots=True)
class ReorganiseAgency:
    """From a day on the work of an agency is that of others; `kind` is a value of SuccessionKind."""

    agency: UUID
    version: int
    kind: str
    successors: tuple[str, ...]
    """Names as the register has them on that day."""
    from_day: date
    by: str
    ends: bool = True
    """Whether the agency itself is no more from that day."""


@dataclass(frozen=True, slots=True)
class TakeBackSuccession:
    """A succession was recorded wrongly."""

    succession: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class AddUnit:
    """A new unit of the own agency."""

    name: str
    abbreviation: str = ""
    from_day: date | None = None


@dataclass(frozen=True, slots=True)
class ChangeUnit:
    """From a day on a unit is renamed ("renamed"), part of another ("merged") or no more ("ended")."""

    unit: UUID
    version: int
    what: str
    from_day: date
    by: str
    name: str = ""
    abbreviation: str = ""
    into: UUID | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """What an officer is appointed to; `unit` None: the agency as a whole."""

    role: str
    title: str
    unit: UUID | None
    from_day: date | None


@dataclass(frozen=True, slots=True)
class HireOfficer:
    """A new officer with an account and a first position; the first password goes beside it, never into a record."""

    full_name: str
    username: str
    email: str
    post: Post


@dataclass(frozen=True, slots=True)
class Appoint:
    """One more position."""

    officer: UUID
    post: Post


@dataclass(frozen=True, slots=True)
class EndPosition:
    """The position holds until the end of a day."""

    position: UUID
    version: int
    last_day: date


@dataclass(frozen=True, slots=True)
class ChangeAccount:
    """Something about an officer's account, and why."""

    officer: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class PlanAbsence:
    """An officer is away from a day to a day, both included; another does the work meanwhile."""

    officer: UUID
    substitute: UUID
    first_day: date
    last_day: date
    reason: str


@dataclass(frozen=True, slots=True)
class EndAbsence:
    """Back sooner or later than planned; `last_day` None: the absence did not come to be."""

    absence: UUID
    version: int
    last_day: date | None


@dataclass(frozen=True, slots=True)
class KeepContact:
    """A person at an agency, as this agency keeps them; `contact` None: a new one."""

    agency: UUID
    name: str
    title: str = ""
    phone: str = ""
    email: str = ""
    matters: str = ""
    contact: UUID | None = None
    version: int = 0


@dataclass(frozen=True, slots=True)
class EndContact:
    """The person is not to be called there any more."""

    contact: UUID
    version: int


@dataclass(frozen=True, slots=True)
class SetParameter:
    """Another value for a parameter, and why; an empty value gives it back to its usual one."""

    key: str
    number: int
    """Of the newest setting as shown when the page was opened; 0 when there was none."""
    value: str
    reason: str
