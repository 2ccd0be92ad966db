"""What is read of accounts, frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OpenSession:
    """One of the own sessions. Instants are those of the machine, not of a simulated date."""

    uuid: UUID
    address: str
    agent: str
    """What the browser says of itself."""
    began_at: datetime
    seen_at: datetime
    """To the minute."""
    current: bool
    """The one in which this is asked."""


@dataclass(frozen=True, slots=True)
class Token:
    """A personal token as its owner sees it afterwards."""

    uuid: UUID
    purpose: str
    purpose_words: str
    name: str
    made_at: datetime
    expires_on: date
    last_used_on: date | None
    state: str
    """`open`, `expired` or `revoked`."""


@dataclass(frozen=True, slots=True)
class Issued:
    """A token just made. The secret is told this once; None when the same request came again."""

    uuid: UUID
    secret: str | None
