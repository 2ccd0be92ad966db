"""Việc của tôi: the steps an officer must see to, by how urgent they are, then what others have of what is his.

A few queries find ids and last days; one more fetches what is shown, at most fifty of a section.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from heapq import nsmallest

from django.db.models import Exists, OuterRef, Prefetch, QuerySet

from thammuu.apps.dossiers.models import (
    OVER,
    DossierState,
    ExtensionRequest,
    Part,
    Step,
    StepUnit,
)
from thammuu.apps.dossiers.policies import WORKERS, may_read
from thammuu.apps.dossiers.reckoning.rules import soon_days
from thammuu.apps.dossiers.reckoning.timing import Timing, timing
from thammuu.apps.dossiers.rows import WorkRow, WorkSection
from thammuu.apps.dossiers.showing.acts import Around, step_acts
from thammuu.apps.dossiers.showing.steps import lead_words, standing
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role

SHOWN = 50
"""Rows of a section."""
SECTIONS = {
    "overdue": "Quá hạn",
    "today": "Đến hạn hôm nay",
    "this_week": "Đến hạn trong tuần này",
    "later": "Sau tuần này",
    "undated": "Không ghi thời hạn",
    "decisions": "Đề nghị gia hạn chờ quyết định",
    "waiting": "Đang chờ người khác",
}
"""Key → heading, in the order shown."""
_SUNDAY = 6
_Dated = tuple[int, date | None]
"""A step by its id, with its last day."""


def my_work(actor: Actor) -> tuple[WorkSection, ...]:
    """Every section in order, empty ones too."""
    today = clock.today()
    mine = _found(_mine(actor))
    lent = {step: due for step, due in _found(_lent(actor)).items() if step not in mine}
    places: dict[str, list[_Dated]] = {key: [] for key in SECTIONS}
    for step in mine.items():
        places[_by_day(step[1], today)].append(step)
    places["waiting"].extend(lent.items())
    places["decisions"].extend(_decisions(actor))
    shown = {key: nsmallest(SHOWN, here, key=_urgency) for key, here in places.items()}
    rows = _rows(actor, {step for here in shown.values() for step, _ in here}, today)
    return tuple(
        WorkSection(key, words, tuple(rows[step] for step, _ in shown[key]), len(places[key]))
        for key, words in SECTIONS.items()
    )


def _urgency(step: _Dated) -> tuple[date, int]:
    return step[1] or date.max, step[0]


def _by_day(due: date | None, today: date) -> str:
    """The section of a step by its last day."""
    if due is None:
        return "undated"
    if due <= today:
        return "today" if due == today else "overdue"
    return "this_week" if due <= today + timedelta(days=_SUNDAY - today.weekday()) else "later"


def _found(ways: Iterable[QuerySet[Step]]) -> dict[int, date | None]:
    """Ids and last days of what any of the ways leads to.

    Each way is a query of its own, which a database answers by one index; for one condition with "or" in it both
    databases read every unfinished step. Ids and days only: thousands of them are a few milliseconds.
    """
    return {step: due for way in ways for step, due in way.values_list("pk", "due_on")}


def _running(actor: Actor) -> QuerySet[Step]:
    """Unfinished steps of open dossiers; a whole stands for its parts only when none of these is open.

    Told by what they are not: by what they are, SQLite would take the index of states, which tells it little, before
    that of holders; and for each step it would look for parts by an index in which nearly all have no whole.
    """
    if not may_read(actor):
        return Step.objects.none()
    return _unfinished().filter(dossier__agency_id=actor.agency_id, dossier__state=DossierState.OPEN)


def _unfinished() -> QuerySet[Step]:
    """Of whatever dossiers; the same of a whole and its parts."""
    parts = Step.objects.filter(parent__isnull=False).exclude(state__in=OVER).order_by()
    return Step.objects.exclude(state__in=OVER).exclude(pk__in=parts.values("parent")).order_by()


def _mine(actor: Actor) -> tuple[QuerySet[Step], ...]:
    """Lies with the officer, with the own unit and no officer of it, or with nobody and is the own unit's to lead.

    A head has what lies with any officer of the unit; a drafter what nobody of the register leads. The same for whom
    the officer stands in.
    """
    officers, units, headed = _capacities(actor)
    running = _running(actor)
    nobody = running.filter(holder_words="")
    known = StepUnit.objects.filter(step=OuterRef("pk"), part=Part.LEAD, unit__isnull=False)
    return (
        running.filter(holder_officer__in=officers),
        running.filter(holder_officer=None, holder_unit__in=units),
        running.filter(holder_unit__in=headed),
        nobody.filter(owners__part=Part.LEAD, owners__unit__in=units),
        nobody.filter(~Exists(known), dossier__drafter__in=officers),
        nobody.filter(~Exists(known), dossier__unit__in=headed),
    )


def _lent(actor: Actor) -> tuple[QuerySet[Step], ...]:
    """Lies with another and belongs to a dossier of the officer's, or is the own unit's to lead."""
    officers, units, headed = _capacities(actor)
    held = _running(actor).exclude(holder_words="")
    return (
        held.filter(dossier__drafter__in=officers),
        held.filter(dossier__unit__in=headed),
        held.filter(owners__part=Part.LEAD, owners__unit__in=units),
    )


def _capacities(actor: Actor) -> tuple[list[int], list[int], list[int]]:
    """Officers whose work the actor does, units he works for, units he heads."""
    each = actor.capacities
    units = {unit for one in each if one.holds(*WORKERS) for unit in one.unit_ids}
    headed = {unit for one in each if one.holds(Role.HEAD_OF_UNIT) for unit in one.unit_ids}
    return [one.id for one in each], sorted(units), sorted(headed)


def _decisions(actor: Actor) -> list[_Dated]:
    """Steps for which more time was asked of a leader.

    From the requests on, and of which dossiers they are is looked at here: asked for open dossiers of the agency,
    SQLite would begin with these and read all their steps.
    """
    if not any(one.holds(Role.LEADER) for one in actor.capacities):
        return []
    waiting = list(ExtensionRequest.objects.filter(decision=None).order_by().values_list("step", flat=True))
    steps = _unfinished().filter(pk__in=waiting)
    found = steps.values_list("pk", "due_on", "dossier__agency_id", "dossier__state")
    here = (actor.agency_id, DossierState.OPEN)
    return [(step, due) for step, due, *where in found if tuple(where) == here]


def _rows(actor: Actor, ids: Iterable[int], today: date) -> dict[int, WorkRow]:
    steps = (
        Step.objects.filter(pk__in=list(ids))
        .select_related("dossier", "holder_unit", "holder_officer")
        .prefetch_related(Prefetch("owners", StepUnit.objects.filter(part=Part.LEAD)))
    )
    asked = ExtensionRequest.objects.filter(step__in=list(ids), decision=None)
    waiting, soon = {request.step_id: request for request in asked}, soon_days(actor.agency_id)
    return {
        step.pk: _row(actor, step, waiting.get(step.pk), timing(standing(step), today, soon))
        for step in steps
    }


def _row(actor: Actor, step: Step, request: ExtensionRequest | None, time: Timing) -> WorkRow:
    return WorkRow(
        uuid=step.uuid,
        version=step.version,
        where=step.where,
        text=step.text,
        dossier_uuid=step.dossier.uuid,
        dossier_title=step.dossier.title,
        due_on=step.due_on,
        days_left=time.days_left,
        light=time.light,
        reason=time.reason,
        state=step.state,
        state_words=step.get_state_display(),
        holder=step.holder_words or lead_words(step),
        acts=step_acts(actor, step, Around(asked=request is not None)),
        number=step.position,
        since=step.held_since,
        request=request.uuid if request else None,
        asked=f"Đề nghị gia hạn {request}: {request.reason}" if request else "",
    )
