"""What a screen asks for, as frozen values built by its forms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thammuu.apps.files.uploads import Upload


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """Read a file with a programme; `year` where the file does not say it."""

    file: Upload
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ItemCorrection:
    """What a person puts in place of what was read of an item, by its place in the list from 0; None leaves it."""

    index: int
    lead: str | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class ConfirmSheet:
    """Keep what was read, but for the items left out, with the corrections."""

    sheet: UUID
    title: str
    year: int
    issuer: str = ""
    symbol: str = ""
    issued_on: date | None = None
    left_out: tuple[int, ...] = ()
    corrections: tuple[ItemCorrection, ...] = ()


@dataclass(frozen=True, slots=True)
class AddProgramme:
    """A programme typed by hand; its items follow."""

    title: str
    year: int
    issuer: str = ""
    symbol: str = ""
    issued_on: date | None = None


@dataclass(frozen=True, slots=True)
class ItemFields:
    """What an assignment says, as typed by a person."""

    text: str
    lead: str = ""
    """As written; matched to the register."""
    coordinating: tuple[str, ...] = ()
    due_on: date | None = None
    """The last day that is still in time."""
    product: str = ""
    submitted_to: str = ""
    basis: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class AddItem:
    """An item typed by hand."""

    fields: ItemFields
    programme: UUID | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A leader's bút phê: the words, whose, on which day, to which unit; for another's, where it stands."""

    words: str
    given_by: str
    given_on: date
    unit: UUID | None = None
    evidence_note: str = ""
    evidence: Upload | None = None


@dataclass(frozen=True, slots=True)
class ReceiveLetter:
    """An incoming letter that assigns something, with the leader's bút phê where there is one already."""

    fields: ItemFields
    issuer: str
    received_on: date
    symbol: str = ""
    issued_on: date | None = None
    subject: str = ""
    kept_at: str = ""
    file: Upload | None = None
    remark: Remark | None = None


@dataclass(frozen=True, slots=True)
class Instruct:
    """Put a bút phê on an assignment."""

    assignment: UUID
    version: int
    remark: Remark


@dataclass(frozen=True, slots=True)
class CorrectItem:
    """The assignment was read or typed wrongly."""

    assignment: UUID
    version: int
    fields: ItemFields
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeByPaper:
    """A change that needs consent (NĐ 191/2026/NĐ-CP, Điều 20): who decided it, when, by which paper."""

    assignment: UUID
    version: int
    reason: str
    decided_by: str
    decided_on: date
    paper_note: str = ""
    paper: Upload | None = None
    due_on: date | None = None
    """The new last day; only where it is deferred."""


@dataclass(frozen=True, slots=True)
class TemplateStepFields:
    """One step of a template: its title, keys of `durations.tsv`, condition, owner in words."""

    title: str
    durations: tuple[str, ...]
    condition: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class SaveTemplate:
    """A new template, or a new version of one; `number` is the version that was edited."""

    name: str
    steps: tuple[TemplateStepFields, ...]
    template: UUID | None = None
    number: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class LayOut:
    """How an assignment is laid out: by which template (None: the one of the program), until when, from when."""

    template: UUID | None
    first_day: date
    due_on: date
    days: tuple[tuple[str, int], ...] = ()
    """Working days that a person set for steps, by the id of the step; empty: the usual ones where time allows."""


@dataclass(frozen=True, slots=True)
class OpenFromAssignment:
    """Make a dossier of an assignment by its timetable."""

    assignment: UUID
    version: int
    title: str
    laid: LayOut
