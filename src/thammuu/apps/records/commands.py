"""What a screen asks to be kept, as frozen values built by its forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from thammuu.apps.files.uploads import Upload


@dataclass(frozen=True, slots=True)
class AskContribution:
    """Ask a unit of the agency, or a body outside told in words, to contribute to a step by a day."""

    step: UUID
    asked_for: str
    asked_on: date
    due_on: date
    unit: UUID | None = None
    body: str = ""
    letter_note: str = ""
    letter: Upload | None = None


@dataclass(frozen=True, slots=True)
class AnswerContribution:
    """What came; `answer` is a value of `Answer`."""

    request: UUID
    version: int
    """How many answers there were when the page was opened."""
    answer: str
    answered_on: date
    answered_by: str
    text: str = ""
    file_note: str = ""
    file: Upload | None = None


@dataclass(frozen=True, slots=True)
class KeepStudy:
    """A paper read, a visit made, data asked for; `kind` is a value of `StudyKind`."""

    dossier: UUID
    kind: str
    title: str
    done_on: date
    body: str = ""
    due_on: date | None = None
    summary: str = ""
    step: UUID | None = None
    file: Upload | None = None


@dataclass(frozen=True, slots=True)
class ReceiveData:
    """Data that were asked for came."""

    record: UUID
    received_on: date
    whole: bool = True
    summary: str = ""
    file: Upload | None = None


@dataclass(frozen=True, slots=True)
class CallMeeting:
    """An invitation to a meeting."""

    dossier: UUID
    title: str
    held_on: date
    invited: tuple[str, ...]
    begins_at: time | None = None
    place: str = ""
    chair: str = ""
    step: UUID | None = None
    letter_note: str = ""
    letter: Upload | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """One of those invited, or somebody else: whether they came, and who sat there."""

    name: str
    came: bool
    person: str = ""


@dataclass(frozen=True, slots=True)
class Concluded:
    """One conclusion; with `as_step` it becomes a step, led by a unit, due on a day."""

    text: str
    as_step: bool = False
    unit: UUID | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class KeepMinutes:
    """What a meeting came to."""

    meeting: UUID
    version: int
    """How many minutes there were when the page was opened."""
    held_on: date
    chair: str
    came: tuple[Came, ...] = ()
    conclusions: tuple[Concluded, ...] = ()
    summary: str = ""
    paper_note: str = ""
    paper: Upload | None = None


@dataclass(frozen=True, slots=True)
class MakeStep:
    """A conclusion that was only kept becomes a step after all."""

    conclusion: UUID
    unit: UUID | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class WriteNote:
    """A note on the dossier, or on one of its steps."""

    dossier: UUID
    text: str
    step: UUID | None = None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """A record does not count any more, and why."""

    subject: UUID
    reason: str
