"""What the other apps and the screens ask for, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Telling:
    """One thing to be told to one officer."""

    officer_id: int
    agency_id: int
    """Whose matter it is; an officer who moves to another agency sees it no more."""
    kind: str
    """A value of `models.Kind`."""
    subject: UUID
    """What it is about: a step, a dossier, a request."""
    words: str
    """One plain sentence, without the date of telling."""
    link: str
    """Path of the page to open, from "/"."""
    occasion: str
    """Names this telling for this officer: the same occasion is told once, however often it is asked."""
    expires_at: datetime | None = None
    """After this instant no mail of it leaves; None for a week. It stays on the page."""


@dataclass(frozen=True, slots=True)
class SetPreference:
    """How the officer wishes to be told from now on."""

    version: int
    """As shown when the page was opened; 0 before the first time."""
    page_only: tuple[str, ...]
    days_before: tuple[int, ...]
    bundled: bool
    bundle_at: time
    quiet_days_off: bool
