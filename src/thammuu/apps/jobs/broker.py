"""The bridge to Celery: a django-tasks backend that sends the number of a run to a broker after the commit.

Celery only carries and starts; what the work is, how often it was tried and whether its worker lives stays in the
JobRun row. A message that is lost, or sent twice, or to a broker that is away, costs time and nothing else.
"""

from __future__ import annotations

import logging
from functools import cache, partial
from typing import Any
from uuid import UUID, uuid4

from celery import Celery
from celery.exceptions import CeleryError
from django.db import close_old_connections, transaction
from django.utils import timezone
from django_tasks.backends.base import BaseTaskBackend
from django_tasks.base import Task, TaskResult, TaskResultStatus
from kombu.exceptions import KombuError

logger = logging.getLogger(__name__)

TASK = "thammuu.jobs.perform"
QUEUE = "thammuu"
_IMPATIENT = {
    "socket_connect_timeout": 2,
    "socket_timeout": 2,
    "max_retries": 1,
    "interval_start": 0,
    "interval_step": 0.1,
    "interval_max": 0.1,
}
"""A page that asks for work must not wait for a broker that hangs; a worker goes on connecting all the same."""


class CeleryBackend(BaseTaskBackend):
    """Hands `jobs.services.execute(run)`, the only task there is, to the broker named in OPTIONS."""

    def enqueue(self, task: Task[Any, Any], args: Any, kwargs: Any) -> TaskResult[Any]:
        """Send after the commit: before it a quick worker would find no row."""
        self.validate_task(task)
        transaction.on_commit(partial(send, application(self.options["broker"]), *args))
        return TaskResult(
            task=task,
            id=str(uuid4()),
            status=TaskResultStatus.READY,
            enqueued_at=timezone.now(),
            started_at=None,
            last_attempted_at=None,
            finished_at=None,
            args=args,
            kwargs=kwargs,
            backend=self.alias,
            errors=[],
            worker_ids=[],
        )


@cache
def application(broker: str) -> Celery:
    """The Celery application of this process: one queue, one task, no results kept."""
    made = Celery("thammuu", broker=broker, set_as_current=False, fixups=[])
    made.conf.update(
        broker_connection_retry_on_startup=True,
        broker_transport_options=_IMPATIENT,
        enable_utc=True,
        task_default_queue=QUEUE,
        task_ignore_result=True,
        task_serializer="json",
        accept_content=["json"],
        worker_hijack_root_logger=False,
        worker_prefetch_multiplier=1,
    )
    made.task(name=TASK)(_perform)
    return made


def send(app: Celery, run_uuid: str) -> None:
    """Put the run on the queue; when the broker does not take it the next tick tries again."""
    from thammuu.apps.jobs.services import take_back  # `services` makes the task that this backend serves

    try:
        app.send_task(TASK, args=[run_uuid], retry=False)
    except (KombuError, CeleryError, OSError) as failure:
        logger.warning("broker does not answer, run %s waits for the next tick: %s", run_uuid, failure)
        take_back(run_uuid)


def _perform(run_uuid: str) -> None:
    """What a Celery worker does with a message."""
    from thammuu.apps.jobs.services import perform

    close_old_connections()
    try:
        perform(UUID(run_uuid))
    finally:
        close_old_connections()
