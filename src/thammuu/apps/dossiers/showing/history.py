"""What was recorded, changed, asked and decided, and the doubts, as rows for screens."""

from __future__ import annotations

from thammuu.apps.dossiers.acting.lapsing import has_lapsed
from thammuu.apps.dossiers.models import (
    DossierEvent,
    Doubt,
    ExtensionDecision,
    ExtensionRequest,
    StepChange,
    StepEvent,
)
from thammuu.apps.dossiers.rows import ChangeRow, DossierEventRow, DoubtRow, ExtensionRow, FactRow
from thammuu.apps.dossiers.wording import FIELD_WORDS, value_words
from thammuu.apps.files.models import StoredFile


def fact_row(fact: StepEvent) -> FactRow:
    """A fact with what proves it."""
    return FactRow(
        uuid=fact.uuid,
        act=fact.act,
        act_words=fact.get_act_display(),
        done_on=fact.done_on,
        done_by=fact.done_by,
        recorded_by=fact.recorded_by.full_name,
        recorded_at=fact.recorded_at,
        on_behalf=fact.done_by_officer_id != fact.recorded_by_id,
        holder_words=fact.holder_words,
        evidence_uuid=fact.evidence.uuid if fact.evidence else None,
        evidence_name=_name(fact.evidence),
        evidence_note=fact.evidence_note,
        note=fact.note,
    )


def change_row(change: StepChange) -> ChangeRow:
    """A change, both ways in words."""
    return ChangeRow(
        field=change.field,
        field_words=FIELD_WORDS.get(change.field, change.field),
        before=value_words(change.field, change.before),
        after=value_words(change.field, change.after),
        cause=_cause(change),
        made_by=change.made_by.full_name,
        made_at=change.made_at,
    )


def extension_row(request: ExtensionRequest) -> ExtensionRow:
    """More time asked for, with the decision where there is one."""
    decision: ExtensionDecision | None = getattr(request, "decision", None)
    return ExtensionRow(
        uuid=request.uuid,
        asked_on=request.asked_on,
        asked_by=request.asked_by,
        ends_on=request.ends_on,
        reason=request.reason,
        letter_uuid=request.letter.uuid if request.letter else None,
        letter_name=_name(request.letter),
        letter_note=request.letter_note,
        decided=decision is not None,
        granted=decision is not None and decision.granted,
        lapsed=has_lapsed(decision),
        granted_ends_on=decision.ends_on if decision else None,
        decided_on=decision.decided_on if decision else None,
        decided_by=decision.decided_by if decision else "",
        decision_reason=decision.reason if decision else "",
        paper_uuid=decision.paper.uuid if decision and decision.paper else None,
        paper_name=_name(decision.paper if decision else None),
        paper_note=decision.paper_note if decision else "",
    )


def event_row(event: DossierEvent) -> DossierEventRow:
    """Something recorded of the dossier as a whole."""
    return DossierEventRow(
        act=event.act,
        act_words=event.get_act_display(),
        before=event.before,
        after=event.after,
        reason=event.reason,
        recorded_by=event.recorded_by.full_name,
        recorded_at=event.recorded_at,
    )


def doubt_row(doubt: Doubt) -> DoubtRow:
    """A doubt and its last decision."""
    last = next(reversed(doubt.decisions.all()), None)
    return DoubtRow(
        uuid=doubt.uuid,
        version=doubt.version,
        step_uuid=doubt.step.uuid if doubt.step else None,
        where=doubt.where or (doubt.step.where if doubt.step else ""),
        code=doubt.code,
        severity=doubt.severity,
        message=doubt.message,
        basis=doubt.basis,
        state=doubt.state,
        state_words=doubt.get_state_display(),
        reason=last.reason if last else "",
        decided_by=last.decided_by.full_name if last else "",
        decided_at=last.decided_at if last else None,
    )


def _cause(change: StepChange) -> str:
    """What the change rests on: a decision, a paper, or the reason of the one who corrected."""
    if change.decision is not None:
        paper = change.decision.paper_note or _name(change.decision.paper)
        by = f"{change.decision.decided_by}, {change.decision.decided_on:%d/%m/%Y}"
        return f"Gia hạn theo quyết định của {by}" + (f" ({paper})" if paper else "")
    if change.amended_by is not None:
        return f"Theo {change.reason or change.amended_by.symbol or change.amended_by.title}"
    return change.reason


def _name(file: StoredFile | None) -> str:
    return file.name if file else ""
