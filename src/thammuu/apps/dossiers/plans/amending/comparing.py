"""A running dossier against the reading of a new plan: every line of what changes, with the rows it is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from thammuu.apps.documents.held import NOTHING, HeldReading, HeldStep, names_of
from thammuu.apps.dossiers.models import OVER, Dossier, Origin, Part, Step, StepState
from thammuu.apps.dossiers.reckoning.times import day_told, time_of, time_read
from thammuu.apps.dossiers.wording import FIELD_WORDS, value_words
from thammuu_core.plans import model
from thammuu_core.plans.amendment import Change, Field, changes, pairs

LINE_WORDS = {**FIELD_WORDS, "added": "Bước mới", "dropped": "Bước bị bỏ"}
"""What a line of changes is about → its name for people."""
_OF_THE_PLAN = (Origin.PLAN, Origin.TEMPLATE)
"""Only what came from a plan can be dropped by a plan; steps of people's own stay."""


@dataclass(frozen=True, slots=True)
class AmendmentLine:
    """One change, both ways in words; `warning` says why it cannot be applied, "" when it can."""

    id: str
    field: str
    field_words: str
    where: str
    text: str
    before: str
    after: str
    warning: str


@dataclass(frozen=True, slots=True)
class Compared:
    """A change with the step of the dossier and the step of the new reading that it is about."""

    change: Change
    step: Step | None
    held: HeldStep | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Every change, and which step of the dossier each step of the new reading is."""

    found: tuple[Compared, ...]
    partners: dict[str, Step]

    @property
    def lines(self) -> tuple[AmendmentLine, ...]:
        """The changes in words, in the same order."""
        return tuple(map(line_of, self.found))


def compare(dossier: Dossier, now: HeldReading) -> Comparison:
    """The steps that the dossier still has against those that hold in the reading; parts go with their whole."""
    rows = dossier.steps.filter(parent=None).exclude(state__in=(StepState.DROPPED, StepState.SKIPPED))
    steps = {str(step.uuid): step for step in rows.select_related("dossier").prefetch_related("owners")}
    new = {one.mark: one for one in now.standing}
    before, after = tuple(map(_of_row, steps.values())), tuple(map(_of_held, new.values()))
    every = (
        Compared(
            change,
            steps[change.old.id] if change.old else None,
            new[change.new.id] if change.new else None,
        )
        for change in changes(before, after)
    )
    paired, _ = pairs(before, after)
    return Comparison(
        tuple(one for one in every if not _own(one)), {late.id: steps[early.id] for early, late in paired}
    )


def _own(one: Compared) -> bool:
    """A step of people's own that the plan never knew."""
    return one.change.field == Field.DROPPED and one.step is not None and one.step.origin not in _OF_THE_PLAN


def _of_row(step: Step) -> model.Step:
    owners = list(step.owners.all())
    return model.Step(
        id=str(step.uuid),
        where=step.where,
        text=step.text,
        when=time_of(step),
        also=tuple(map(time_read, step.also)),
        lead=tuple(owner.as_written for owner in owners if owner.part == Part.LEAD),
        coordinating=tuple(owner.as_written for owner in owners if owner.part == Part.COORDINATING),
        condition=step.condition or None,
        products=tuple(step.products),
        report_to=step.report_to or None,
        activities=_activities(step.activities),
    )


def _of_held(one: HeldStep) -> model.Step:
    return model.Step(
        id=one.mark,
        where=one.where,
        text=one.value("text") or "",
        when=time_read(one.value("when") or NOTHING),
        also=tuple(map(time_read, one.claim.get("also", ()))),
        lead=tuple(names_of(one.value("lead") or [])),
        coordinating=tuple(names_of(one.value("coordinating") or [])),
        condition=one.value("condition") or None,
        products=tuple(one.value("products") or ()),
        report_to=one.value("report_to") or None,
        activities=_activities(one.claim.get("activities", ())),
    )


def _activities(told: Iterable[dict[str, Any]]) -> tuple[model.Activity, ...]:
    return tuple(model.Activity(model.ActivityKind(one["kind"])) for one in told)


def line_of(one: Compared) -> AmendmentLine:
    """One change in words."""
    old, new, field = one.change.old, one.change.new, one.change.field
    shown = new or old
    assert shown
    return AmendmentLine(
        id=one.change.id,
        field=field,
        field_words=LINE_WORDS[field],
        where=(old or shown).where,
        text=(old or shown).text,
        before=_side(field, old),
        after=_side(field, new),
        warning=_warning(one),
    )


def _side(field: Field, step: model.Step | None) -> str:
    if step is None:
        return ""
    if field in (Field.ADDED, Field.DROPPED):
        words = (step.text, step.when.as_written, "; ".join(step.lead))
        return "\n".join(part for part in words if part)
    if field == Field.WHEN:
        when = step.when
        bound = value_words(
            "when", {"start": day_told(when.start), "end": day_told(when.end), "strict": when.strict}
        )
        return "\n".join(dict.fromkeys(part for part in (when.as_written, bound) if part))
    value = getattr(step, field)
    return "; ".join(value) if isinstance(value, tuple) else value or ""


def _warning(one: Compared) -> str:
    if one.step is not None and one.step.state in OVER:
        return f"Bước {StepState(one.step.state).label.lower()}, không thay đổi."
    return ""
