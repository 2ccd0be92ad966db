"""Many at once: nothing is lost, nothing is done twice, and the chain has no gap."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import TypeVar
from uuid import UUID, uuid4

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from support.assignments import make_sheet
from support.builders import make_dossier
from support.cast import TODAY
from thammuu.apps.dossiers import services
from thammuu.apps.dossiers.commands import StartStep
from thammuu.apps.dossiers.models import Step, StepEvent
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.jobs import registry
from thammuu.apps.jobs.models import JobRun, Slot
from thammuu.apps.jobs.services import tick
from thammuu.apps.journal.models import Event, Receipt
from thammuu.apps.journal.queries import verdict
from thammuu.apps.journal.services import record
from thammuu.apps.organisations import clock, demo
from thammuu.apps.organisations.absences import plan_absence
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.commands import PlanAbsence
from thammuu.apps.organisations.models import Absence
from thammuu.apps.organisations.queries import actor_for
from thammuu.apps.organisations.refusals import AbsencesOverlap, StaleEdit, SubstituteAway
from thammuu.apps.programme.commands import ConfirmSheet
from thammuu.apps.programme.models import WorkProgramme
from thammuu.apps.programme.refusals import AlreadyImported
from thammuu.apps.programme.services import confirm_sheet

T = TypeVar("T")
MANY = 8
DAY = date(2021, 6, 1)


def actor(username: str) -> Actor:
    """Another one of the cast."""
    found = actor_for(User.objects.get(username=username))
    assert found is not None
    return found


@pytest.fixture
def drafter(transactional_db: None) -> Iterator[Actor]:
    """The drafter of the cast, in a database where commits are real."""
    with clock.at(TODAY):
        demo.set_up()
        yield actor("lan")


@pytest.fixture
def dossier(drafter: Actor, unread: None) -> DossierView:
    """A dossier of hers."""
    return make_dossier(drafter)


def all_at_once(act: Callable[[int], T]) -> list[T | BaseException]:
    """What each of MANY threads got from `act(number)`, begun together on connections of their own."""
    gate = Barrier(MANY)

    def run(number: int) -> T:
        try:
            connection.ensure_connection()
            gate.wait()
            with clock.at(TODAY):
                return act(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(MANY) as pool:
        futures = [pool.submit(run, number) for number in range(MANY)]
        return [future.exception() or future.result() for future in futures]


def test_events_recorded_at_once_make_one_chain_without_a_gap(transactional_db: None) -> None:
    def act(number: int) -> list[int]:
        seqs = []
        for _ in range(10):
            with transaction.atomic():
                at = datetime(2021, 7, 6, tzinfo=UTC)
                seqs.append(record("test.done", subject=uuid4(), at=at, actor=None, agency=None, data=number))
        return seqs

    numbers = [seq for seqs in all_at_once(act) for seq in seqs]  # type: ignore[union-attr]
    assert sorted(numbers) == list(range(1, 10 * MANY + 1))
    assert (verdict().events, verdict().broken_at) == (10 * MANY, None)


def test_one_request_sent_many_times_at_once_has_one_effect(drafter: Actor, dossier: DossierView) -> None:
    key, command = uuid4(), StartStep(dossier.steps[0].uuid, 1, DAY, drafter.name)
    found = all_at_once(lambda _: services.start_step(drafter, command, key=key))
    assert set(found) == {dossier.steps[0].uuid}
    assert StepEvent.objects.count() == 1
    assert Receipt.objects.filter(key=key).count() == 1
    assert Event.objects.filter(act="step.started").count() == 1


def test_of_many_who_act_on_one_page_one_wins_and_the_others_are_told(
    drafter: Actor, dossier: DossierView
) -> None:
    command = StartStep(dossier.steps[0].uuid, 1, DAY, drafter.name)
    found = all_at_once(lambda _: services.start_step(drafter, command, key=uuid4()))
    assert found.count(command.step) == 1
    assert sum(isinstance(answer, StaleEdit) for answer in found) == MANY - 1
    step = Step.objects.get(uuid=command.step)
    assert (step.version, step.events.count(), verdict().broken_at) == (2, 1, None)


def test_of_many_who_confirm_the_same_file_one_wins_and_the_others_are_told(drafter: Actor) -> None:
    clerk = actor("mai")
    sheets = [make_sheet(clerk).uuid, make_sheet(clerk).uuid]

    def act(number: int) -> UUID:
        command = ConfirmSheet(sheets[number % 2], "Chương trình công tác năm 2021", 2021)
        return confirm_sheet(clerk, command, key=uuid4())

    found = all_at_once(act)
    assert sum(isinstance(answer, AlreadyImported) for answer in found) == MANY - 1
    assert WorkProgramme.objects.count() == 1


def test_of_two_who_name_each_other_to_stand_in_one_wins_and_the_other_is_told(drafter: Actor) -> None:
    head = actor("hung")

    def act(number: int) -> UUID:
        away, other = (drafter, head) if number % 2 else (head, drafter)
        command = PlanAbsence(away.uuid, other.uuid, date(2021, 7, 12), date(2021, 7, 16), "Nghỉ phép")
        return plan_absence(away, command, key=uuid4())

    found = all_at_once(act)
    assert sum(isinstance(answer, AbsencesOverlap | SubstituteAway) for answer in found) == MANY - 1
    assert Absence.objects.count() == 1


def test_a_scheduled_turn_is_taken_by_one_machine(
    transactional_db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_jobs", {})
    registry.job("test.hourly", every=timedelta(hours=1))(lambda _: None)
    noon = datetime(2021, 7, 6, 12, 5, tzinfo=UTC)
    assert all_at_once(lambda _: tick(noon)) == [None] * MANY
    assert (Slot.objects.count(), JobRun.objects.count()) == (1, 1)
