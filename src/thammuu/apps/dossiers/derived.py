"""Columns that are reckoned from others, so that lists need not read what they come from.

Every service that changes a step calls `refresh` before its transaction ends; `refresh_all` is for an upgrade of the
program or of its calendar. The audit in the tests holds them against a reckoning from nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Count, Min, Q, QuerySet

from thammuu.apps.dossiers.indexing import index_all
from thammuu.apps.dossiers.models import OVER, Dossier, Step, StepState
from thammuu.apps.dossiers.reckoning.rules import BEFORE_DAY, includes_named_day, including
from thammuu.apps.dossiers.reckoning.timing import last_day
from thammuu.apps.organisations.parameters import follows
from thammuu_core.plans.model import WhenKind

_OPEN = ~Q(state__in=OVER)
_DUTY = Q(parent__isnull=True) & ~Q(state=StepState.DROPPED)
"""Parts of a step are not counted beside it."""


_DERIVED = {
    "steps_total": Count("pk", filter=_DUTY),
    "steps_open": Count("pk", filter=_DUTY & _OPEN),
    "next_due_on": Min("due_on", filter=_OPEN),
    "waits_since": Min("starts_on", filter=Q(state=StepState.NOT_STARTED, due_on__isnull=False)),
}
_WITHOUT_STEPS = {"steps_total": 0, "steps_open": 0, "next_due_on": None, "waits_since": None}
_BATCH = 500


def refresh(dossier_id: int) -> None:
    """The counts and the most urgent days of one dossier, inside the transaction that changed its steps."""
    found = Step.objects.filter(dossier_id=dossier_id).aggregate(**_DERIVED)
    Dossier.objects.filter(pk=dossier_id).update(**found)


def set_due(steps: Iterable[Step]) -> None:
    """The last day in time of each step, by the calendar and its agency's reading; the caller saves."""
    steps = list(steps)
    lenient = including(step.dossier.agency_id for step in steps if step.strict)
    for step in steps:
        strict = step.strict and step.dossier.agency_id not in lenient
        step.due_on = last_day(_begin(step.when_kind, step.starts_on), step.ends_on, strict=strict)


def _begin(kind: str, start: date | None) -> date | None:
    """The first day of a time that is a period; one day that was set, be it for a step begun long before, has none."""
    return None if kind == WhenKind.DEADLINE else start


def refresh_all() -> int:
    """Reckon everything again and make it findable anew; the number of dossiers."""
    lenient = including(Dossier.objects.order_by().values_list("agency_id", flat=True).distinct())
    columns = ("pk", "due_on", "dossier__agency_id", "strict", "when_kind", "starts_on", "ends_on")
    for step, stands, agency, strict, kind, start, end in Step.objects.values_list(*columns).iterator(
        chunk_size=1000
    ):
        due = last_day(_begin(kind, start), end, strict=strict and agency not in lenient)
        if due != stands:
            Step.objects.filter(pk=step).update(due_on=due)
    total = refresh_dossiers()
    index_all()
    return total


@follows(BEFORE_DAY)
def refresh_agency(agency_id: int) -> None:
    """The agency reads "trước ngày" otherwise from now on: its last days follow, one update for each day named."""
    lenient = includes_named_day(agency_id)
    steps = Step.objects.filter(dossier__agency_id=agency_id, strict=True, ends_on__isnull=False)
    for kind, start, end in steps.order_by().values_list("when_kind", "starts_on", "ends_on").distinct():
        due = last_day(_begin(kind, start), end, strict=not lenient)
        steps.filter(when_kind=kind, starts_on=start, ends_on=end).update(due_on=due)
    refresh_dossiers(Dossier.objects.filter(agency_id=agency_id))


def refresh_dossiers(among: QuerySet[Dossier] | None = None) -> int:
    """The derived columns of every dossier, five hundred a query, writing only what differs; the number of dossiers."""
    among = Dossier.objects.all() if among is None else among
    total, last = 0, 0
    while rows := list(among.filter(pk__gt=last).order_by("pk").values("pk", *_DERIVED)[:_BATCH]):
        last = rows[-1]["pk"]
        steps = Step.objects.filter(dossier__in=[row["pk"] for row in rows]).order_by()
        reckoned = {row.pop("dossier"): row for row in steps.values("dossier").annotate(**_DERIVED)}
        for row in rows:
            dossier_id = row.pop("pk")
            found = reckoned.get(dossier_id, _WITHOUT_STEPS)
            if found != row:
                Dossier.objects.filter(pk=dossier_id).update(**found)
        total += len(rows)
    return total
