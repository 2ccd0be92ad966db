"""What screens get of the records of a dossier: frozen rows, every state in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from thammuu.apps.organisations.choosing import Choice


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file that can be downloaded."""

    uuid: UUID
    name: str


@dataclass(frozen=True, slots=True)
class WithdrawnRow:
    """That a record does not count any more."""

    reason: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """What came in answer to a request."""

    answer: str
    answer_words: str
    text: str
    answered_on: date
    answered_by: str
    on_behalf: bool
    recorded_by: str
    file: FileRow | None
    file_note: str


@dataclass(frozen=True, slots=True)
class ContributionRow:
    """A request to a unit or body, and where it stands: answered, waiting, late, withdrawn."""

    uuid: UUID
    step_uuid: UUID
    step_number: int
    step_words: str
    dossier_uuid: UUID
    dossier_title: str
    body: str
    outside: bool
    asked_for: str
    asked_on: date
    asked_by: str
    due_on: date
    state: str
    reason: str
    """Where it stands, in words."""
    letter: FileRow | None
    letter_note: str
    answers: tuple[AnswerRow, ...]
    withdrawn: WithdrawnRow | None
    acts: tuple[str, ...]
    """answer, withdraw: what the one who looks may do."""


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """Data that came."""

    received_on: date
    whole: bool
    summary: str
    file: FileRow | None
    recorded_by: str


@dataclass(frozen=True, slots=True)
class StudyRow:
    """A paper read, a visit, a request for data."""

    uuid: UUID
    kind: str
    kind_words: str
    title: str
    body: str
    done_on: date
    due_on: date | None
    state: str
    """done; of data: waiting, late, part, whole; withdrawn."""
    reason: str
    summary: str
    step_words: str
    file: FileRow | None
    recorded_by: str
    receipts: tuple[ReceiptRow, ...]
    withdrawn: WithdrawnRow | None
    acts: tuple[str, ...]
    """receive, withdraw."""


@dataclass(frozen=True, slots=True)
class ConclusionRow:
    """A conclusion, and the step that it became."""

    uuid: UUID
    text: str
    step_number: int | None
    step_words: str


@dataclass(frozen=True, slots=True)
class MinutesRow:
    """What a meeting came to."""

    held_on: date
    chair: str
    summary: str
    paper: FileRow | None
    paper_note: str
    recorded_by: str
    came: tuple[str, ...]
    """Those who came, with the person who sat there."""
    missed: tuple[str, ...]
    conclusions: tuple[ConclusionRow, ...]


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A meeting with its invitation and its minutes."""

    uuid: UUID
    title: str
    held_on: date
    begins_at: time | None
    place: str
    chair: str
    step_words: str
    invited: tuple[str, ...]
    state: str
    """coming, held (no minutes yet), kept, withdrawn."""
    reason: str
    letter: FileRow | None
    letter_note: str
    minutes: tuple[MinutesRow, ...]
    withdrawn: WithdrawnRow | None
    acts: tuple[str, ...]
    """minutes, withdraw."""


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A note."""

    uuid: UUID
    text: str
    step_words: str
    written_by: str
    written_at: datetime
    withdrawn: WithdrawnRow | None
    acts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordsView:
    """Everything kept in a dossier beside its steps."""

    dossier_uuid: UUID
    dossier_title: str
    contributions: tuple[ContributionRow, ...]
    studies: tuple[StudyRow, ...]
    meetings: tuple[MeetingRow, ...]
    notes: tuple[NoteRow, ...]
    may_keep: bool
    steps: tuple[Choice, ...]
    """All steps of the dossier."""
    steps_to_ask: tuple[Choice, ...]
    """Those for which the one who looks may ask others to contribute."""
    open_contributions: int
    late_contributions: int
