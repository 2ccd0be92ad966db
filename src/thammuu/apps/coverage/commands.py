"""What a screen asks, as frozen values built by its forms."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from thammuu.apps.files.uploads import Upload


@dataclass(frozen=True, slots=True)
class AddMandate:
    """Hold the draft against this document of the register as well."""

    draft: UUID
    instrument: UUID


@dataclass(frozen=True, slots=True)
class ConfirmItem:
    """A provision of a version answers a demand."""

    version: UUID
    item: UUID
    number: int
    """How many answers the demand had when the page was opened."""
    clause: str
    """Id of the provision in the version."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class OmitItem:
    """A demand is left out of the draft, for a reason."""

    version: UUID
    item: UUID
    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class BeginComparison:
    """A new comparison."""

    title: str


@dataclass(frozen=True, slots=True)
class AddPlan:
    """One more plan, brought as a file."""

    comparison: UUID
    name: str
    file: Upload


@dataclass(frozen=True, slots=True)
class AddKeptPlan:
    """One more plan: the file of a document that is kept here already."""

    comparison: UUID
    name: str
    document: UUID


@dataclass(frozen=True, slots=True)
class TakePlanOut:
    """A plan that does not belong there."""

    plan: UUID
