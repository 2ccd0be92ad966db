"""A dossier whole, as rows for screens: its light, its span of days, where the days went."""

from __future__ import annotations

from datetime import date

from thammuu.apps.documents.models import Reading
from thammuu.apps.dossiers import policies
from thammuu.apps.dossiers.models import OVER, Dossier, DossierState, StepState
from thammuu.apps.dossiers.reckoning import bookings
from thammuu.apps.dossiers.rows import BookingRow, DocumentRow, DossierView, StepRow
from thammuu.apps.dossiers.showing.acts import dossier_acts
from thammuu.apps.dossiers.showing.gathered import Gathered
from thammuu.apps.dossiers.showing.history import doubt_row, event_row
from thammuu.apps.dossiers.showing.steps import Sight, lead_words, step_rows
from thammuu.apps.organisations.actors import Actor

NOBODY = "Chưa rõ ai giữ"


def dossier_whole(dossier: Dossier, gathered: Gathered, sight: Sight) -> DossierView:
    """The dossier as `sight.actor` sees it."""
    steps = step_rows(gathered, sight)
    light, reason = light_of(dossier, steps)
    first, last = _span(steps, sight.today)
    previous = dossier.previous
    return DossierView(
        uuid=dossier.uuid,
        title=dossier.title,
        outcome_kind=dossier.outcome_kind,
        outcome_title=dossier.outcome_title,
        outcome_issuer=dossier.outcome_issuer,
        unit=str(dossier.unit or ""),
        drafter=dossier.drafter.full_name,
        opened_at=dossier.opened_at,
        version=dossier.version,
        state=dossier.state,
        state_words=dossier.get_state_display(),
        mandate=dossier.mandate,
        due_on=dossier.due_on,
        previous_uuid=previous.uuid if previous else None,
        previous_title=previous.title if previous else "",
        document=_document_row(dossier.reading) if dossier.reading else None,
        steps=steps,
        events=tuple(event_row(event) for event in gathered.events),
        days=days_of(gathered, sight.today),
        doubts=tuple(doubt_row(doubt) for doubt in gathered.doubts),
        today=sight.today,
        first_day=first,
        last_day=last,
        finished=sum(step.state == StepState.FINISHED for step in steps if step.parent is None),
        late=sum(step.late for step in steps),
        light=light,
        reason=reason,
        may_decide=_may_decide(sight.actor, dossier),
        acts=dossier_acts(sight.actor, dossier),
    )


def light_of(dossier: Dossier, steps: tuple[StepRow, ...]) -> tuple[str, str]:
    """The colour of a dossier is that of its worst unfinished step."""
    if dossier.state == DossierState.CLOSED:
        return "none", "Hồ sơ đã kết thúc"
    waiting = [step for step in steps if step.state not in OVER]
    if not waiting:
        return "green", "Đã hoàn thành tất cả các bước"
    for light in ("red", "amber", "green"):
        if found := [step for step in waiting if step.light == light]:
            more = f" và {len(found) - 1} bước khác" if len(found) > 1 else ""
            return light, f"Bước {found[0].where}{more}: {found[0].reason[0].lower()}{found[0].reason[1:]}"
    return "none", "Các bước còn lại không ghi thời hạn"


def days_of(gathered: Gathered, today: date) -> tuple[BookingRow, ...]:
    """Where the days of the dossier went; a step with parts is booked only while none of them ran."""
    steps, facts = gathered.steps, gathered.facts
    spans = {
        step.pk: bookings.spans(facts.get(step.pk, ()), lead_words(step) or NOBODY, today) for step in steps
    }
    parts: dict[int, list[bookings.Span]] = {}
    for step in steps:
        if step.parent_id:
            parts.setdefault(step.parent_id, []).extend(spans[step.pk])
    own = (
        (step.where or step.text, bookings.without(spans[step.pk], parts.get(step.pk, ()))) for step in steps
    )
    return tuple(BookingRow(row.holder, row.days, row.steps, row.now) for row in bookings.booked(own))


def _may_decide(actor: Actor, dossier: Dossier) -> bool:
    return policies.may_decide(actor, policies.Ownership.of(dossier))


def _span(steps: tuple[StepRow, ...], today: date) -> tuple[date, date]:
    """From the first to the last day that any step or fact names, today included."""
    days = [today]
    for step in steps:
        shown = (step.when.starts_on, step.when.ends_on, step.started_on, step.finished_on)
        days.extend(day for day in shown if day is not None)
    return min(days), max(days)


def _document_row(reading: Reading) -> DocumentRow:
    document = reading.document
    return DocumentRow(
        uuid=document.uuid,
        file_uuid=document.file.uuid,
        file_name=document.file.name,
        kind=reading.kind,
        symbol=reading.symbol,
        issued_on=reading.issued_on,
        title=reading.title,
        received_at=document.received_at,
    )
