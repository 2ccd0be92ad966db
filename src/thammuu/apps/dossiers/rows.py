"""What screens get of a dossier: frozen rows, every state already in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thammuu.apps.organisations.choosing import Choice


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
    holder_words: str
    """Of a handing over: to whom."""
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
class HolderRow:
    """Who has the step now, since when, for how many working days; `outside` when nobody here can move it on."""

    words: str
    officer: str
    unit: str
    since: date | None
    days: int | None
    outside: bool


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A change of what a step says, both ways in words, and what it rests on."""

    field: str
    field_words: str
    before: str
    after: str
    cause: str
    """"Gia hạn theo …", "Theo Kế hoạch số …", or the reason of a correction."""
    made_by: str
    made_at: datetime


@dataclass(frozen=True, slots=True)
class ExtensionRow:
    """More time asked for and, once decided, what was decided."""

    uuid: UUID
    asked_on: date
    asked_by: str
    ends_on: date
    reason: str
    letter_uuid: UUID | None
    letter_name: str
    letter_note: str
    decided: bool
    granted: bool
    lapsed: bool
    """Nobody decided before the step was over; `decided`, by nobody."""
    granted_ends_on: date | None
    decided_on: date | None
    decided_by: str
    decision_reason: str
    paper_uuid: UUID | None
    paper_name: str
    paper_note: str


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step with everything a screen or the Gantt shows of it."""

    uuid: UUID
    version: int
    number: int
    where: str
    text: str
    origin: str
    origin_words: str
    parent: UUID | None
    """The step that this is a part of."""
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
    holder: HolderRow
    slack: int | None
    """Working days by which it may end later than at best with every last day kept; negative when one is missed
    even so, None where that cannot be said."""
    confirmed: tuple[str, ...]
    """Fields that a person confirmed or wrote."""
    changes: tuple[ChangeRow, ...]
    extensions: tuple[ExtensionRow, ...]
    acts: tuple[str, ...]
    """What the one who looks may do now: start, finish, hand_over, skip, reopen, ask_more_time, decide_more_time,
    split, correct, confirm."""


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
class DossierEventRow:
    """Something recorded of the dossier as a whole."""

    act: str
    act_words: str
    before: str
    after: str
    reason: str
    recorded_by: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class BookingRow:
    """Working days for which steps lay with one holder, up to today."""

    holder: str
    days: int
    steps: tuple[str, ...]
    """Labels of the steps."""
    now: bool
    """Holds one of them still."""


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A dossier on the board; everything comes from its own columns but the few words of its next step."""

    uuid: UUID
    title: str
    outcome: str
    unit: str
    drafter: str
    opened_at: datetime
    state: str
    steps: int
    finished: int
    late: int
    open_doubts: int
    next_step: str
    next_holder: str
    next_due: date | None
    next_days_left: int | None
    light: str
    reason: str


@dataclass(frozen=True, slots=True)
class Board:
    """One page of the board, with the counts of the whole of what was asked for."""

    rows: tuple[BoardRow, ...]
    total: int
    page: int
    pages: int
    tally: tuple[tuple[str, int], ...]
    """Light → how many dossiers, over all pages and before the light itself narrows."""
    units: tuple[Choice, ...]
    """To choose from."""


@dataclass(frozen=True, slots=True)
class WorkRow:
    """A step that someone must see to, with the dossier it belongs to."""

    uuid: UUID
    version: int
    where: str
    text: str
    dossier_uuid: UUID
    dossier_title: str
    due_on: date | None
    days_left: int | None
    light: str
    reason: str
    state: str
    state_words: str
    holder: str
    acts: tuple[str, ...]
    number: int
    """As in `StepRow.number`: its place on the page of the dossier."""
    since: date | None
    """From that day on the holder has it."""
    request: UUID | None
    """The request for more time that waits."""
    asked: str
    """What that request asks for, in words."""


@dataclass(frozen=True, slots=True)
class WorkSection:
    """Việc của tôi, one heading of it: overdue, today, this_week, later, undated, waiting (with others)."""

    key: str
    words: str
    rows: tuple[WorkRow, ...]
    total: int
    """Also those that are not among `rows`, of which there are at most fifty."""


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
    version: int
    state: str
    state_words: str
    mandate: str
    due_on: date | None
    previous_uuid: UUID | None
    previous_title: str
    document: DocumentRow | None
    steps: tuple[StepRow, ...]
    """In order; the parts of a step follow it."""
    events: tuple[DossierEventRow, ...]
    days: tuple[BookingRow, ...]
    """Where the days went, the longest first."""
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
    acts: tuple[str, ...]
    """What the one who looks may do to the whole now: hand_over, rename, close, reopen, add_step, amend, next_year."""


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


@dataclass(frozen=True, slots=True)
class ExtensionView:
    """A request for more time with its step and the dossier it belongs to."""

    step: StepRow
    extension: ExtensionRow
    dossier_uuid: UUID
    dossier_title: str


@dataclass(frozen=True, slots=True)
class HolderChoice:
    """Someone to whom a step can be handed; `kind` officer or unit, `group` the unit of an officer."""

    uuid: UUID
    words: str
    kind: str
    group: str


@dataclass(frozen=True, slots=True)
class BoardFilter:
    """What of the board is asked for; what is empty narrows nothing."""

    words: str = ""
    unit: UUID | None = None
    light: str = ""
    """green, amber, red, none."""
    state: str = "open"
    """A value of `DossierState`; empty for all."""
    due_within: int | None = None
    """Has an open step whose last day is one of the next so many days, today included."""
    drafter: UUID | None = None
