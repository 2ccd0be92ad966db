"""Asking for work, doing it, and looking after work whose worker died.

At least once: an asked job is a row in the transaction of the act that asked; a row that is due and that no live
worker holds is handed to the engine again by `tick`, whatever became of the engine's own record of it (a broker that
was emptied, a database that was restored). Jobs are therefore harmless when run twice.
"""

from __future__ import annotations

import logging
import os
import socket
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django_tasks import task

from thammuu.apps.jobs.models import JobRun, RunState, Slot
from thammuu.apps.jobs.registry import Job, Progress, job_named, registered, scheduled
from thammuu_core.errors import Malformed, Refusal, Told

logger = logging.getLogger(__name__)

FIRST_PAUSE = timedelta(seconds=15)
"""Before the second try; four times as long before each next one."""
AHEAD = timedelta(hours=1)
"""A moment further in the future than this, and any pause, was written by a clock that has since been put right."""
HANDED_AGAIN_AFTER = timedelta(minutes=10)
"""A row that was handed over and not taken for so long is handed over once more."""
UNTOLD = "Việc nền gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, báo quản trị hệ thống kèm thời điểm này."


def enqueue(job: str, key: str, payload: dict[str, Any]) -> UUID:
    """Ask for the work once under `key`; asking again returns the same run. Call it inside the asking transaction."""
    assert job_named(job), job
    now = timezone.now()
    with transaction.atomic():
        run, fresh = JobRun.objects.get_or_create(
            job=job, key=key, defaults={"payload": payload, "due_at": now, "handed_at": now}
        )
        if fresh:
            execute.enqueue(str(run.uuid))
    return run.uuid


@task()
def execute(run_uuid: str) -> None:
    """The one task that django-tasks knows; what it does is in the JobRun row."""
    perform(UUID(run_uuid))


def perform(run_uuid: UUID) -> None:
    """Claim the run and do it; a run that another worker holds, or that is over, is left alone."""
    now = timezone.now()
    claimed = JobRun.objects.filter(_due(now), uuid=run_uuid, state=RunState.WAITING).update(
        state=RunState.RUNNING, handed_at=None, attempts=F("attempts") + 1, beat_at=now, worker=worker_name()
    )
    if not claimed:
        return
    run = JobRun.objects.get(uuid=run_uuid)
    if (job := job_named(run.job)) is None:
        _give_up_unknown(run)
        return
    try:
        result = job.function(_progress(run), **run.payload)
    except Told as told:
        _fail(run, job, told.message, told.code, final=isinstance(told, Malformed | Refusal))
    except Exception:
        logger.exception("job %s %s", run.job, run.key)
        _fail(run, job, UNTOLD, "jobs.unexpected", final=False)
    else:
        _held(run).update(state=RunState.DONE, result=result, message="", code="", ended_at=timezone.now())


def tick(now: datetime | None = None) -> None:
    """Every half a minute or so, on any number of machines: give back dead work, start due work, fill due slots."""
    now = now or timezone.now()
    _fill_slots(now)
    _reap(now)
    due = _not_with_the_engine(now).filter(_due(now))
    for run in due.order_by("due_at")[:100]:
        with transaction.atomic():
            if _not_with_the_engine(now).filter(pk=run.pk).update(handed_at=now):
                execute.enqueue(str(run.uuid))


def take_back(run_uuid: str) -> None:
    """The engine did not accept the run: the next tick offers it again."""
    JobRun.objects.filter(uuid=run_uuid, state=RunState.WAITING).update(handed_at=None)


def forget_finished(before: datetime, *, failed_before: datetime) -> int:
    """Remove runs done before the one moment, given up before the other, and turns of the schedule that are past."""
    old = Q(state=RunState.DONE, ended_at__lt=before) | Q(state=RunState.FAILED, ended_at__lt=failed_before)
    removed = JobRun.objects.filter(old).delete()[0]
    return removed + Slot.objects.filter(at__lt=before).delete()[0]


def worker_name() -> str:
    """This process, as written into the rows it holds."""
    return f"{socket.gethostname()[:40]}:{os.getpid()}"


def longest_pause() -> timedelta:
    """Before the last try of the most patient job."""
    tries = max((job.attempts for job in registered()), default=1)
    return FIRST_PAUSE * 4 ** max(tries - 2, 0)


def _due(now: datetime) -> Q:
    """Runs whose turn has come; those of a clock that ran ahead must not wait until time has caught up with it."""
    return Q(due_at__lte=now) | Q(due_at__gt=now + longest_pause() + AHEAD)


def _not_with_the_engine(now: datetime) -> QuerySet[JobRun]:
    """Waiting rows that no task will take, as far as can be known."""
    lost = Q(handed_at=None) | Q(handed_at__lt=now - HANDED_AGAIN_AFTER) | Q(handed_at__gt=now + AHEAD)
    return JobRun.objects.filter(lost, state=RunState.WAITING)


def _progress(run: JobRun) -> Progress:
    def tell(done: int, total: int) -> None:
        _held(run).update(done=done, total=total, beat_at=timezone.now())

    return tell


def _held(run: JobRun) -> QuerySet[JobRun]:
    """The row, if this attempt still holds it: a worker that was taken for dead must not write over its successor."""
    return JobRun.objects.filter(pk=run.pk, state=RunState.RUNNING, attempts=run.attempts)


def _fail(run: JobRun, job: Job, message: str, code: str, *, final: bool) -> None:
    now = timezone.now()
    if final or run.attempts >= job.attempts:
        _held(run).update(state=RunState.FAILED, message=message, code=code, ended_at=now)
        return
    pause = FIRST_PAUSE * 4 ** (run.attempts - 1)
    _held(run).update(state=RunState.WAITING, message=message, code=code, due_at=now + pause)


def _give_up_unknown(run: JobRun) -> None:
    """Work of a job that this version of the program does not have; it must not stop the worker."""
    logger.error("job %s %s: no such job", run.job, run.key)
    _held(run).update(state=RunState.FAILED, message=UNTOLD, code="jobs.no_such_job", ended_at=timezone.now())


def _reap(now: datetime) -> None:
    """Give back, or give up, runs whose worker has been silent too long."""
    for run in JobRun.objects.filter(state=RunState.RUNNING):
        job = job_named(run.job)
        if job is None:
            _give_up_unknown(run)
        elif run.beat_at is None or not now - job.silence <= run.beat_at <= now + AHEAD:
            logger.warning("job %s %s: worker %s is silent", run.job, run.key, run.worker)
            _fail(run, job, UNTOLD, "jobs.worker_lost", final=False)


def _fill_slots(now: datetime) -> None:
    """Ask for each scheduled job once a slot, whichever machine comes first."""
    for job in scheduled():
        assert job.every is not None
        seconds = int(job.every.total_seconds())
        at = datetime.fromtimestamp(int(now.timestamp()) // seconds * seconds, tz=now.tzinfo)
        with transaction.atomic():
            _, fresh = Slot.objects.get_or_create(job=job.name, at=at)
            if fresh:
                enqueue(job.name, at.isoformat(), {})
