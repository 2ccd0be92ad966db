"""A step as a row for screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from thammuu.apps.dossiers.models import (
    OVER,
    Act,
    Doubt,
    ExtensionRequest,
    Part,
    Step,
    StepEvent,
    StepState,
    StepUnit,
)
from thammuu.apps.dossiers.reckoning.timing import Standing, Timing, timing, working_days
from thammuu.apps.dossiers.rows import HolderRow, OwnerRow, SourceRow, StepRow, WhenRow
from thammuu.apps.dossiers.showing.acts import Around, step_acts
from thammuu.apps.dossiers.showing.gathered import Gathered, pairs
from thammuu.apps.dossiers.showing.history import change_row, doubt_row, extension_row, fact_row
from thammuu.apps.dossiers.wording import FIELD_WORDS
from thammuu.apps.organisations.actors import Actor


@dataclass(frozen=True, slots=True)
class Sight:
    """Who looks on which day at which dossier, and what is reckoned over all its steps."""

    actor: Actor
    today: date
    soon: int
    """Working days before a last day from which a step is amber."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Provisions of the plan by id, for quotes."""
    slacks: Mapping[int, int | None] = field(default_factory=dict)


def step_rows(gathered: Gathered, sight: Sight) -> tuple[StepRow, ...]:
    """The steps in order, each followed by its parts."""
    steps = gathered.steps
    known = _Known(
        by_id={step.pk: step for step in steps},
        parts=pairs((step.parent_id, step) for step in steps if step.parent_id),
        doubts=pairs((doubt.step_id, doubt) for doubt in gathered.doubts if doubt.step_id),
    )
    ordered = [one for step in steps if not step.parent_id for one in (step, *known.parts.get(step.pk, ()))]
    return tuple(_step_row(step, gathered, known, sight) for step in ordered)


def standing(step: Step, note: str = "") -> Standing:
    """What the reckoning of lights needs of a row; `note` says why it is not done."""
    skipped = step.state in (StepState.SKIPPED, StepState.DROPPED)
    outside = bool(step.holder_words) and not step.holder_unit_id and not step.holder_officer_id
    return Standing(
        kind=step.when_kind,
        starts_on=step.starts_on,
        due_on=step.due_on,
        condition=step.condition,
        started_on=step.started_on,
        finished_on=step.finished_on,
        over=(f"{step.get_state_display()}: {note}" if note else step.get_state_display()) if skipped else "",
        waits_for=step.holder_words if outside else "",
        waits_since=step.held_since if outside else None,
    )


def holder_row(step: Step, today: date) -> HolderRow:
    """Who has it, from its columns; its lead units where nobody was named."""
    outside = bool(step.holder_words) and not step.holder_unit_id and not step.holder_officer_id
    since = step.held_since or step.started_on
    runs = since is not None and step.state not in OVER
    return HolderRow(
        words=step.holder_words or lead_words(step),
        officer=step.holder_officer.full_name if step.holder_officer else "",
        unit=step.holder_unit.name if step.holder_unit else "",
        since=since,
        days=working_days(since, today) if since and runs else None,
        outside=outside,
    )


def lead_words(step: Step) -> str:
    """The lead units as written, in one line."""
    return "; ".join(owner.as_written for owner in step.owners.all() if owner.part == Part.LEAD)


@dataclass(frozen=True, slots=True)
class _Known:
    """What is found out once for all steps."""

    by_id: Mapping[int, Step]
    parts: Mapping[int, Sequence[Step]]
    doubts: Mapping[int, Sequence[Doubt]]


def _step_row(step: Step, gathered: Gathered, known: _Known, sight: Sight) -> StepRow:
    facts = gathered.facts.get(step.pk, ())
    requests = gathered.requests.get(step.pk, ())
    around = _around(step, known, requests)
    time = timing(standing(step, _why_over(step, facts)), sight.today, sight.soon)
    return StepRow(
        **_said(step, sight.words),
        **_owned(step),
        **_stands(step, time),
        **_follows(step, gathered, known),
        when=_when_row(step, time),
        facts=tuple(map(fact_row, facts)),
        doubts=tuple(map(doubt_row, known.doubts.get(step.pk, ()))),
        holder=holder_row(step, sight.today),
        slack=sight.slacks.get(step.pk),
        changes=tuple(map(change_row, gathered.changes.get(step.pk, ()))),
        extensions=tuple(map(extension_row, requests)),
        acts=step_acts(sight.actor, step, around),
    )


def _said(step: Step, words: Mapping[str, str]) -> dict[str, Any]:
    """What the plan says of it, or a person instead."""
    return {
        "uuid": step.uuid,
        "version": step.version,
        "number": step.position,
        "where": step.where,
        "text": step.text,
        "origin": step.origin,
        "origin_words": step.get_origin_display(),
        "inherited": tuple(step.inherited),
        "condition": step.condition,
        "products": tuple(step.products),
        "report_to": step.report_to,
        "sources": tuple(_source_rows(step, words)),
        "confirmed": tuple(step.confirmed),
    }


def _owned(step: Step) -> dict[str, Any]:
    """Whose it is, by the parts they take in it."""
    owners = step.owners.all()
    return {
        "lead": tuple(_owner_row(owner) for owner in owners if owner.part == Part.LEAD),
        "coordinating": tuple(_owner_row(owner) for owner in owners if owner.part == Part.COORDINATING),
    }


def _stands(step: Step, time: Timing) -> dict[str, Any]:
    """Where it stands."""
    return {
        "state": step.state,
        "state_words": step.get_state_display(),
        "light": time.light,
        "reason": time.reason,
        "late": time.late,
        "days_left": time.days_left,
        "started_on": step.started_on,
        "finished_on": step.finished_on,
    }


def _follows(step: Step, gathered: Gathered, known: _Known) -> dict[str, Any]:
    """What it is a part of, and what it waits for."""
    before = [known.by_id[pk] for pk in gathered.after.get(step.pk, ())]
    before.sort(key=lambda other: other.position)
    return {
        "parent": known.by_id[step.parent_id].uuid if step.parent_id else None,
        "after": tuple(other.uuid for other in before),
        "after_numbers": tuple(other.position for other in before),
    }


def _around(step: Step, known: _Known, requests: Sequence[ExtensionRequest]) -> Around:
    parts = known.parts.get(step.pk, ())
    return Around(
        has_parts=bool(parts),
        open_parts=any(part.state not in OVER for part in parts),
        whole=known.by_id.get(step.parent_id or 0),
        asked=any(getattr(request, "decision", None) is None for request in requests),
    )


def _why_over(step: Step, facts: Sequence[StepEvent]) -> str:
    last = next((fact for fact in reversed(facts) if fact.act in (Act.SKIP, Act.DROP)), None)
    return last.note if last else ""


def _when_row(step: Step, time: Timing) -> WhenRow:
    return WhenRow(
        as_written=step.when_as_written,
        kind=step.when_kind,
        starts_on=step.starts_on,
        ends_on=step.ends_on,
        due_on=time.due_on,
        strict=step.strict,
        words=_when_words(step, time.due_on),
    )


def _when_words(step: Step, due: date | None) -> str:
    if due is None:
        return "Không ghi thời hạn"
    if step.starts_on:
        return f"Từ {step.starts_on:%d/%m/%Y} đến hết {due:%d/%m/%Y}"
    return f"Chậm nhất hết ngày {due:%d/%m/%Y}"


def _owner_row(owner: StepUnit) -> OwnerRow:
    known = owner.unit or owner.agency
    return OwnerRow(owner.as_written, str(known) if known else "", known is not None)


def _source_rows(step: Step, words: Mapping[str, str]) -> list[SourceRow]:
    places = ((name, place, words.get(place["provision"])) for name, place in step.sources.items())
    return [
        SourceRow(name, FIELD_WORDS.get(name, name), text[place["start"] : place["end"]] or text)
        for name, place, text in places
        if text
    ]
