"""Recording that something was done to a step, inside the transaction of the act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from thammuu.apps.dossiers import derived
from thammuu.apps.dossiers.acting.holding import Holder
from thammuu.apps.dossiers.acting.lapsing import lapse
from thammuu.apps.dossiers.models import OVER, Act, Step, StepEvent, StepState
from thammuu.apps.dossiers.reckoning.histories import stand_after
from thammuu.apps.dossiers.refusals import (
    DayBeforeFact,
    DayInFuture,
    DayLongPast,
    PartsStillOpen,
    PersonMissing,
    WholeIsOver,
)
from thammuu.apps.dossiers.transitions import following
from thammuu.apps.files.services import Kept, add_row
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import officer_named

LONGEST_YEARS = 20
"""Facts are not corrected but by other facts; what is older than this was mistyped."""
NAMES = {
    Act.START: "step.started",
    Act.FINISH: "step.finished",
    Act.HAND_OVER: "step.handed_over",
    Act.SKIP: "step.skipped",
    Act.REOPEN: "step.reopened",
    Act.DROP: "step.dropped",
}
"""Act → its name in the journal."""
_ENDS = (Act.FINISH, Act.SKIP)


@dataclass(frozen=True, slots=True)
class Fact:
    """What is to be recorded, as told."""

    act: Act
    done_on: date
    done_by: str
    note: str = ""
    evidence_note: str = ""
    holder: Holder | None = None
    """From `done_on` on the step is with this one."""


def check_day(day: date, person: str) -> None:
    """Someone did it, not after today nor decades ago."""
    if not person.strip():
        raise PersonMissing
    today = clock.today()
    if day > today:
        raise DayInFuture(day, today)
    if day.year < today.year - LONGEST_YEARS:
        raise DayLongPast(day)


def add_fact(actor: Actor, step: Step, fact: Fact, at: datetime, kept: Kept | None = None) -> StepEvent:
    """The fact and what follows from it in the step's columns and the dossier's; the caller has claimed the step.

    Raises NoSuchTransition and what else speaks against it.
    """
    check_day(fact.done_on, fact.done_by)
    following(StepState(step.state), fact.act)
    before = list(step.events.order_by("pk"))
    _check_order(before, fact)
    _check_family(step, fact.act)
    event = _event(actor, step, fact, at, kept)
    Step.objects.filter(pk=step.pk).update(**_columns([*before, event]))
    step.refresh_from_db()
    if step.state in OVER:
        lapse(actor, step, event.get_act_display(), fact.done_on, at)
    derived.refresh(step.dossier_id)
    return event


def journal_fact(actor: Actor, step: Step, event: StepEvent, kept: Kept | None = None) -> None:
    """The event of the journal; last in the transaction."""
    data = {
        "fact": event.uuid,
        "dossier": step.dossier.uuid,
        "where": step.where,
        "done_on": event.done_on,
        "done_by": event.done_by,
        "holder": event.holder_words,
        "evidence_sha256": kept.sha256 if kept else None,
        "evidence_note": event.evidence_note,
        "note": event.note,
    }
    record(
        NAMES[Act(event.act)],
        subject=step.uuid,
        at=event.recorded_at,
        actor=actor.uuid,
        agency=actor.agency_uuid,
        data=data,
    )


def _event(actor: Actor, step: Step, fact: Fact, at: datetime, kept: Kept | None) -> StepEvent:
    holder = fact.holder or Holder("")
    return StepEvent.objects.create(
        step=step,
        act=fact.act,
        done_on=fact.done_on,
        done_by=fact.done_by.strip(),
        done_by_officer=officer_named(actor.agency_id, fact.done_by),
        holder_unit_id=holder.unit_id,
        holder_officer_id=holder.officer_id,
        holder_words=holder.words,
        recorded_by_id=actor.id,
        recorded_at=at,
        evidence=add_row(kept, agency_id=actor.agency_id, officer_id=actor.id, at=at) if kept else None,
        evidence_note=fact.evidence_note.strip(),
        note=fact.note.strip(),
    )


def _columns(events: list[StepEvent]) -> dict[str, object]:
    stand = stand_after(events)
    return {name: getattr(stand, name) for name in stand.__slots__}


def _check_order(before: list[StepEvent], fact: Fact) -> None:
    """Beginnings and ends follow one another by their days too; a handing over may be recorded late."""
    if fact.act == Act.HAND_OVER:
        return
    last = next((event for event in reversed(before) if event.act != Act.HAND_OVER), None)
    if last is not None and fact.done_on < last.done_on:
        raise DayBeforeFact(fact.act.label, fact.done_on, last.get_act_display(), last.done_on)


def _check_family(step: Step, act: Act) -> None:
    """A whole does not end before its parts, and none of these comes back inside a whole that is over."""
    if act in _ENDS:
        parts = step.parts.exclude(state__in=OVER)
        if open_parts := tuple(f"{part.where}. {part.text}" for part in parts):
            raise PartsStillOpen(open_parts)
    if act == Act.REOPEN and step.parent is not None and step.parent.state in OVER:
        raise WholeIsOver(step.parent.where)
