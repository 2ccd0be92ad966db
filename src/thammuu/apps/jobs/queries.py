"""Reads of background work for screens."""

from __future__ import annotations

from dataclasses import dataclass

from thammuu.apps.jobs.models import JobRun


@dataclass(frozen=True, slots=True)
class RunRow:
    """How far a piece of work is."""

    state: str
    """waiting, running, done, failed."""
    done: int
    total: int
    message: str


def run_row(job: str, key: str) -> RunRow | None:
    """The run asked for under that key, if any."""
    run = JobRun.objects.filter(job=job, key=key).first()
    return RunRow(run.state, run.done, run.total, run.message) if run else None
