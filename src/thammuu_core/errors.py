"""What can go wrong, as values: problems found while reading, and the three families of refusal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Severity(StrEnum):
    """How much a problem matters to the person who must act on it."""

    ERROR = "error"
    """The document must not go on like this."""
    WARNING = "warning"
    """Probably wrong; a person must look."""
    NOTE = "note"
    """Worth knowing."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing found in a document that a person should see; never raised, always returned beside the result."""

    code: str
    """Stable and dotted: `citations.date_implausible`."""
    severity: Severity
    message: str
    """Vietnamese; says what is there and what to do."""
    where: str | None = None
    """Provision id or name of the part."""
    basis: str | None = None
    """The legal rule it comes from, when there is one."""


class Told(Exception):
    """A failure that a user is told about: `message` is Vietnamese and says what to do; `code` is stable."""

    code: ClassVar[str]

    def __init__(self, message: str) -> None:
        self.message = message
        super().__init__(message)


class Refusal(Told):
    """A rule says no; nothing is broken."""


class Malformed(Told):
    """The input is not what it claims to be."""


class Unavailable(Told):
    """A helper outside the process is missing or failed."""
