"""An amended plan over a running dossier: what it changes, line by line, and the lines a person chose as facts.

The new plan stays a document of its own; every change names its reading, so that one can always see which paper
changed what. A step that is over is told and left alone: what was done was done under the plan of its day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import ClassVar
from uuid import UUID

from thammuu.apps.documents.held import HeldReading
from thammuu.apps.documents.models import Reading
from thammuu.apps.documents.queries import foreign_issuer, held, visible_document
from thammuu.apps.dossiers import access
from thammuu.apps.dossiers.acting import claiming
from thammuu.apps.dossiers.plans.amending.applying import Application
from thammuu.apps.dossiers.plans.amending.comparing import AmendmentLine, Compared, Comparison, compare
from thammuu.apps.dossiers.refusals import NotReadYet
from thammuu.apps.journal.receipts import once
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import StaleEdit
from thammuu_core.errors import Refusal


class NothingChosen(Refusal):
    """An amendment applies at least one of its lines."""

    code: ClassVar[str] = "dossiers.nothing_chosen"

    def __init__(self) -> None:
        super().__init__("Hãy chọn ít nhất một thay đổi để áp dụng vào hồ sơ.")


@dataclass(frozen=True, slots=True)
class ApplyAmendment:
    """Apply these lines of the comparison to the running dossier."""

    dossier: UUID
    document: UUID
    seen: str
    """`Amendment.seal` as shown."""
    lines: tuple[str, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Amendment:
    """What a new plan changes in a dossier."""

    dossier: UUID
    title: str
    document: UUID
    paper: str
    """The paper behind the changes: kind, symbol, date."""
    first: bool
    """The dossier has no plan yet and will stand on this one; its labels and its order come with any chosen line."""
    foreign_issuer: str
    unconfirmed: int
    """Values of the new reading that nobody confirmed yet."""
    lines: tuple[AmendmentLine, ...]
    seal: str
    """Changes with anything that is compared."""


def check_may_amend(actor: Actor, dossier: UUID) -> str:
    """The title of the dossier, for the page on which a new plan is brought. Raises NotVisible, NotAllowed."""
    return access.dossier_to_change(actor, dossier).title


def amendment(actor: Actor, dossier: UUID, document: UUID) -> Amendment:
    """What the document would change. Raises NotVisible, NotAllowed, NotReadYet."""
    row = access.dossier_to_change(actor, dossier)
    reading = _reading(actor, document)
    now = held(reading)
    lines = compare(row, now).lines
    return Amendment(
        dossier=row.uuid,
        title=row.title,
        document=document,
        paper=_paper(now),
        first=row.reading_id is None,
        foreign_issuer=foreign_issuer(actor.agency_id, now.header_value("issuer") or ""),
        unconfirmed=sum(not value.confirmed for value in now.values()),
        lines=lines,
        seal=_seal(lines),
    )


def apply_amendment(actor: Actor, command: ApplyAmendment, *, key: UUID) -> UUID:
    """The chosen lines as facts of the dossier. Its uuid. Raises StaleEdit when either side changed since shown."""
    row = access.dossier_to_change(actor, command.dossier)
    reading = _reading(actor, command.document)

    def act() -> UUID:
        dossier = claiming.lock_open(row.pk)
        now = held(reading)
        comparison = compare(dossier, now)
        chosen = _chosen(comparison, command)
        reason = "; ".join(part for part in (_paper(now), command.reason.strip()) if part)
        Application(actor, dossier, reading, reason).apply(chosen, comparison, now)
        return dossier.uuid

    return once(actor.uuid, key, "dossier.amended", command, act)


def _chosen(comparison: Comparison, command: ApplyAmendment) -> list[Compared]:
    """The chosen changes as they were shown. Raises StaleEdit, NothingChosen."""
    lines = comparison.lines
    free = {line.id for line in lines if not line.warning}
    if _seal(lines) != command.seen or not free.issuperset(command.lines):
        raise StaleEdit(yours=_told(lines, command.lines), current=_told(lines))
    if not command.lines:
        raise NothingChosen
    return [one for one in comparison.found if one.change.id in command.lines]


def _reading(actor: Actor, document: UUID) -> Reading:
    reading = visible_document(actor, document).readings.order_by("pk").last()
    if reading is None:
        raise NotReadYet
    return reading


def _paper(now: HeldReading) -> str:
    day = now.header_value("date")
    parts = (
        now.header_value("kind") or "Văn bản",
        f"{'số' if symbol[0].isdigit() else 'ký hiệu'} {symbol}"
        if (symbol := now.header_value("symbol"))
        else "",
        f"ngày {date.fromisoformat(day):%d/%m/%Y}" if day else "",
    )
    return " ".join(part for part in parts if part)


def _seal(lines: Iterable[AmendmentLine]) -> str:
    return sha256("\n".join(map(repr, lines)).encode()).hexdigest()


def _told(lines: Iterable[AmendmentLine], ids: Iterable[str] | None = None) -> str:
    chosen = [line for line in lines if ids is None or line.id in ids]
    return "\n".join(f"{line.where}. {line.field_words}: {line.before} → {line.after}" for line in chosen)
