"""What a screen asks for, as frozen values built by its forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thammuu.apps.files.uploads import Upload


@dataclass(frozen=True, slots=True)
class OpenDossier:
    """Make a dossier from the newest reading of a document; an empty title takes the document's."""

    document: UUID
    title: str = ""


@dataclass(frozen=True, slots=True)
class StartStep:
    """Work on a step began on a day, by a person."""

    step: UUID
    version: int
    """As shown when the page was opened."""
    done_on: date
    done_by: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FinishStep:
    """A step was done on a day, by a person, with a file or a note of where its evidence lies."""

    step: UUID
    version: int
    done_on: date
    done_by: str
    evidence_note: str = ""
    note: str = ""
    evidence: Upload | None = None


@dataclass(frozen=True, slots=True)
class DecideDoubt:
    """What a person makes of a doubt, and why; `state` is a value of DoubtState."""

    doubt: UUID
    version: int
    state: str
    reason: str
