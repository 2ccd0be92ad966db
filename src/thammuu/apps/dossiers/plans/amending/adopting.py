"""The first plan of a dossier that was laid out without one: from now on it is the plan that the dossier stands on.

What a person did not take over stays as it was; everything else points into the words of the plan, stands in its order
and waits for a person where the machine only read it, as if the dossier had been made from it.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from itertools import chain

from thammuu.apps.documents.held import NOTHING, STEP, HeldReading, HeldStep
from thammuu.apps.documents.models import Reading
from thammuu.apps.dossiers.models import Dossier, Origin, Step
from thammuu.apps.dossiers.plans.opening import add_doubts, outcome_columns, set_after, sources

Left = Container[tuple[str, str]]
"""(mark, field) of what the plan says otherwise and nobody took over."""


def adopt(
    dossier: Dossier, reading: Reading, now: HeldReading, steps: Mapping[str, Step], left: Left
) -> None:
    """Inside the transaction that holds the dossier, after the chosen lines were applied; `steps` by mark."""
    _become_its_plan(dossier, reading, now)
    rows = list(dossier.steps.order_by("position", "pk"))
    known = {row.pk: row for row in rows}
    told = {mark: known[step.pk] for mark, step in steps.items()}
    for one in now.standing:
        if one.mark in told:
            _point(told[one.mark], one, left)
    for position, row in enumerate(
        _ordered(rows, [told[one.mark] for one in now.standing if one.mark in told]), 1
    ):
        row.position = position
    columns = ("position", "origin", "text", "when_as_written", "activities", "sources")
    Step.objects.bulk_update(rows, columns, batch_size=200)
    set_after(now, told)
    add_doubts(dossier, now.doubts, told)


def _become_its_plan(dossier: Dossier, reading: Reading, now: HeldReading) -> None:
    """The reading, and what was not yet said of the document to be issued."""
    dossier.reading = reading
    columns = {
        name: told for name, told in outcome_columns(reading, now).items() if not getattr(dossier, name)
    }
    for name, told in columns.items():
        setattr(dossier, name, told)
    dossier.save(update_fields=["reading", *columns])


def _point(step: Step, one: HeldStep, left: Left) -> None:
    """Tie the step to the words of the plan that say the same, in those words."""
    agreed = {field for field in STEP if (one.mark, field) not in left}
    step.origin = Origin.PLAN
    step.sources = {field: place for field, place in sources(one).items() if field in agreed}
    if "text" in agreed:
        step.text, step.activities = one.value("text") or step.text, one.claim.get("activities", [])
    if "when" in agreed:
        step.when_as_written = (one.value("when") or NOTHING).get("as_written") or ""


def _ordered(rows: list[Step], planned: list[Step]) -> list[Step]:
    """The planned steps in the order of the plan; any other stays behind the one that it stood behind."""
    behind: dict[int | None, list[Step]] = {None: []}
    last, fixed = None, {step.pk for step in planned}
    for row in rows:
        last = row.pk if row.pk in fixed else last
        behind.setdefault(last, []).append(row)
    return [*behind[None], *chain.from_iterable(behind[step.pk] for step in planned)]
