"""What is asked of the register, as frozen values built by forms and imports."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Said:
    """Everything that is said of a document; documents it is followed by are named as written, each in the register."""

    kind: str
    symbol: str
    issued_on: date | None
    issuer: str
    subject: str
    source: str
    certainty: str
    in_force_from: date | None = None
    in_force_to: date | None = None
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()


LINKS = ("replaced_by", "amended_by")
"""What of it names other documents."""
PLAIN = tuple(name for name in Said.__dataclass_fields__ if name not in LINKS)
"""What of it is a value of its own, a column of the register."""


@dataclass(frozen=True, slots=True)
class EnterInstrument:
    """A document that is not in the register yet."""

    said: Said


@dataclass(frozen=True, slots=True)
class CorrectInstrument:
    """Something else is said of a document from now on, and why; what was said before stays."""

    instrument: UUID
    version: int
    """As shown when the page was opened."""
    said: Said
    reason: str


@dataclass(frozen=True, slots=True)
class AcceptCited:
    """A document as another one cites it, taken into the register by a person; it is stated, never verified."""

    kind: str
    symbol: str
    issued_on: date | None
    issuer: str
    subject: str
    source: str
    """The document that cites it."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is said of a target, duty or rule on money; `values` as `yearly.read_yearly` reads them."""

    kind: str
    words: str
    where: str = ""
    measure: str = ""
    unit: str = ""
    baseline: str = ""
    values: str = ""
    period: str = ""
    certainty: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class AddItem:
    """One more of what a document demands."""

    instrument: UUID
    item: Item


@dataclass(frozen=True, slots=True)
class CorrectItem:
    """Another item stands in the place of this one, and why; `item` None: it was never demanded."""

    corrected: UUID
    item: Item | None
    reason: str
