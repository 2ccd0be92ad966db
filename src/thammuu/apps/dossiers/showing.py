"""Turns rows of the database into rows for screens. Asks the database nothing: the query fetched all it needs."""

from __future__ import annotations

from datetime import date

from thammuu.apps.dossiers import policies
from thammuu.apps.dossiers.models import Act, Doubt, Part, Step, StepEvent, StepState, StepUnit
from thammuu.apps.dossiers.rows import DoubtRow, FactRow, HolderRow, OwnerRow, SourceRow, StepRow, WhenRow
from thammuu.apps.dossiers.timing import Standing, Timing, timing
from thammuu.apps.dossiers.transitions import acts_in
from thammuu.apps.organisations.actors import Actor

FIELD_WORDS = {
    "text": "Nội dung",
    "when": "Thời hạn",
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "condition": "Điều kiện",
    "products": "Sản phẩm",
    "report_to": "Báo cáo",
}


def step_row(step: Step, actor: Actor, today: date, words: dict[str, str]) -> StepRow:
    """A step for `actor` on `today`; `words` are the provisions of its plan, empty where quotes are not shown."""
    facts = list(step.events.all())
    started, finished = _day_of(facts, Act.START), _day_of(facts, Act.FINISH)
    time = timing(_standing(step, started, finished), today)
    owners = list(step.owners.all())
    before = sorted(step.after.all(), key=lambda other: other.position)
    return StepRow(
        uuid=step.uuid,
        version=step.version,
        number=step.position,
        where=step.where,
        text=step.text,
        origin=step.origin,
        origin_words=step.get_origin_display(),
        parent=step.parent.uuid if step.parent else None,
        when=when_row(step, time),
        lead=tuple(_owner_row(owner) for owner in owners if owner.part == Part.LEAD),
        coordinating=tuple(_owner_row(owner) for owner in owners if owner.part == Part.COORDINATING),
        inherited=tuple(step.inherited),
        condition=step.condition,
        products=tuple(step.products),
        report_to=step.report_to,
        after=tuple(other.uuid for other in before),
        after_numbers=tuple(other.position for other in before),
        state=step.state,
        state_words=step.get_state_display(),
        light=time.light,
        reason=time.reason,
        late=time.late,
        days_left=time.days_left,
        started_on=started,
        finished_on=finished,
        facts=tuple(_fact_row(fact) for fact in facts),
        doubts=tuple(doubt_row(doubt) for doubt in step.doubts.all()),
        sources=tuple(_source_rows(step, words)),
        holder=HolderRow(step.holder_words, "", "", step.held_since, None, outside=False),
        slack=None,
        confirmed=tuple(step.confirmed),
        changes=(),
        extensions=(),
        proposes_parts=False,
        acts=_acts(step, actor),
    )


def when_row(step: Step, time: Timing) -> WhenRow:
    """The time of a step in the plan's words and in ours."""
    return WhenRow(
        as_written=step.when_as_written,
        kind=step.when_kind,
        starts_on=step.starts_on,
        ends_on=step.ends_on,
        due_on=time.due_on,
        strict=step.strict,
        words=_when_words(step, time.due_on),
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


def _standing(step: Step, started: date | None, finished: date | None) -> Standing:
    return Standing(
        kind=step.when_kind,
        starts_on=step.starts_on,
        ends_on=step.ends_on,
        strict=step.strict,
        condition=step.condition,
        started_on=started,
        finished_on=finished,
    )


def _day_of(facts: list[StepEvent], act: Act) -> date | None:
    return next((fact.done_on for fact in reversed(facts) if fact.act == act), None)


def _when_words(step: Step, due: date | None) -> str:
    if due is None:
        return "Không ghi thời hạn"
    if step.starts_on:
        return f"Từ {step.starts_on:%d/%m/%Y} đến hết {due:%d/%m/%Y}"
    return f"Chậm nhất hết ngày {due:%d/%m/%Y}"


def _owner_row(owner: StepUnit) -> OwnerRow:
    known = owner.unit or owner.agency
    return OwnerRow(owner.as_written, str(known) if known else "", known is not None)


def _fact_row(fact: StepEvent) -> FactRow:
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
        evidence_name=fact.evidence.name if fact.evidence else "",
        evidence_note=fact.evidence_note,
        note=fact.note,
    )


def _source_rows(step: Step, words: dict[str, str]) -> list[SourceRow]:
    places = ((field, place, words.get(place["provision"])) for field, place in step.sources.items())
    return [
        SourceRow(field, FIELD_WORDS.get(field, field), text[place["start"] : place["end"]] or text)
        for field, place, text in places
        if text
    ]


def _acts(step: Step, actor: Actor) -> tuple[str, ...]:
    if not policies.may_record(actor, policies.Tenure.of(step)):
        return ()
    return tuple(act.value for act in acts_in(StepState(step.state)) if act != Act.DROP)
