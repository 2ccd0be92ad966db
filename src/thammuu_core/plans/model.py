"""What is read from a document: header, people, steps with their times (contract `thammuu/reading/1`)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from thammuu_core.citations.model import Citation
from thammuu_core.errors import Problem
from thammuu_core.provisions import Outline, Place


class WhenKind(StrEnum):
    """How a time is bound."""

    DEADLINE = "deadline"
    PERIOD = "period"
    POINT = "point"
    RECURRING = "recurring"
    ONGOING = "ongoing"
    CONDITIONAL = "conditional"
    UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class When:
    """A time as written and as read. A deadline has an end only; a period both, or one and an open side.

    "Trước ngày D" stores D with `strict` True: literally D is excluded; the tenant's reading decides (calendars.due).
    """

    as_written: str
    kind: WhenKind
    start: date | None = None
    end: date | None = None
    strict: bool = False
    open_end: bool = False
    recurrence: str | None = None
    """RFC 5545 RRULE where the words allow one."""


class ActivityKind(StrEnum):
    """What is done in a step."""

    RESEARCH = "research"
    STUDY_VISIT = "study_visit"
    DRAFTING = "drafting"
    CONSULTATION = "consultation"
    OPINION_OF_LEADER = "opinion_of_leader"
    VERIFICATION = "verification"
    SUBMISSION = "submission"
    FINALISING = "finalising"
    ISSUANCE = "issuance"
    ORGANISATION = "organisation"
    REPORTING = "reporting"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Activity:
    """One act inside a step; a consultation knows its audience and, where said or counted, its round."""

    kind: ActivityKind
    audience: tuple[str, ...] = ()
    round: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One duty with an owner or a time of its own."""

    id: str
    where: str
    """The path of labels a reader would say: "II.3", "Phụ lục I, dòng 12"."""
    text: str
    when: When
    also: tuple[When, ...] = ()
    after: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    inherited: tuple[str, ...] = ()
    """Names of the fields that come from a sentence about the whole list or from a heading above."""
    condition: str | None = None
    products: tuple[str, ...] = ()
    report_to: str | None = None
    restates: str | None = None
    """Id of the step that says the same duty elsewhere."""
    activities: tuple[Activity, ...] = ()
    sources: tuple[tuple[str, Place], ...] = ()
    """(field, place) pairs: text, when, lead, coordinating, …"""


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who issues; `stated` is False when inferred from the symbol or the text."""

    name: str | None
    parent: str | None = None
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Number:
    """Số, ký hiệu; `value` is None when left blank."""

    as_written: str
    value: str | None
    symbol: str | None


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Địa danh, ngày tháng năm; parts may be blank in a draft."""

    as_written: str
    place: str | None
    year: int | None
    month: int | None
    day: int | None

    @property
    def iso(self) -> date | None:
        """The whole date, when every part is there and it exists."""
        if self.year and self.month and self.day:
            try:
                return date(self.year, self.month, self.day)
            except ValueError:
                return None
        return None


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, with the authority lines above the title (TM., KT., …)."""

    authority: tuple[str, ...]
    title: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class Header:
    """The formal elements of a document (Nghị định 30/2020/NĐ-CP, Điều 8)."""

    kind_code: str | None
    kind_name: str | None
    issuer: Issuer
    number: Number | None
    date: PartialDate | None
    title: str | None
    recipients: tuple[str, ...] = ()
    signer: Signer | None = None
    addressees: tuple[str, ...] = ()
    """Kính gửi."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The document that the plan is meant to bring about."""

    kind_code: str | None
    title: str
    issuer: str | None
    verified_by: str | None


@dataclass(frozen=True, slots=True)
class PlacedCitation:
    """A citation with its place: offsets of `citation` count in the text of `place.provision`."""

    citation: Citation
    role: str
    """basis, mandate, reference, self."""
    where: str
    place: Place
    quote: str = ""
    """The mention as written."""


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from one document; a claim, not a decision."""

    header: Header
    outline: Outline
    citations: tuple[PlacedCitation, ...]
    outcome: Outcome | None
    steps: tuple[Step, ...]
    problems: tuple[Problem, ...]
