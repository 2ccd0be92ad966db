"""What officers ask for their own accounts."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class RevokeToken:
    """From now on the token opens nothing."""

    token: UUID
    reason: str = ""


@dataclass(frozen=True, slots=True)
class EndSessions:
    """End one of the own sessions, or all but the one in which this is asked."""

    keep: str
    """Key of the session that stays."""
    session: UUID | None = None
    """None: all the others."""


@dataclass(frozen=True, slots=True)
class ChooseLanguage:
    """One of `settings.LANGUAGES`."""

    language: str
