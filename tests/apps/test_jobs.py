"""Background work is done at least once, retried with patience, and given back when its worker dies."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import ClassVar

import pytest
from django.core.management import call_command
from django.db import OperationalError
from django.utils import timezone

from thammuu.apps.jobs import registry, services
from thammuu.apps.jobs.management.commands import work
from thammuu.apps.jobs.models import JobRun, RunState, Slot
from thammuu.apps.jobs.queries import run_row
from thammuu.apps.jobs.registry import Progress
from thammuu_core.errors import Malformed, Unavailable

Body = Callable[[Progress], object]
DATABASE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "ENQUEUE_ON_COMMIT": False}}


class NotAPlan(Malformed):
    """A failure that no second try can cure."""

    code: ClassVar[str] = "test.not_a_plan"


class DiskAway(Unavailable):
    """A failure that may pass."""

    code: ClassVar[str] = "test.disk_away"


@pytest.fixture
def calls(db: None, monkeypatch: pytest.MonkeyPatch) -> list[Body]:
    """The job `test.work` does what the first of these says; each call takes one away."""
    script: list[Body] = []
    monkeypatch.setattr(registry, "_jobs", dict(registry._jobs))

    @registry.job("test.work", attempts=3, silence=timedelta(minutes=5))
    def work(progress: Progress, **_: object) -> object:
        return script.pop(0)(progress)

    return script


def ask() -> JobRun:
    """Ask for the work; with the immediate backend it is tried at once."""
    return JobRun.objects.get(uuid=services.enqueue("test.work", "once", {"page": 1}))


def failing(failure: Exception) -> Body:
    """Work that ends so."""

    def body(_: Progress) -> object:
        raise failure

    return body


def later(run: JobRun) -> datetime:
    """A moment after the run is due again."""
    return run.due_at + timedelta(seconds=1)


def test_asked_work_is_done_and_its_result_kept(calls: list[Body]) -> None:
    calls.append(lambda progress: progress(1, 2) or "kết quả")
    run = ask()
    assert (run.state, run.result, run.done, run.total, run.attempts) == (RunState.DONE, "kết quả", 1, 2, 1)


def test_asking_twice_is_asking_once(calls: list[Body]) -> None:
    calls.append(lambda _: 1)
    assert ask().uuid == ask().uuid
    assert calls == []


def test_what_cannot_be_cured_is_not_tried_again_and_says_why(calls: list[Body]) -> None:
    calls.append(failing(NotAPlan("Tệp này không phải văn bản.")))
    ask()
    row = run_row("test.work", "once")
    assert row is not None
    assert (row.state, row.message) == ("failed", "Tệp này không phải văn bản.")


def test_what_may_pass_is_tried_again_after_growing_pauses_and_then_given_up(
    calls: list[Body], monkeypatch: pytest.MonkeyPatch
) -> None:
    calls.extend([failing(DiskAway("Ổ đĩa chưa sẵn sàng."))] * 3)
    run, pauses = ask(), []
    while run.state == RunState.WAITING:
        pauses.append(run.due_at - timezone.now() > timedelta(seconds=14))
        JobRun.objects.update(due_at=timezone.now())
        services.tick()
        run.refresh_from_db()
    assert (run.state, run.attempts, run.code) == (RunState.FAILED, 3, "test.disk_away")
    assert pauses == [True, True]


def test_a_bug_in_a_job_does_not_reach_the_one_who_asked(
    calls: list[Body], caplog: pytest.LogCaptureFixture
) -> None:
    calls.append(failing(ZeroDivisionError("1/0")))
    run = ask()
    assert (run.state, run.code) == (RunState.WAITING, "jobs.unexpected")
    assert "ZeroDivisionError" in caplog.text
    assert "1/0" not in run.message


def test_work_that_is_not_due_is_left_alone(calls: list[Body]) -> None:
    calls.append(failing(DiskAway("…")))
    run = ask()
    services.tick(run.due_at - timedelta(seconds=1))
    run.refresh_from_db()
    assert run.attempts == 1


def test_a_worker_that_fell_silent_loses_its_work_to_another(calls: list[Body]) -> None:
    calls.append(failing(DiskAway("…")))
    run = ask()
    silent_since = timezone.now() - timedelta(minutes=6)
    JobRun.objects.update(state=RunState.RUNNING, beat_at=silent_since, worker="máy cũ:1")
    services.tick()
    run.refresh_from_db()
    assert (run.state, run.code) == (RunState.WAITING, "jobs.worker_lost")


def test_a_worker_that_beats_keeps_its_work(calls: list[Body]) -> None:
    calls.append(lambda _: 1)
    run = ask()
    JobRun.objects.update(state=RunState.RUNNING, beat_at=timezone.now())
    services.tick()
    run.refresh_from_db()
    assert run.state == RunState.RUNNING


def test_work_asked_for_by_a_clock_that_ran_ahead_is_done_when_it_is_put_right(calls: list[Body]) -> None:
    calls.extend([failing(DiskAway("…")), lambda _: "xong"])
    run = ask()
    ahead = timezone.now() + timedelta(days=365)
    JobRun.objects.update(due_at=ahead, handed_at=ahead)
    services.tick()
    run.refresh_from_db()
    assert (run.state, run.result) == (RunState.DONE, "xong")


def test_a_worker_that_beat_by_a_clock_that_ran_ahead_loses_its_work(calls: list[Body]) -> None:
    calls.append(failing(DiskAway("…")))
    run = ask()
    JobRun.objects.update(state=RunState.RUNNING, beat_at=timezone.now() + timedelta(days=365))
    services.tick()
    run.refresh_from_db()
    assert (run.state, run.code) == (RunState.WAITING, "jobs.worker_lost")


def test_a_pause_before_the_next_try_is_no_sign_of_a_clock_that_ran_ahead(calls: list[Body]) -> None:
    calls.append(failing(DiskAway("…")))
    run = ask()
    JobRun.objects.update(due_at=timezone.now() + services.longest_pause())
    services.tick()
    run.refresh_from_db()
    assert run.attempts == 1


def test_a_database_that_is_away_for_a_moment_does_not_end_the_worker(
    calls: list[Body], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[int] = []

    def tick() -> None:
        told.append(1)
        raise OperationalError("database is locked")

    monkeypatch.setattr(work, "tick", tick)
    call_command("work", once=True)
    monkeypatch.setattr(work, "_batch", lambda: Batch(tick))
    call_command("work", once=True)
    assert len(told) == 3
    assert "database is locked" in caplog.text


class Batch:
    """A batch of work that fares as `run` does."""

    def __init__(self, run: Callable[[], None]) -> None:
        self.run = run


def test_a_worker_taken_for_dead_does_not_write_over_its_successor(calls: list[Body]) -> None:
    def outlived(progress: Progress) -> object:
        JobRun.objects.update(attempts=2, state=RunState.RUNNING, worker="máy mới:2")
        progress(9, 9)
        return "kết quả cũ"

    calls.append(outlived)
    run = ask()
    assert (run.state, run.result, run.done, run.worker) == (RunState.RUNNING, None, 0, "máy mới:2")


@pytest.mark.parametrize("state", [RunState.WAITING, RunState.RUNNING])
def test_work_of_a_job_that_is_no_more_is_given_up_and_stops_no_worker(
    calls: list[Body], caplog: pytest.LogCaptureFixture, state: RunState
) -> None:
    JobRun.objects.create(job="test.gone", key="k", due_at=timezone.now(), state=state)
    calls.append(failing(DiskAway("…")))
    run = ask()
    JobRun.objects.filter(pk=run.pk).update(due_at=timezone.now())
    calls.append(lambda _: 1)
    services.tick()
    run.refresh_from_db()
    assert run.state == RunState.DONE
    gone = JobRun.objects.get(job="test.gone")
    assert (gone.state, gone.code) == (RunState.FAILED, "jobs.no_such_job")
    assert "test.gone" in caplog.text


def test_a_run_that_is_over_is_not_done_again(calls: list[Body]) -> None:
    calls.append(lambda _: 1)
    run = ask()
    services.perform(run.uuid)
    assert JobRun.objects.get().attempts == 1


def test_scheduled_work_runs_once_a_slot_however_often_and_wherever_time_is_told(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[int] = []
    monkeypatch.setattr(registry, "_jobs", {})

    @registry.job("test.hourly", every=timedelta(hours=1))
    def hourly(_: Progress) -> None:
        done.append(1)

    noon = datetime(2021, 7, 6, 12, 5, tzinfo=UTC)
    for minutes in (0, 1, 30, 54, 55, 56):
        services.tick(noon + timedelta(minutes=minutes))
    assert len(done) == 2
    assert [slot.at.hour for slot in Slot.objects.order_by("at")] == [12, 13]


def test_the_worker_takes_what_was_enqueued_in_the_transaction(
    transactional_db: None, calls: list[Body], settings: object
) -> None:
    settings.TASKS = DATABASE  # type: ignore[attr-defined]
    calls.append(lambda _: "xong")
    run = ask()
    assert run.state == RunState.WAITING
    call_command("work", once=True)
    run.refresh_from_db()
    assert (run.state, run.result) == (RunState.DONE, "xong")
