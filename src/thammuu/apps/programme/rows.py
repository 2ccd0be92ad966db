"""What screens get of the programme: frozen rows, every state already in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thammuu_core.errors import Problem


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An assignment in a list."""

    uuid: UUID
    number: str
    text: str
    group: str
    source: str
    """The programme or letter it comes from, in a few words."""
    lead: str
    lead_known: bool
    """The lead is a unit or an agency of the register."""
    due_on: date | None
    due_words: str
    """The time as written."""
    days_left: int | None
    submitted_to: str
    state: str
    """waiting, running, late, done, withdrawn."""
    dossier: UUID | None


@dataclass(frozen=True, slots=True)
class ItemPage:
    """One page of the list."""

    items: tuple[ItemRow, ...]
    total: int
    page: int
    pages: int
    tally: tuple[tuple[str, int], ...]
    """(state, how many) over everything that the other filters leave."""


@dataclass(frozen=True, slots=True)
class ProgrammeRow:
    """A programme."""

    uuid: UUID
    title: str
    year: int
    symbol: str


@dataclass(frozen=True, slots=True)
class InstructionRow:
    """A bút phê."""

    words: str
    given_by: str
    given_on: date
    unit: str
    recorded_by: str
    on_behalf: bool
    evidence_uuid: UUID | None
    evidence_name: str
    evidence_note: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change of an assignment."""

    words: str
    details: tuple[str, ...]
    reason: str
    decided_by: str
    decided_on: date | None
    paper_uuid: UUID | None
    paper_name: str
    paper_note: str
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class LetterRow:
    """The letter that assigns."""

    issuer: str
    symbol: str
    issued_on: date | None
    received_on: date
    subject: str
    file_uuid: UUID | None
    file_name: str
    kept_at: str


@dataclass(frozen=True, slots=True)
class ItemView:
    """An assignment whole."""

    row: ItemRow
    version: int
    groups: tuple[str, ...]
    place: str
    lead_words: str
    coordinating: tuple[str, ...]
    product: str
    basis: str
    note: str
    programme: ProgrammeRow | None
    letter: LetterRow | None
    mandate: str
    dossier_title: str
    has_plan: bool
    """The timetable that its own plan is drafted from is there."""
    instructions: tuple[InstructionRow, ...]
    changes: tuple[ChangeRow, ...]
    acts: tuple[str, ...]
    """What the one who looks may do now: open, instruct, correct, defer, withdraw."""


@dataclass(frozen=True, slots=True)
class ReadItemRow:
    """One item of a file as read, with what is doubtful in it."""

    index: int
    place: str
    number: str
    text: str
    groups: tuple[str, ...]
    lead: tuple[str, ...]
    lead_name: str
    """What the lead is in the register; empty when it is not known."""
    meant: tuple[str, ...]
    """Where it is not known: units and agencies of the register that may be meant, the likeliest first."""
    elsewhere: bool
    """Another agency leads it."""
    coordinating: tuple[str, ...]
    due_words: str
    due_on: date | None
    submitted_to: str
    product: str
    basis: str
    note: str
    doubts: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """A file as read, for the person who confirms it."""

    uuid: UUID
    file_name: str
    received_by: str
    received_at: datetime
    title: str
    year: int | None
    items: tuple[ReadItemRow, ...]
    problems: tuple[Problem, ...]
    """Those of no single item."""
    programme: ProgrammeRow | None
    """What the same content was confirmed as, if it was."""
    confirmed_on: date | None
    may_confirm: bool


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template in a list; without uuid the one that comes with the program."""

    uuid: UUID | None
    name: str
    number: int
    steps: int
    made_by: str
    made_at: datetime | None


@dataclass(frozen=True, slots=True)
class TemplateStepRow:
    """One step of a template."""

    title: str
    durations: tuple[str, ...]
    condition: str
    owner: str
    days: int
    """Working days at least, by the agency's own parameters."""


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A template whole, with its earlier versions."""

    row: TemplateRow
    steps: tuple[TemplateStepRow, ...]
    versions: tuple[TemplateRow, ...]
    may_edit: bool
