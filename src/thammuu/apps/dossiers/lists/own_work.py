"""Việc của tôi: the steps an officer must see to, by how urgent they are, then what others have of what is his.

Whose a step is, `own` says; what is shown is fetched by its ids, at most fifty of a section.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from heapq import nsmallest

from django.db.models import Prefetch

from thammuu.apps.dossiers.lists.own import own_steps
from thammuu.apps.dossiers.models import ExtensionRequest, Part, Step, StepUnit
from thammuu.apps.dossiers.reckoning.rules import soon_days
from thammuu.apps.dossiers.reckoning.timing import Timing, timing
from thammuu.apps.dossiers.rows import WorkRow, WorkSection
from thammuu.apps.dossiers.showing.acts import Around, step_acts
from thammuu.apps.dossiers.showing.steps import lead_words, standing
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor

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
    today, own = clock.today(), own_steps(actor)
    places: dict[str, list[_Dated]] = {key: [] for key in SECTIONS}
    for step in own.mine.items():
        places[_by_day(step[1], today)].append(step)
    places["waiting"].extend(own.waiting.items())
    places["decisions"].extend(own.to_decide.items())
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
