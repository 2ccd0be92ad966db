"""Making a dossier out of a reading: steps, owners, order and doubts as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from thammuu.apps.documents.models import Reading
from thammuu.apps.dossiers import derived
from thammuu.apps.dossiers.models import Dossier, Doubt, Origin, Part, Step, StepUnit
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import match_owners
from thammuu_core.kinds import kind_by_code

Claim = dict[str, Any]


def open_dossier(actor: Actor, reading: Reading, title: str, at: datetime) -> Dossier:
    """All rows of a new dossier, inside the caller's transaction. The actor becomes its drafter."""
    outcome = reading.claim.get("outcome") or {}
    dossier = Dossier.objects.create(
        agency_id=actor.agency_id,
        unit_id=min(actor.unit_ids, default=None),
        drafter_id=actor.id,
        reading=reading,
        title=title or reading.title or "Hồ sơ chưa có tên",
        outcome_kind=_kind_name(outcome.get("kind")),
        outcome_title=outcome.get("title") or "",
        outcome_issuer=outcome.get("issuer") or "",
        opened_at=at,
    )
    steps = _add_steps(dossier, reading.claim["steps"])
    _add_owners(dossier, steps, reading.claim["steps"], at.date())
    _add_doubts(dossier, steps, reading.claim)
    derived.refresh(dossier.pk)
    return dossier


def _kind_name(code: str | None) -> str:
    kind = kind_by_code(code) if code else None
    return kind.name if kind else ""


def _add_steps(dossier: Dossier, claims: list[Claim]) -> dict[str, Step]:
    """The steps by their mark in the reading; a restatement of another step is no second duty."""
    kept = [claim for claim in claims if not claim.get("restates")]
    rows = [_step(dossier, position, claim) for position, claim in enumerate(kept, start=1)]
    derived.set_due(rows)
    Step.objects.bulk_create(rows)
    steps = {step.mark: step for step in dossier.steps.all()}
    for claim in kept:
        steps[claim["id"]].after.set(steps[mark] for mark in claim.get("after", ()) if mark in steps)
    return steps


def _step(dossier: Dossier, position: int, claim: Claim) -> Step:
    when = claim["when"]
    return Step(
        dossier=dossier,
        origin=Origin.PLAN,
        position=position,
        mark=claim["id"],
        where=claim["where"],
        text=claim["text"],
        when_as_written=when.get("as_written") or "",
        when_kind=when["kind"],
        starts_on=_day(when.get("start")),
        ends_on=_day(when.get("end")),
        strict=bool(when.get("strict")),
        open_end=bool(when.get("open_end")),
        recurrence=when.get("recurrence") or "",
        also=claim.get("also", []),
        inherited=claim.get("inherited", []),
        condition=claim.get("condition") or "",
        products=claim.get("products", []),
        report_to=claim.get("report_to") or "",
        activities=claim.get("activities", []),
        sources={field: place for field, place in claim.get("sources", {}).items() if place},
    )


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None


def _add_owners(dossier: Dossier, steps: dict[str, Step], claims: list[Claim], day: date) -> None:
    """Lead and co-ordinating units as written, matched to the register in force on `day`."""
    wanted = [
        (steps[claim["id"]], part, name)
        for claim in claims
        if claim["id"] in steps
        for part, name in _named(claim)
    ]
    matches = match_owners(dossier.agency_id, tuple(name for _, _, name in wanted), day)
    StepUnit.objects.bulk_create(
        StepUnit(
            step=step,
            part=part,
            position=position,
            as_written=name,
            unit_id=match.unit_id,
            agency_id=match.agency_id,
        )
        for position, ((step, part, name), match) in enumerate(zip(wanted, matches, strict=True))
    )


def _named(claim: Claim) -> Iterator[tuple[Part, str]]:
    yield from ((Part.LEAD, name) for name in claim.get("lead", ()))
    yield from ((Part.COORDINATING, name) for name in claim.get("coordinating", ()))


def _add_doubts(dossier: Dossier, steps: dict[str, Step], claim: Claim) -> None:
    """Every problem of the reading waits for a person, beside the step whose words it is about when there is one."""
    owners = dict(_provisions_of(steps.values()))
    Doubt.objects.bulk_create(
        Doubt(
            dossier=dossier,
            step=steps.get(problem.get("where") or "") or owners.get(problem.get("where") or ""),
            code=problem["code"],
            severity=problem["severity"],
            message=problem["message"],
            basis=problem.get("basis") or "",
            where=problem.get("place") or "",
        )
        for problem in claim["problems"]
    )


def _provisions_of(steps: Iterable[Step]) -> Iterator[tuple[str, Step]]:
    """The provision each step's own text stands in; the last step wins where one provision holds several."""
    for step in steps:
        if (place := step.sources.get("text")) is not None:
            yield place["provision"], step
