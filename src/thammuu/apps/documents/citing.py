"""What a document cites, held against the register of legal documents; and taking in what the register has not.

A reading is a claim: what it cites comes into the register only when a person presses for it, one document at a time.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from thammuu.apps.documents.models import Reading
from thammuu.apps.documents.queries import held, visible_document, visible_reading
from thammuu.apps.instruments import queries as register
from thammuu.apps.instruments import services
from thammuu.apps.instruments.commands import AcceptCited
from thammuu.apps.instruments.rows import Judgement
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotVisible
from thammuu_core.citations import Citation
from thammuu_core.citations.judging import State

Claim = dict[str, Any]
_SELF = "self"
ROLES = {"basis": "Căn cứ", "mandate": "Văn bản giao việc", "reference": "Viện dẫn"}
_UNKNOWN_KIND = "Văn bản"


@dataclass(frozen=True, slots=True)
class CitedRow:
    """One document that is cited, with every place that cites it alike, and what the register says of it."""

    index: int
    """Of its first mention in the reading."""
    quote: str
    role_words: str
    where: tuple[str, ...]
    judgement: Judgement
    may_accept: bool


@dataclass(frozen=True, slots=True)
class Cited:
    """What some text cites, judged on a day."""

    on: date
    dated: bool
    """The day is the document's own; otherwise it is today, because the document has none yet."""
    rows: tuple[CitedRow, ...]

    @property
    def troubled(self) -> int:
        """How many a person should look at."""
        return sum(row.judgement.state != State.KNOWN for row in self.rows)


@dataclass(frozen=True, slots=True)
class CitedPage(Cited):
    """The same of a document taken in, whose citations a person may take into the register."""

    document: UUID
    reading: UUID
    title: str


@dataclass(frozen=True, slots=True)
class AcceptCitation:
    """Take the document of one citation of a reading into the register."""

    reading: UUID
    index: int


def cited_page(actor: Actor, document: UUID) -> CitedPage | None:
    """What the newest reading cites; None while there is none. Raises NotVisible."""
    reading = visible_document(actor, document).readings.order_by("pk").last()
    return cited_in(actor, document, reading) if reading else None


def cited_in(actor: Actor, document: UUID, reading: Reading) -> CitedPage:
    """What a reading at hand cites, on the day of its document, or today where that has no day yet."""
    day = held(reading).header_value("date")
    on = date.fromisoformat(day) if day else clock.today()
    rows = cited_rows(actor, reading.claim["citations"], on, may_accept=register.may_accept(actor))
    return CitedPage(on, bool(day), rows, document, reading.uuid, reading.title)


def cited_rows(
    actor: Actor, citations: Iterable[Claim], on: date, *, may_accept: bool
) -> tuple[CitedRow, ...]:
    """Citations of the reading contract, each document once, with what the register says of it on that day."""
    grouped = _grouped(citations)
    judged = register.judge(actor, [_citation(group[0][1]) for group in grouped], on)
    return tuple(
        _row(group, judgement, may_accept=may_accept)
        for group, judgement in zip(grouped, judged, strict=True)
    )


def accept_citation(actor: Actor, command: AcceptCitation, *, key: UUID) -> UUID:
    """The cited document, in the register as stated, with the document that cites it as its source. Its uuid there."""
    reading = visible_reading(actor, command.reading)
    citations = reading.claim["citations"]
    if not 0 <= command.index < len(citations) or citations[command.index]["role"] == _SELF:
        raise NotVisible
    return services.accept_cited(actor, _accepted(reading, citations[command.index]), key=key)


def _accepted(reading: Reading, said: Claim) -> AcceptCited:
    citation = _citation(said)
    kind, subject = citation.kind or _UNKNOWN_KIND, citation.subject or ""
    if citation.name and not subject:
        subject = citation.name.removeprefix(kind).strip()
    named = " ".join(filter(None, (reading.kind, reading.symbol, reading.title)))
    return AcceptCited(
        kind=kind,
        symbol=citation.symbol or "",
        issued_on=citation.date,
        issuer=citation.issuer or "",
        subject=subject,
        source=f"Được viện dẫn trong {named or 'văn bản đã nhận'}",
    )


def _grouped(citations: Iterable[Claim]) -> list[list[tuple[int, Claim]]]:
    """Mentions of one document, said alike, together; a document does not cite itself."""
    groups: dict[Citation, list[tuple[int, Claim]]] = {}
    for index, said in enumerate(citations):
        if said["role"] != _SELF:
            groups.setdefault(_citation(said), []).append((index, said))
    return list(groups.values())


def _citation(said: Claim) -> Citation:
    """As the core found it, without its place, so that mentions said alike are equal."""
    day = date.fromisoformat(said["date"]) if said["date"] else None
    return Citation(0, 0, said["kind"], said["symbol"], said["name"], day, said["issuer"], said["subject"])


def _row(group: list[tuple[int, Claim]], judgement: Judgement, *, may_accept: bool) -> CitedRow:
    index, first = group[0]
    places = dict.fromkeys(said["where"] for _, said in group if said["where"])
    return CitedRow(
        index=index,
        quote=first["quote"],
        role_words=ROLES.get(first["role"], ROLES["reference"]),
        where=tuple(places),
        judgement=judgement,
        may_accept=may_accept and judgement.state == State.UNKNOWN,
    )
