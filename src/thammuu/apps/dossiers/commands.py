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
class HandOverStep:
    """From a day on the step is with somebody else: an officer, a unit, or a body outside told in words."""

    step: UUID
    version: int
    done_on: date
    done_by: str
    officer: UUID | None = None
    unit: UUID | None = None
    words: str = ""
    """Only for a holder who is neither in the register's units nor its officers: "Văn phòng UBND tỉnh"."""
    note: str = ""
    evidence_note: str = ""
    evidence: Upload | None = None


@dataclass(frozen=True, slots=True)
class SkipStep:
    """The step will not be done ("khi có yêu cầu", and nobody asked), and why."""

    step: UUID
    version: int
    done_on: date
    done_by: str
    note: str
    """The reason."""
    evidence_note: str = ""
    evidence: Upload | None = None
    """With `evidence_note`: asked for where another than the one who records did it."""


@dataclass(frozen=True, slots=True)
class ReopenStep:
    """The step was finished or skipped and must be done again, and why."""

    step: UUID
    version: int
    done_on: date
    done_by: str
    note: str
    """The reason."""
    evidence_note: str = ""
    evidence: Upload | None = None
    """With `evidence_note`: asked for where another than the one who records did it."""


@dataclass(frozen=True, slots=True)
class AskMoreTime:
    """A request for more time, with its letter as a file or as number and day in words."""

    step: UUID
    version: int
    asked_on: date
    asked_by: str
    ends_on: date
    """The last day asked for, included."""
    reason: str
    letter_note: str = ""
    letter: Upload | None = None


@dataclass(frozen=True, slots=True)
class DecideMoreTime:
    """What was decided of a request; recorded by another than the one who decided, it needs its paper."""

    request: UUID
    version: int
    """Of the step."""
    granted: bool
    ends_on: date | None
    """The new last day, included; None where it is refused."""
    decided_on: date
    decided_by: str
    reason: str = ""
    paper_note: str = ""
    paper: Upload | None = None


@dataclass(frozen=True, slots=True)
class NewStep:
    """A step that did not come out of a reading: laid backwards, typed, concluded in a meeting, or a part of another."""

    text: str
    kind: str = "undated"
    """A `when.kind` of the reading contract: deadline, period, conditional, undated …"""
    starts_on: date | None = None
    ends_on: date | None = None
    strict: bool = False
    as_written: str = ""
    condition: str = ""
    lead_units: tuple[UUID, ...] = ()
    coordinating_units: tuple[UUID, ...] = ()
    lead_words: tuple[str, ...] = ()
    """Owners told in words, matched to the register like those of a plan."""
    coordinating_words: tuple[str, ...] = ()
    products: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    """Kinds of activity of the reading contract: research, drafting, consultation …"""
    where: str = ""
    """Its label; empty: the next number."""


@dataclass(frozen=True, slots=True)
class AddStep:
    """Add a step to a running dossier."""

    dossier: UUID
    step: NewStep
    origin: str
    """A value of `Origin`: conclusion, hand."""
    reason: str
    after: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class SplitStep:
    """Make the parts of a bundled step steps of their own, inside it."""

    step: UUID
    version: int
    parts: tuple[NewStep, ...]
    """In their order; each follows the one before."""


@dataclass(frozen=True, slots=True)
class CorrectStep:
    """What a step says was read or typed wrongly; `field` and `value` as in `StepChange`."""

    step: UUID
    version: int
    field: str
    value: object
    reason: str


@dataclass(frozen=True, slots=True)
class ConfirmStep:
    """What the machine read of these fields is right, says the one who presses."""

    step: UUID
    version: int
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenLaidDossier:
    """Make a dossier without a plan: from an assignment, or from the dossier of the year before."""

    title: str
    steps: tuple[NewStep, ...]
    """In their order."""
    follows: tuple[tuple[int, ...], ...]
    """For each step the places (from 0) of the steps it follows."""
    mandate: str = ""
    due_on: date | None = None
    outcome_kind: str = ""
    outcome_title: str = ""
    outcome_issuer: str = ""
    previous: UUID | None = None


@dataclass(frozen=True, slots=True)
class HandOverDossier:
    """From now on another officer of the agency is its drafter."""

    dossier: UUID
    version: int
    officer: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class RenameDossier:
    """Another title."""

    dossier: UUID
    version: int
    title: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class CloseDossier:
    """Nothing more is to be done; refused while a step is open, unless it is skipped first."""

    dossier: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReopenDossier:
    """Work goes on after all."""

    dossier: UUID
    version: int
    reason: str


@dataclass(frozen=True, slots=True)
class DecideDoubt:
    """What a person makes of a doubt, and why; `state` is a value of DoubtState."""

    doubt: UUID
    version: int
    state: str
    reason: str
