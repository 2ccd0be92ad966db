"""Reads of dossiers for screens. Rows come from `visible_dossiers` only; what is not there is NotVisible."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from thammuu.apps.documents.models import Document, Reading
from thammuu.apps.documents.policies import visible_documents
from thammuu.apps.dossiers import access, policies
from thammuu.apps.dossiers.models import (
    Dossier,
    Doubt,
    DoubtDecision,
    DoubtState,
    Step,
    StepEvent,
    StepState,
    StepUnit,
)
from thammuu.apps.dossiers.rows import (
    DocumentRow,
    DossierRow,
    DossierView,
    DoubtView,
    StepRow,
    StepView,
)
from thammuu.apps.dossiers.showing import doubt_row, step_row
from thammuu.apps.files.models import StoredFile
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotVisible


def dossier_list(actor: Actor) -> tuple[DossierRow, ...]:
    """Every dossier the actor sees, the newest first."""
    today = clock.today()
    rows = _with_steps(policies.visible_dossiers(actor)).defer("reading__words").order_by("-opened_at", "-pk")
    return tuple(_dossier_row(dossier, actor, today) for dossier in rows)


def dossier_view(actor: Actor, uuid: UUID) -> DossierView:
    """One dossier whole. Raises NotVisible."""
    dossier = _with_steps(policies.visible_dossiers(actor)).filter(uuid=uuid).first()
    if dossier is None:
        raise NotVisible
    today = clock.today()
    steps = _steps(dossier, actor, today, dossier.reading.words if dossier.reading else {})
    light, reason = _light(steps)
    first, last = _span(steps, today)
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
        previous_uuid=dossier.previous.uuid if dossier.previous else None,
        previous_title=dossier.previous.title if dossier.previous else "",
        document=_document_row(dossier.reading) if dossier.reading else None,
        steps=steps,
        events=(),
        days=(),
        doubts=tuple(doubt_row(doubt) for doubt in dossier.doubts.all()),
        today=today,
        first_day=first,
        last_day=last,
        finished=sum(step.state == StepState.FINISHED for step in steps),
        late=sum(step.late for step in steps),
        light=light,
        reason=reason,
        may_decide=policies.may_decide(actor, policies.Ownership.of(dossier)),
    )


def step_view(actor: Actor, uuid: UUID) -> StepView:
    """One step with its dossier. Raises NotVisible."""
    dossier = _with_steps(policies.visible_dossiers(actor)).filter(steps__uuid=uuid).first()
    if dossier is None:
        raise NotVisible
    steps = _steps(dossier, actor, clock.today(), dossier.reading.words if dossier.reading else {})
    return StepView(next(step for step in steps if step.uuid == uuid), dossier.uuid, dossier.title)


def step_to_record(actor: Actor, uuid: UUID) -> StepView:
    """The step for the form that records a fact of it, refused as the service would: NotVisible, NotAllowed."""
    access.step_to_record(actor, uuid)
    return step_view(actor, uuid)


def doubt_to_decide(actor: Actor, uuid: UUID) -> DoubtView:
    """The doubt for the form that settles it, refused as the service would: NotVisible, NotAllowed."""
    doubt = access.doubt_to_decide(actor, uuid)
    return DoubtView(doubt_row(doubt), doubt.dossier.uuid, doubt.dossier.title)


def file_to_serve(actor: Actor, uuid: UUID) -> StoredFile:
    """A file that belongs to something the actor sees: a document, or the evidence of a step. Raises NotVisible."""
    files = StoredFile.objects.filter(uuid=uuid)
    evidence = StepEvent.objects.filter(step__dossier__in=policies.visible_dossiers(actor))
    documents: QuerySet[Document] = visible_documents(actor)
    file = files.filter(pk__in=evidence.values("evidence_id")).first() or (
        files.filter(pk__in=documents.values("file_id")).first()
    )
    if file is None:
        raise NotVisible
    return file


def _with_steps(dossiers: QuerySet[Dossier]) -> QuerySet[Dossier]:
    """Everything `showing` needs, in a number of queries that does not grow with the rows."""
    decisions = Prefetch("decisions", DoubtDecision.objects.select_related("decided_by"))
    doubts = Doubt.objects.select_related("step").prefetch_related(decisions)
    return (
        dossiers.select_related("unit", "drafter", "previous", "reading__document__file")
        .defer("reading__claim")
        .prefetch_related(
            Prefetch("doubts", doubts),
            Prefetch("steps", Step.objects.select_related("dossier", "parent")),
            Prefetch(
                "steps__owners",
                StepUnit.objects.select_related("unit", "agency").prefetch_related("agency__names"),
            ),
            Prefetch("steps__events", StepEvent.objects.select_related("recorded_by", "evidence")),
            Prefetch("steps__doubts", doubts),
            "steps__after",
        )
    )


def _steps(dossier: Dossier, actor: Actor, today: date, words: dict[str, str]) -> tuple[StepRow, ...]:
    return tuple(step_row(step, actor, today, words) for step in dossier.steps.all())


def _dossier_row(dossier: Dossier, actor: Actor, today: date) -> DossierRow:
    steps = _steps(dossier, actor, today, {})
    waiting = [step for step in steps if step.state != StepState.FINISHED]
    coming = min(waiting, key=lambda step: step.when.due_on or date.max, default=None)
    light, reason = _light(steps)
    return DossierRow(
        uuid=dossier.uuid,
        title=dossier.title,
        outcome=dossier.outcome_title,
        unit=str(dossier.unit or ""),
        drafter=dossier.drafter.full_name,
        opened_at=dossier.opened_at,
        steps=len(steps),
        finished=len(steps) - len(waiting),
        late=sum(step.late for step in steps),
        open_doubts=sum(doubt.state == DoubtState.OPEN for doubt in dossier.doubts.all()),
        next_step=f"{coming.where}. {coming.text}" if coming else "",
        next_due=coming.when.due_on if coming else None,
        next_days_left=coming.days_left if coming else None,
        light=light,
        reason=reason,
    )


def _light(steps: tuple[StepRow, ...]) -> tuple[str, str]:
    """The colour of a dossier is that of its worst unfinished step."""
    waiting = [step for step in steps if step.state != StepState.FINISHED]
    if not waiting:
        return "green", "Đã hoàn thành tất cả các bước"
    for light in ("red", "amber", "green"):
        if found := [step for step in waiting if step.light == light]:
            more = f" và {len(found) - 1} bước khác" if len(found) > 1 else ""
            return light, f"Bước {found[0].where}{more}: {found[0].reason[0].lower()}{found[0].reason[1:]}"
    return "none", "Các bước còn lại không ghi thời hạn"


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
