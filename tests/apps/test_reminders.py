"""Reminders: before the due day as each wishes, on the day, every so often when overdue; never late, never twice."""

from __future__ import annotations

from datetime import date, time
from uuid import uuid4

import pytest
from django.utils.timezone import localtime

from support.builders import make_dossier
from support.cast import Cast
from thammuu.apps.dossiers.jobs import remind_day, remind_today
from thammuu.apps.dossiers.models import Dossier, DossierState, Step, StepState
from thammuu.apps.dossiers.outgoing.reminders import remind
from thammuu.apps.jobs.models import JobRun
from thammuu.apps.notifications.commands import SetPreference
from thammuu.apps.notifications.models import Kind, Notice
from thammuu.apps.notifications.services import set_preference
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor

DUE = date(2021, 7, 30)
"""A Friday; the working days before it are 29, 28, 27, 26 and, after a weekend, 23."""


@pytest.fixture
def step(cast: Cast, unread: None) -> Step:
    """The one step that is due on DUE; the drafter has it."""
    dossier = Dossier.objects.get(uuid=make_dossier(cast.drafter).uuid)
    first, *others = dossier.steps.order_by("position")
    Step.objects.filter(pk__in=[other.pk for other in others]).update(due_on=None)
    Step.objects.filter(pk=first.pk).update(due_on=DUE, holder_officer=cast.drafter.id)
    return Step.objects.get(pk=first.pk)


def wish(actor: Actor, *days: int) -> None:
    set_preference(
        actor,
        SetPreference(
            0, page_only=(), days_before=days, bundled=True, bundle_at=time(8), quiet_days_off=True
        ),
        key=uuid4(),
    )


def told(actor: Actor) -> list[tuple[str, date]]:
    """Kind and day of what the actor was told, in order."""
    rows = Notice.objects.filter(officer_id=actor.id).order_by("pk")
    return [(row.kind, localtime(row.told_at).date()) for row in rows]


def live(*days: date) -> None:
    """On each of the days the job ran twice."""
    for day in days:
        with clock.at(day):
            remind(day)
            remind(day)


def july(*days: int) -> list[date]:
    return [date(2021, 7, day) for day in days]


def test_everyone_is_reminded_as_many_days_ahead_as_wished(cast: Cast, step: Step) -> None:
    wish(cast.drafter, 5, 1)
    live(*july(*range(19, 31)))
    assert told(cast.drafter) == [
        (Kind.BEFORE_DUE, date(2021, 7, 23)),
        (Kind.BEFORE_DUE, date(2021, 7, 29)),
        (Kind.DUE_TODAY, date(2021, 7, 30)),
    ]


def test_who_wishes_nothing_special_is_reminded_as_the_agency_sets_it(cast: Cast, step: Step) -> None:
    live(*july(*range(19, 30)))
    assert told(cast.drafter) == [(Kind.BEFORE_DUE, date(2021, 7, 27))]


def test_who_wishes_no_reminder_ahead_is_told_on_the_day_only(cast: Cast, step: Step) -> None:
    wish(cast.drafter)
    live(*july(*range(19, 31)))
    assert told(cast.drafter) == [(Kind.DUE_TODAY, DUE)]


def test_an_outage_is_not_made_up_for(cast: Cast, step: Step) -> None:
    wish(cast.drafter, 5, 3, 1)
    live(*july(22, 28, 29))
    assert told(cast.drafter) == [(Kind.BEFORE_DUE, date(2021, 7, 29))]


def test_a_clock_that_jumps_tells_nothing_twice(cast: Cast, step: Step) -> None:
    wish(cast.drafter, 1)
    live(*july(29, 30, 29, 30, 28, 29))
    assert told(cast.drafter) == [(Kind.BEFORE_DUE, date(2021, 7, 29)), (Kind.DUE_TODAY, DUE)]


def test_an_overdue_step_is_told_of_again_after_as_many_days_as_the_agency_sets(
    cast: Cast, step: Step, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = {"reminder.before_days": 3, "reminder.overdue_every_days": 5, "absence.substitute": "act"}
    monkeypatch.setattr("thammuu.apps.dossiers.outgoing.reminders.values", lambda *_: rules)
    live(*[date(2021, 8, day) for day in range(1, 15)])
    assert told(cast.drafter) == [(Kind.OVERDUE, date(2021, 8, 2)), (Kind.OVERDUE, date(2021, 8, 9))]


def test_a_new_due_day_is_a_new_occasion(cast: Cast, step: Step) -> None:
    live(DUE)
    Step.objects.filter(pk=step.pk).update(due_on=date(2021, 8, 6))
    live(date(2021, 8, 6))
    assert told(cast.drafter) == [(Kind.DUE_TODAY, DUE), (Kind.DUE_TODAY, date(2021, 8, 6))]


@pytest.mark.parametrize("over", [StepState.FINISHED, StepState.SKIPPED, StepState.DROPPED])
def test_nobody_is_reminded_of_what_is_over(cast: Cast, step: Step, over: StepState) -> None:
    Step.objects.filter(pk=step.pk).update(state=over)
    live(DUE)
    assert not Notice.objects.exists()


def test_nor_of_a_dossier_that_is_closed(cast: Cast, step: Step) -> None:
    Dossier.objects.filter(pk=step.dossier_id).update(state=DossierState.CLOSED)
    live(DUE)
    assert not Notice.objects.exists()


def test_the_head_of_the_lead_unit_is_reminded_and_nobody_elsewhere(cast: Cast, step: Step) -> None:
    (unit,) = cast.head.unit_ids
    step.owners.filter(part="lead").update(unit=unit)
    live(DUE)
    people = set(Notice.objects.values_list("officer_id", flat=True))
    assert people == {cast.drafter.id, cast.head.id}


def test_the_job_asks_once_a_day_and_makes_nothing_up(cast: Cast, step: Step) -> None:
    with clock.at(DUE):
        for _ in range(3):
            remind_today(lambda done, total: None)
    assert JobRun.objects.filter(job="dossiers.remind_day").count() == 1
    assert told(cast.drafter) == [(Kind.DUE_TODAY, DUE)]
    with clock.at(date(2021, 8, 20)):
        assert remind_day(lambda done, total: None, day="2021-08-02") == {"steps": 0}


def test_the_number_of_queries_does_not_grow_with_the_steps(
    cast: Cast, step: Step, django_assert_num_queries: object
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            remind(DUE)
        return len(found)

    remind(DUE)
    one = queries()
    Step.objects.filter(dossier_id=step.dossier_id).update(due_on=DUE)
    remind(DUE)
    assert queries() == one
