"""What a screen asks of drafts, as frozen values built by its forms."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from thammuu.apps.files.uploads import Upload


@dataclass(frozen=True, slots=True)
class BeginDraft:
    """A draft whose first version is a Word file."""

    dossier: UUID
    kind: str
    title: str
    file: Upload
    step: UUID | None = None


@dataclass(frozen=True, slots=True)
class ComposeDraft:
    """A draft whose first version is written from a template and what the dossier knows."""

    dossier: UUID
    template: str
    step: UUID | None = None


@dataclass(frozen=True, slots=True)
class AddVersion:
    """The next version of a draft."""

    draft: UUID
    version: int
    """Number of the newest version when the page was opened."""
    file: Upload
    reason: str


@dataclass(frozen=True, slots=True)
class RepairVersion:
    """The next version: the newest one with the faults of form mended that change no word."""

    draft: UUID
    version: int


@dataclass(frozen=True, slots=True)
class CheckAgain:
    """Run the checks on a version once more, as for a state: draft, submitted, issued."""

    version: UUID
    state: str


@dataclass(frozen=True, slots=True)
class PutInitial:
    """An initial on a version, or its return with a reason."""

    version: UUID
    version_of_chain: int
    """How many initials it had when the page was opened."""
    post: str
    act: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class SetTemplate:
    """The agency's own Word file in the place of a template."""

    template: str
    edition: int
    """Number of the newest edition when the page was opened; 0 for none."""
    file: Upload
    note: str


@dataclass(frozen=True, slots=True)
class TakeBackTemplate:
    """The template that comes with the program again, in the place of the agency's own."""

    template: str
    edition: int
    note: str
