"""`thammuu manage work`: one worker process; run as many as there are cores to spare, on any machine."""

from __future__ import annotations

import logging
import signal
import threading
import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import DatabaseError, close_old_connections
from django_tasks import DEFAULT_TASK_BACKEND_ALIAS
from django_tasks_db.management.commands.db_worker import Worker

from thammuu.apps.jobs.services import tick, worker_name

logger = logging.getLogger(__name__)

TICK_SECONDS = 30


class Command(BaseCommand):
    """Takes work from wherever THAMMUU_TASKS puts it until told to stop, and ticks."""

    help = "Chạy việc nền."
    stopping = False

    def add_arguments(self, parser: ArgumentParser) -> None:
        """How often to look, and whether to stop when nothing is left."""
        parser.add_argument("--interval", type=float, default=0.5, help="số giây giữa hai lần tìm việc")
        parser.add_argument("--once", action="store_true", help="làm hết việc đang chờ rồi dừng")

    def handle(self, *args: Any, **options: Any) -> None:
        """Work; a piece under way is finished before a stop is obeyed."""
        if "broker" in settings.TASKS[DEFAULT_TASK_BACKEND_ALIAS].get("OPTIONS", {}):
            _serve_broker(settings.TASKS[DEFAULT_TASK_BACKEND_ALIAS]["OPTIONS"]["broker"])
            return
        if not options["once"]:
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, self.stop)
        next_tick = 0.0
        while not self.stopping:
            if time.monotonic() >= next_tick:
                _patiently(tick)
                next_tick = time.monotonic() + TICK_SECONDS
            _patiently(_batch().run)
            if options["once"]:
                return
            close_old_connections()
            time.sleep(options["interval"])

    def stop(self, *_: Any) -> None:
        """Finish what is under way, then end."""
        self.stopping = True


def _patiently(do: Callable[[], object]) -> None:
    """A database that is away or locked for a moment must not end the worker; the next turn tries again."""
    try:
        do()
    except DatabaseError:
        logger.exception("worker")
        close_old_connections()


def _batch() -> Worker:
    """django-tasks' own worker, which returns when the queue is empty."""
    return Worker(
        queue_names=["*"],
        interval=0,
        batch=True,
        backend_name=DEFAULT_TASK_BACKEND_ALIAS,
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_name()[:64],
        excluded_queue_names=[],
    )


def _serve_broker(broker: str) -> None:
    """Celery's own worker in this process, which stops at SIGTERM when its piece is done; a thread of ours ticks."""
    from thammuu.apps.jobs.broker import application  # Celery is an extra

    threading.Thread(target=_tick_for_ever, name="tick", daemon=True).start()
    worker = application(broker).Worker(
        pool="solo", loglevel="WARNING", without_gossip=True, without_mingle=True
    )
    worker.start()


def _tick_for_ever() -> None:
    while True:
        close_old_connections()
        _patiently(tick)
        time.sleep(TICK_SECONDS)
