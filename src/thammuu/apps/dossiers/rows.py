"""What screens get of a dossier: frozen rows, every state already in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class WhenRow:
    """The time of a step as written and as reckoned; `due_on` is the last day that is still in time."""

    as_written: str
    kind: str
    starts_on: date | None
    ends_on: date | None
    due_on: date | None
    strict: bool
    words: str


@dataclass(frozen=True, slots=True)
class OwnerRow:
    """An owner as the plan writes it; `name` is the register's, empty when `known` is False."""

    as_written: str
    name: str
    known: bool


@dataclass(frozen=True, slots=True)
class FactRow:
    """Something recorded of a step."""

    uuid: UUID
    act: str
    act_words: str
    done_on: date
    done_by: str
    recorded_by: str
    recorded_at: datetime
    on_behalf: bool
    """Ghi nhận thay: the person who recorded it is not the one who did it."""
    evidence_uuid: UUID | None
    evidence_name: str
    evidence_note: str
    note: str


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """A doubt with what was decided last."""

    uuid: UUID
    version: int
    step_uuid: UUID | None
    where: str
    code: str
    severity: str
    message: str
    basis: str
    state: str
    state_words: str
    reason: str
    decided_by: str
    decided_at: datetime | None


@dataclass(frozen=True, slots=True)
class SourceRow:
    """The words of the plan a value came from."""

    field: str
    field_words: str
    quote: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with everything a screen or the Gantt shows of it."""

    uuid: UUID
    version: int
    number: int
    where: str
    text: str
    when: WhenRow
    lead: tuple[OwnerRow, ...]
    coordinating: tuple[OwnerRow, ...]
    inherited: tuple[str, ...]
    condition: str
    products: tuple[str, ...]
    report_to: str
    after: tuple[UUID, ...]
    after_numbers: tuple[int, ...]
    state: str
    state_words: str
    light: str
    """green, amber, red, none."""
    reason: str
    """Why the light has its colour, in words."""
    late: bool
    """Unfinished after its last day."""
    days_left: int | None
    """Working days to the last day, negative when late; None when there is none or its year has no calendar."""
    started_on: date | None
    finished_on: date | None
    facts: tuple[FactRow, ...]
    doubts: tuple[DoubtRow, ...]
    sources: tuple[SourceRow, ...]
    acts: tuple[str, ...]
    """What the one who looks may record now: start, finish."""


@dataclass(frozen=True, slots=True)
class DocumentRow:
    """The plan a dossier was made from."""

    uuid: UUID
    file_uuid: UUID
    file_name: str
    kind: str
    symbol: str
    issued_on: date | None
    title: str
    received_at: datetime


@dataclass(frozen=True, slots=True)
class DossierRow:
    """A dossier in a list."""

    uuid: UUID
    title: str
    outcome: str
    unit: str
    drafter: str
    opened_at: datetime
    steps: int
    finished: int
    late: int
    open_doubts: int
    next_step: str
    next_due: date | None
    next_days_left: int | None
    light: str
    reason: str


@dataclass(frozen=True, slots=True)
class DossierView:
    """A dossier whole."""

    uuid: UUID
    title: str
    outcome_kind: str
    outcome_title: str
    outcome_issuer: str
    unit: str
    drafter: str
    opened_at: datetime
    document: DocumentRow
    steps: tuple[StepRow, ...]
    doubts: tuple[DoubtRow, ...]
    today: date
    first_day: date
    last_day: date
    """The span of all days shown, today among them."""
    finished: int
    late: int
    light: str
    reason: str
    may_decide: bool


@dataclass(frozen=True, slots=True)
class StepView:
    """A step with the dossier it belongs to."""

    step: StepRow
    dossier_uuid: UUID
    dossier_title: str


@dataclass(frozen=True, slots=True)
class DoubtView:
    """A doubt with the dossier it belongs to."""

    doubt: DoubtRow
    dossier_uuid: UUID
    dossier_title: str
