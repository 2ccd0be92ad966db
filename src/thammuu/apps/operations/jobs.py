"""What an installation does for itself by the clock: shows that work is done, and sweeps what no one needs again."""

from __future__ import annotations

from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from thammuu.apps.jobs.registry import Progress, job
from thammuu.apps.jobs.services import forget_finished
from thammuu.apps.journal import receipts

PULSE = "operations.pulse"
PULSE_EVERY = timedelta(minutes=5)
TIDY = "operations.tidy"

RECEIPTS_KEPT = timedelta(days=30)
"""A page left open so long is out of its session many times over; its form cannot be sent again."""
RUNS_KEPT = timedelta(days=30)
FAILED_RUNS_KEPT = timedelta(days=365)
"""Why a document could not be read is shown beside it for a year."""


@job(PULSE, attempts=1, every=PULSE_EVERY)
def pulse(_: Progress) -> None:
    """Nothing but its own run: that a worker took it, through whatever engine, is what `health` looks at."""


@job(TIDY, every=timedelta(days=1))
def tidy(progress: Progress) -> dict[str, int]:
    """Remove old receipts, finished runs and turns, the engine's own list of them, and sessions that are over."""
    now = timezone.now()
    removed = {"receipts": receipts.forget(now - RECEIPTS_KEPT)}
    progress(1, 3)
    removed["runs"] = forget_finished(now - RUNS_KEPT, failed_before=now - FAILED_RUNS_KEPT)
    progress(2, 3)
    removed["tasks"] = DBTaskResult.objects.finished().filter(finished_at__lt=now - RUNS_KEPT).delete()[0]
    call_command("clearsessions")
    return removed
