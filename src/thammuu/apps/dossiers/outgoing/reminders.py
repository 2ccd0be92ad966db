"""Reminders of due days: some working days before as each person wishes, on the day, and every so often when overdue.

Reckoned from today alone: a day on which no machine ran is not made up for, so nothing late is told; an occasion is
named by step, due day and kind, so nothing is told twice, however often the clock jumps or the job runs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from textwrap import shorten

from django.db import transaction
from django.utils import timezone

from thammuu.apps.dossiers.lists.own import officers_of, running_steps
from thammuu.apps.dossiers.models import Step
from thammuu.apps.dossiers.reckoning.timing import working_days
from thammuu.apps.notifications.commands import Telling
from thammuu.apps.notifications.models import Kind
from thammuu.apps.notifications.recipients import wishes_of
from thammuu.apps.notifications.services import tell
from thammuu.apps.notifications.wishes import Wishes
from thammuu.apps.organisations.parameters import values
from thammuu.apps.organisations.queries import substitutes_of

AHEAD = timedelta(days=60)
"""No wish reaches further than thirty working days."""
BATCH = 500
LONGEST = 160
"""Letters of a step's text in a reminder."""
BEFORE, EVERY = "reminder.before_days", "reminder.overdue_every_days"
STANDING_IN = "absence.substitute"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Why a step is told of today."""

    kind: Kind
    name: str
    words: str
    expires_on: date
    days: int = 0
    """Before the due day."""


def remind(today: date) -> int:
    """Tell everyone concerned of what is due, all steps of all agencies; the number of steps told of."""
    steps = running_steps().filter(due_on__lte=today + AHEAD).select_related("dossier").order_by("pk")
    told, last = 0, 0
    while batch := list(steps.filter(pk__gt=last)[:BATCH]):
        last = batch[-1].pk
        told += _remind(batch, today)
    return told


def occasion(step: Step, today: date, every: int) -> Occasion | None:
    """What there is to say of the step on that day; whether it is said hangs on each person's wishes."""
    assert step.due_on is not None
    due = f"{step.due_on:%d/%m/%Y}"
    if today == step.due_on:
        return Occasion(Kind.DUE_TODAY, "due", f"hôm nay, {due}, là ngày cuối", today)
    days = working_days(today, step.due_on)
    if days is None:
        return None
    if days > 0:
        return Occasion(Kind.BEFORE_DUE, f"before:{days}", f"đến hạn ngày {due}", step.due_on, days)
    if today < step.due_on or (late := working_days(step.due_on, today)) is None or late < 1:
        return None
    turn = (late - 1) // every
    return Occasion(Kind.OVERDUE, f"overdue:{turn}", f"đã quá hạn, hạn cuối {due}", today + timedelta(days=7))


def _remind(steps: list[Step], today: date) -> int:
    agencies = {step.dossier.agency_id for step in steps}
    rules = {agency: values(agency, BEFORE, EVERY, STANDING_IN) for agency in agencies}
    found = [
        (step, said)
        for step in steps
        if (said := occasion(step, today, int(rules[step.dossier.agency_id][EVERY])))
    ]
    due = [step for step, _ in found]
    telling = {step.pk for step in due if rules[step.dossier.agency_id][STANDING_IN] != "act"}
    officers = _with_substitutes(officers_of(due), telling)
    wishes = wishes_of({officer for told in officers.values() for officer in told})
    tellings = [
        _telling(step, said, officer)
        for step, said in found
        for officer in officers[step.pk]
        if _wished(said, wishes[officer], int(rules[step.dossier.agency_id][BEFORE]))
    ]
    with transaction.atomic():
        tell(*tellings)
    return len({telling.subject for telling in tellings})


def _with_substitutes(officers: dict[int, tuple[int, ...]], telling: set[int]) -> dict[int, tuple[int, ...]]:
    """Where a substitute does not do the work, and so does not find it among the own, he is told of it all the same."""
    told = substitutes_of({officer for step in telling for officer in officers[step]})
    beside = {step: tuple(told[one] for one in officers[step] if one in told) for step in telling}
    return {step: tuple(dict.fromkeys((*named, *beside.get(step, ())))) for step, named in officers.items()}


def _wished(said: Occasion, wishes: Wishes, usual: int) -> bool:
    if said.kind != Kind.BEFORE_DUE:
        return True
    chosen = wishes.days_before if wishes.days_before is not None else frozenset({usual})
    return said.days in chosen


def _telling(step: Step, said: Occasion, officer: int) -> Telling:
    text = shorten(step.text, LONGEST, placeholder="…")
    return Telling(
        officer_id=officer,
        agency_id=step.dossier.agency_id,
        kind=said.kind,
        subject=step.uuid,
        words=f"Bước {step.where} “{text}” của hồ sơ “{step.dossier.title}” {said.words}.",
        link=f"/ho-so/{step.dossier.uuid}/#buoc-{step.position}",
        occasion=f"remind:{step.uuid}:{step.due_on}:{said.name}",
        expires_at=_end_of(said.expires_on),
    )


def _end_of(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), tzinfo=timezone.get_default_timezone())
