"""The register as screens see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from thammuu.apps.instruments.commands import Said
from thammuu.apps.instruments.yearly import Yearly
from thammuu_core.citations.judging import Difference


@dataclass(frozen=True, slots=True)
class InstrumentRef:
    """A document by name."""

    uuid: UUID
    called: str
    subject: str


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """A document in the list."""

    uuid: UUID
    called: str
    subject: str
    issued_on: date | None
    issuer: str
    in_force_from: date | None
    in_force_to: date | None
    force: str
    """"holds", "not_yet", "expired", "unknown" on the day of the list."""
    certainty: str
    certainty_words: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One thing that a document demands."""

    uuid: UUID
    kind: str
    kind_words: str
    words: str
    where: str
    measure: str
    unit: str
    baseline: str
    values: tuple[Yearly, ...]
    values_words: str
    period: str
    certainty: str
    certainty_words: str
    source: str
    instrument: InstrumentRef


@dataclass(frozen=True, slots=True)
class Clash:
    """One measure for which documents set different values for the same years."""

    measure: str
    unit: str
    items: tuple[ItemRow, ...]


@dataclass(frozen=True, slots=True)
class EditionRow:
    """What was said at one time, and by whom."""

    number: int
    origin: str
    reason: str
    by: str
    at: datetime
    changed: tuple[tuple[str, str, str], ...]
    """(field in words, before, after) against the edition before; empty for the first."""


@dataclass(frozen=True, slots=True)
class InstrumentView:
    """One document whole; `said` is what a correction begins with."""

    row: InstrumentRow
    version: int
    said: Said
    source: str
    replaced_by: tuple[InstrumentRef, ...]
    replaces: tuple[InstrumentRef, ...]
    amended_by: tuple[InstrumentRef, ...]
    amends: tuple[InstrumentRef, ...]
    items: tuple[ItemRow, ...]
    clashes: tuple[Clash, ...]
    editions: tuple[EditionRow, ...]
    may_keep: bool


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the register says of one citation on a day."""

    state: str
    """A value of `thammuu_core.citations.judging.State`."""
    state_words: str
    instrument: InstrumentRef | None
    differing: tuple[Difference, ...]
    replaced_by: tuple[InstrumentRef, ...]
    near: tuple[InstrumentRef, ...]
    """What may be meant, where nothing was found."""
    words: str
    """What a person should know and do; empty when the citation agrees and the register is certain."""
