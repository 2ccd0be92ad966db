"""What nobody can need again is swept every day, and nothing else."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from thammuu.apps.jobs.models import JobRun, RunState, Slot
from thammuu.apps.journal.models import Receipt
from thammuu.apps.operations.jobs import tidy


def run(key: str, state: RunState, days_ago: int) -> None:
    """A run that ended so many days ago; one that waits has no end."""
    at = timezone.now() - timedelta(days=days_ago)
    ended = None if state in (RunState.WAITING, RunState.RUNNING) else at
    JobRun.objects.create(job="test.work", key=key, state=state, due_at=at, ended_at=ended)


def quiet(done: int, total: int) -> None:
    """Nobody watches."""


@pytest.mark.parametrize(
    ("state", "days_ago", "kept"),
    [
        (RunState.DONE, 29, True),
        (RunState.DONE, 31, False),
        (RunState.FAILED, 364, True),
        (RunState.FAILED, 366, False),
        (RunState.WAITING, 400, True),
        (RunState.RUNNING, 400, True),
    ],
)
def test_runs_are_kept_until_no_one_asks_for_them(
    db: None, state: RunState, days_ago: int, kept: bool
) -> None:
    run("once", state, days_ago)
    tidy(quiet)
    assert JobRun.objects.exists() is kept


@pytest.mark.parametrize(("days_ago", "kept"), [(29, True), (31, False)])
def test_receipts_and_turns_go_after_a_month(db: None, days_ago: int, kept: bool) -> None:
    at = timezone.now() - timedelta(days=days_ago)
    receipt = Receipt.objects.create(owner=uuid4(), key=uuid4(), act="test.done", fingerprint="0" * 64)
    Receipt.objects.filter(pk=receipt.pk).update(made_at=at)
    Slot.objects.create(job="test.hourly", at=at)
    told = tidy(quiet)
    assert (Receipt.objects.exists(), Slot.objects.exists()) == (kept, kept)
    assert (told["receipts"], told["runs"]) == (int(not kept), int(not kept))
