"""Reports written from data: the one page on a dossier, and the week over all dossiers that the reader sees."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, F, QuerySet

from thammuu.apps.dossiers import queries
from thammuu.apps.dossiers.models import OVER, DossierState, ExtensionRequest, Step, StepState
from thammuu.apps.dossiers.policies import READERS, visible_dossiers
from thammuu.apps.dossiers.reckoning.rules import soon_days
from thammuu.apps.dossiers.reckoning.timing import timing
from thammuu.apps.dossiers.reckoning.urgency import Days
from thammuu.apps.dossiers.rows import DossierView, StepRow
from thammuu.apps.dossiers.showing.steps import holder_row, standing
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.letterheads import Letterhead, letterhead
from thammuu.apps.organisations.refusals import NotAllowed
from thammuu_core.compositions import (
    Listed,
    OpenStep,
    State,
    UnitCount,
    Week,
    Work,
    state_report,
    weekly_report,
)
from thammuu_core.rendering import Document, Head

MOST = 200
"""Steps printed in one list of the weekly report; more are counted."""
NO_UNIT = "Chưa rõ đơn vị"
_UNFINISHED = (StepState.NOT_STARTED, StepState.STARTED)


def state_of_dossier(actor: Actor, uuid: UUID, requests: tuple[str, ...] = ()) -> Document:
    """The page on one dossier; `requests` are the open requests to others that are kept elsewhere. Raises NotVisible."""
    view = queries.dossier_view(actor, uuid)
    today = clock.today()
    return state_report(
        State(
            head=_head(letterhead(actor.agency_id, today), today),
            title=view.title,
            day=today,
            finished=view.finished,
            total=sum(_is_duty(step) for step in view.steps),
            steps=tuple(_told(step) for step in view.steps if step.state not in OVER),
            requests=(*_more_time_asked(view), *requests),
            author=actor.name,
        )
    )


def week_of(actor: Actor) -> Document:
    """The week that today is in, over all dossiers the actor sees. Raises NotAllowed."""
    if not actor.holds(*READERS):
        raise NotAllowed("xem báo cáo tuần", "cán bộ, lãnh đạo của cơ quan")
    today = clock.today()
    first = today - timedelta(days=today.weekday())
    own, look = letterhead(actor.agency_id, today), Days.of(today, soon_days(actor.agency_id))
    finished, due, late = _finished(actor, first), _due(actor, first + timedelta(days=7)), _late(actor, today)
    return weekly_report(
        Week(
            head=_head(own, today),
            first=first,
            last=first + timedelta(days=6),
            units=_counts(actor, finished, due, late),
            finished=_listed(finished, F("finished_on"), look),
            due=_listed(due, F("due_on"), look),
            late=_listed(late, F("due_on"), look, why=True),
            signature=own.signing,
            addressee=own.parent,
        )
    )


def _head(own: Letterhead, day: date) -> Head:
    symbol = "-".join(filter(None, ("BC", own.abbreviation)))
    return Head(own.agency, day, own.parent, symbol=symbol, place=own.place)


def _is_duty(step: StepRow) -> bool:
    """Parts of a step are not counted beside it, nor what was dropped from the plan."""
    return step.parent is None and step.state != StepState.DROPPED


def _told(step: StepRow) -> OpenStep:
    return OpenStep(
        where=step.where,
        text=step.text,
        holder=step.holder.words or "chưa rõ đơn vị",
        due_on=step.when.due_on,
        days_left=step.days_left,
        late=step.late,
        running=step.state == StepState.STARTED,
        reason=step.reason,
    )


def _more_time_asked(view: DossierView) -> list[str]:
    return [
        f"gia hạn bước {step.where} đến hết {asked.ends_on:%d/%m/%Y} ({asked.asked_by} đề nghị)"
        for step in view.steps
        for asked in step.extensions
        if not asked.decided
    ]


def _duties(actor: Actor) -> QuerySet[Step]:
    return Step.objects.filter(dossier__in=visible_dossiers(actor), parent=None)


def _finished(actor: Actor, first: date) -> QuerySet[Step]:
    """Done in the week from `first`."""
    span = (first, first + timedelta(days=6))
    return _duties(actor).filter(state=StepState.FINISHED, finished_on__range=span)


def _open(actor: Actor) -> QuerySet[Step]:
    """Told by what they are, not by what they are not: then state and last day are one look into their index."""
    return _duties(actor).filter(dossier__state=DossierState.OPEN, state__in=_UNFINISHED)


def _due(actor: Actor, first: date) -> QuerySet[Step]:
    """Due in the week from `first`."""
    return _open(actor).filter(due_on__range=(first, first + timedelta(days=6)))


def _late(actor: Actor, today: date) -> QuerySet[Step]:
    return _open(actor).filter(due_on__lt=today)


def _counts(actor: Actor, *lists: QuerySet[Step]) -> tuple[UnitCount, ...]:
    """The figures of every unit that has running dossiers or steps in one of the lists."""
    dossiers = visible_dossiers(actor).filter(state=DossierState.OPEN)
    running = dict(dossiers.values_list("unit__name").annotate(Count("pk")).order_by("unit__name"))
    steps = [
        dict(found.values_list("dossier__unit__name").annotate(Count("pk")).order_by("dossier__unit__name"))
        for found in lists
    ]
    units = sorted({*running, *(unit for found in steps for unit in found)}, key=lambda unit: unit or "")
    return tuple(
        UnitCount(unit or NO_UNIT, running.get(unit, 0), *(found.get(unit, 0) for found in steps))
        for unit in units
    )


def _listed(steps: QuerySet[Step], day: F, look: Days, *, why: bool = False) -> Listed:
    rows = (
        steps.annotate(day=day)
        .select_related("dossier__unit", "holder_unit", "holder_officer")
        .prefetch_related("owners")
        .order_by(F("dossier__unit__name").asc(nulls_last=True), "day", "dossier_id", "position", "pk")[:MOST]
    )
    shown = list(rows)
    asked = _reasons_told(shown) if why else {}
    return Listed(tuple(_work(step, look, asked, why=why) for step in shown), steps.count())


def _reasons_told(steps: list[Step]) -> dict[int, str]:
    """The reason last given for more time, by step: what people said themselves of why it is late."""
    requests = ExtensionRequest.objects.filter(step__in=[step.pk for step in steps]).order_by("pk")
    return dict(requests.values_list("step_id", "reason"))


def _work(step: Step, look: Days, asked: dict[int, str], *, why: bool) -> Work:
    unit = step.dossier.unit.name if step.dossier.unit else NO_UNIT
    work = Work(unit, step.dossier.title, step.where, step.text, step.day)  # type: ignore[attr-defined]
    if not why:
        return work
    reason = asked.get(step.pk) or timing(standing(step), look.today, look.soon_days).reason
    return Work(
        work.unit, work.dossier, work.where, work.text, work.day, holder_row(step, look.today).words, reason
    )
