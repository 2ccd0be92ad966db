"""What the interface gives and takes. Fields are only ever added in version 1, never renamed or taken away."""

from __future__ import annotations

# Pydantic reads these annotations when the module is imported.
import re
from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from ninja import Field, Schema
from pydantic import BeforeValidator


class When(Schema):
    """A time as written and as reckoned; `due_on` is the last day in time."""

    as_written: str
    kind: str
    starts_on: date | None
    ends_on: date | None
    strict: bool
    due_on: date | None


class Owner(Schema):
    """A unit as the plan writes it and as the register calls it."""

    as_written: str
    name: str
    known: bool


class Holder(Schema):
    """Who has the step now, since when, for how many working days."""

    words: str
    officer: str
    unit: str
    since: date | None
    days: int | None
    outside: bool


class Fact(Schema):
    """Something recorded of a step."""

    uuid: UUID
    act: str
    done_on: date
    done_by: str
    recorded_by: str
    recorded_at: datetime
    on_behalf: bool
    holder_words: str
    evidence_uuid: UUID | None
    evidence_note: str
    note: str


class Step(Schema):
    """A step as it stands today. `version` goes back with every act on it."""

    uuid: UUID
    version: int
    number: int
    where: str
    text: str
    origin: str
    parent: UUID | None
    when: When
    lead: list[Owner]
    coordinating: list[Owner]
    condition: str
    products: list[str]
    report_to: str
    after: list[UUID]
    state: str
    light: str
    reason: str
    late: bool
    days_left: int | None
    slack: int | None
    started_on: date | None
    finished_on: date | None
    holder: Holder
    confirmed: list[str]
    acts: list[str]
    facts: list[Fact]


class StepOfDossier(Schema):
    """A step with the dossier it belongs to."""

    dossier_uuid: UUID
    dossier_title: str
    step: Step


class DossierInList(Schema):
    """A dossier on the board."""

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
    next_step: str
    next_due: date | None
    light: str
    reason: str


class Dossiers(Schema):
    """One page of the board."""

    rows: list[DossierInList]
    total: int
    page: int
    pages: int


class Dossier(Schema):
    """A dossier whole."""

    uuid: UUID
    version: int
    title: str
    state: str
    mandate: str
    due_on: date | None
    outcome_kind: str
    outcome_title: str
    outcome_issuer: str
    unit: str
    drafter: str
    opened_at: datetime
    finished: int
    late: int
    light: str
    reason: str
    steps: list[Step]


class Work(Schema):
    """A step that waits for the officer."""

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
    holder: str
    acts: list[str]


class WorkSection(Schema):
    """Việc của tôi, one heading of it."""

    key: str
    words: str
    rows: list[Work]
    total: int


class FoundThing(Schema):
    """One thing that was found."""

    kind: str
    uuid: UUID
    title: str
    beside: str
    dossier_uuid: UUID | None
    step_number: int | None


class FoundPage(Schema):
    """One page of what was found."""

    rows: list[FoundThing]
    total: int
    at_least: bool
    page: int
    pages: int


def _as_day(value: object) -> object:
    """Pydantic alone would take a number for seconds since 1970 in UTC, which in Việt Nam may be the day before."""
    if not (isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)):
        raise ValueError("một ngày dạng YYYY-MM-DD, ví dụ 2021-07-05")
    return value


class Act(Schema):
    """That something was done to a step, by whom, on which day."""

    version: int = Field(
        description="Of the step, as last read; another one is answered with 409 and both texts"
    )
    done_on: Annotated[date, BeforeValidator(_as_day)]
    done_by: str = Field("", max_length=300, description="A full name; empty: the officer of the token")
    note: str = Field(
        "",
        max_length=10_000,
        description="Needed when a step was started by another than the token's officer",
    )


class ReasonedAct(Act):
    """An act that needs its reason."""

    note: str = Field(min_length=1, max_length=10_000, description="The reason")
    evidence_note: str = Field(
        "",
        max_length=2_000,
        description="Where its paper lies; needed when `done_by` is another than the token's",
    )


class Finish(Act):
    """That a step was done, with a word on where its evidence lies."""

    evidence_note: str = Field(min_length=1, max_length=2_000)


class HandOver(Act):
    """That a step went to somebody else: one of the three."""

    officer: UUID | None = None
    unit: UUID | None = None
    words: str = Field("", max_length=300)
    evidence_note: str = Field(
        "",
        max_length=2_000,
        description="Where its paper lies; needed when `done_by` is another than the token's",
    )


class Recorded(Schema):
    """The step that the act was recorded of."""

    step: UUID
