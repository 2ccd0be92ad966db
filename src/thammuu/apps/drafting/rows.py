"""What screens get of drafts: frozen rows, every state in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thammuu.apps.drafting.checking import Found
from thammuu.apps.organisations.choosing import Choice
from thammuu_core.compositions import Offer


@dataclass(frozen=True, slots=True)
class InitialRow:
    """An initial, or a return."""

    post: str
    returned: bool
    remark: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PostRow:
    """One post of the chain and where it stands: done, next, later, returned."""

    post: str
    words: str
    answers_for: str
    """"nội dung", "thể thức", or empty."""
    state: str
    initial: InitialRow | None


@dataclass(frozen=True, slots=True)
class VersionRow:
    """A version in the list."""

    uuid: UUID
    number: int
    source: str
    source_words: str
    reason: str
    made_by: str
    made_at: datetime
    file_uuid: UUID
    file_name: str
    errors: int
    warnings: int
    notes: int
    chain_state: str
    """none, waiting, returned, complete."""
    chain_words: str
    same_words_as: int | None
    """Number of an earlier version that says the same: only the form has changed since."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A draft in a list, as its newest version stands."""

    uuid: UUID
    kind: str
    title: str
    dossier_uuid: UUID
    dossier_title: str
    step_number: int | None
    step_words: str
    newest: VersionRow
    next_post: str
    """The post whose turn it is; empty when returned or complete."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """A kept check."""

    state: str
    law_day: date
    checked_at: datetime
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class DraftView:
    """One version of a draft with everything around it."""

    draft: DraftRow
    versions: tuple[VersionRow, ...]
    """The newest first."""
    shown: VersionRow
    check: CheckRow
    chain: tuple[PostRow, ...]
    chain_length: int
    """How many initials the shown version has; goes with the form."""
    is_newest: bool
    acts: tuple[str, ...]
    """add, repair, check; initial, return: what the one who looks may do now."""
    my_post: str
    """The post at which the one who looks may initial now; empty for none."""
    two_people: str
    """Why the one who looks may not, though it is the turn of a post held: the name answered for the other part."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A paragraph that differs between two versions."""

    kind: str
    """added, removed, changed."""
    before: tuple[tuple[str, bool], ...]
    """Pieces of the older paragraph, each with whether it is gone."""
    after: tuple[tuple[str, bool], ...]
    """Pieces of the newer one, each with whether it is new."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a form for a new draft starts from."""

    dossier_uuid: UUID
    dossier_title: str
    steps: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Proposal:
    """A paper to compose, for a step or for the dossier as a whole."""

    template: str
    name: str
    step_uuid: UUID | None
    step_number: int | None
    step_words: str


@dataclass(frozen=True, slots=True)
class DraftsView:
    """The drafts of a dossier."""

    dossier_uuid: UUID
    dossier_title: str
    drafts: tuple[DraftRow, ...]
    may_draft: bool
    proposals: tuple[Proposal, ...]
    """Papers that nobody has begun; nothing for those who may begin none."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file made when it is asked for."""

    data: bytes
    name: str


@dataclass(frozen=True, slots=True)
class EditionRow:
    """One time that an agency set its own file for a template, or took it back."""

    uuid: UUID
    number: int
    note: str
    set_by: str
    set_at: datetime
    file_uuid: UUID | None
    """None: back to what the program brings."""
    file_name: str


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template, and whose wording and layout are used today."""

    code: str
    name: str
    source: str
    """The form that the supplied one follows."""
    own: EditionRow | None
    """None: the supplied one is used."""


@dataclass(frozen=True, slots=True)
class TemplatesView:
    """All templates."""

    rows: tuple[TemplateRow, ...]
    may_set: bool


@dataclass(frozen=True, slots=True)
class TemplateView:
    """One template with everything that an own file for it needs to know."""

    row: TemplateRow
    single: tuple[Offer, ...]
    """Placeholders filled once."""
    lists: tuple[Offer, ...]
    """Those whose paragraph is repeated for every item."""
    tables: tuple[tuple[str, tuple[Offer, ...]], ...]
    """What each table is for, and the columns that repeat its row."""
    history: tuple[EditionRow, ...]
    """The newest first."""
    edition: int
    """Number of the newest; goes with the form."""
    may_set: bool
