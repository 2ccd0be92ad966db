"""Jobs that tests give to real workers: `python -m support.work COMMAND…` is a management command that knows them."""

from __future__ import annotations

import sys
import time

import django
from django.core.management import call_command


def register() -> None:
    """Make `test.note` known: it waits a little and tells who did it."""
    from thammuu.apps.jobs import registry
    from thammuu.apps.jobs.registry import Progress
    from thammuu.apps.jobs.services import worker_name

    @registry.job("test.note")
    def note(progress: Progress, number: int) -> str:
        progress(0, 1)
        time.sleep(0.02)
        return f"{number} {worker_name()}"


def ask(count: int) -> None:
    """Ask for that many pieces of work, as acts do."""
    from django.db import transaction

    from thammuu.apps.jobs.services import enqueue

    for number in range(count):
        with transaction.atomic():
            enqueue("test.note", str(number), {"number": number})


if __name__ == "__main__":
    django.setup()
    register()
    if sys.argv[1] == "ask":
        ask(int(sys.argv[2]))
    else:
        call_command(*sys.argv[1:])
