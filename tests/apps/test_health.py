"""What an administrator is told of the state of the installation, part by part."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from datetime import timedelta
from io import StringIO
from pathlib import Path
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.db import OperationalError, connection, transaction
from django.utils import timezone

from thammuu.apps.jobs.models import JobRun, RunState
from thammuu.apps.journal import services as journal
from thammuu.apps.journal.models import Head
from thammuu.apps.operations import backups, health
from thammuu.apps.operations.health import State
from thammuu.apps.operations.jobs import PULSE

Settings = type(django_settings)
AT = timezone.make_aware(timezone.datetime(2021, 7, 6, 8))


@pytest.fixture(autouse=True)
def place(tmp_path: Path, settings: Settings) -> Path:
    """A home with room."""
    settings.HOME, settings.THAMMUU_FILES = tmp_path, tmp_path / "files"
    return tmp_path


def record(act: str = "test.done", **data: object) -> None:
    """An event of now."""
    with transaction.atomic():
        journal.record(act, subject=uuid4(), at=AT, actor=None, agency=None, data=data)


def pulse(ago: timedelta) -> None:
    """A worker did a turn so long ago."""
    at = timezone.now() - ago
    JobRun.objects.create(
        job=PULSE, key=str(at), state=RunState.DONE, due_at=at, ended_at=at, worker="may-1:7"
    )


def found(part: str) -> health.Finding:
    """What is said of one part."""
    return {finding.part: finding for finding in health.examine()}[part]


def test_an_installation_that_is_well_says_so(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=10**11))
    record()
    record(backups.ACT, place="/sao-luu")
    pulse(timedelta(minutes=4))
    assert {finding.part: finding.state for finding in health.examine()} == dict.fromkeys(
        ("database", "schema", "journal", "clock", "worker", "queue", "backup", "disk", "files"), State.GOOD
    )
    out = StringIO()
    call_command("health", stdout=out)
    assert "HỎNG" not in out.getvalue()
    out = StringIO()
    call_command("health", json=True, stdout=out)
    assert json.loads(out.getvalue())["state"] == "good"


@pytest.mark.parametrize(
    ("free", "state"), [(10**11, State.GOOD), (10**9, State.WARNING), (10**8, State.FAILING)]
)
def test_a_disk_is_told_before_it_is_full(
    db: None, monkeypatch: pytest.MonkeyPatch, free: int, state: State
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(free=free))
    assert found("disk").state == state


@pytest.mark.parametrize(("minutes", "state"), [(None, State.WARNING), (14, State.GOOD), (16, State.FAILING)])
def test_a_worker_that_is_silent_is_told(db: None, minutes: int | None, state: State) -> None:
    if minutes is not None:
        pulse(timedelta(minutes=minutes))
    assert found("worker").state == state


def test_work_that_waits_too_long_is_told_with_its_name(db: None) -> None:
    due = timezone.now() - timedelta(minutes=20)
    JobRun.objects.create(job="documents.read", key="1", due_at=due)
    told = found("queue")
    assert (told.state, "20 phút" in told.message, "documents.read" in told.message) == (
        State.WARNING,
        True,
        True,
    )


def test_a_cut_journal_is_told(db: None) -> None:
    record()
    Head.objects.update(seq=7)
    assert found("journal").state == State.FAILING


@pytest.mark.parametrize(("back", "state"), [(59, State.GOOD), (3700, State.FAILING)])
def test_a_clock_that_jumped_back_is_told(
    db: None, monkeypatch: pytest.MonkeyPatch, back: int, state: State
) -> None:
    record()
    earlier = timezone.now() - timedelta(seconds=back)
    monkeypatch.setattr(health.timezone, "now", lambda: earlier)
    told = found("clock")
    assert told.state == state
    assert ("61 phút" in told.message) is (state is State.FAILING)


@pytest.mark.parametrize(("hours", "state"), [(None, State.WARNING), (25, State.GOOD), (27, State.WARNING)])
def test_a_backup_that_is_old_or_missing_is_told(
    db: None, monkeypatch: pytest.MonkeyPatch, hours: int | None, state: State
) -> None:
    if hours is not None:
        record(backups.ACT, place="/sao-luu")
        later = timezone.now() + timedelta(hours=hours)
        monkeypatch.setattr(health.timezone, "now", lambda: later)
    assert found("backup").state == state


def no_room(*_: object) -> int:
    """A disk that takes nothing."""
    raise OSError(28, os.strerror(28))


def test_a_store_that_takes_nothing_is_told_and_left_clean(
    db: None, monkeypatch: pytest.MonkeyPatch, place: Path
) -> None:
    monkeypatch.setattr(os, "fsync", no_room)
    assert found("files").state == State.FAILING
    assert list((place / "files").iterdir()) == []


def test_without_a_database_the_rest_is_still_looked_at(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def away() -> None:
        raise OperationalError("connection refused\nmore")

    with monkeypatch.context() as broken:
        broken.setattr(connection, "ensure_connection", away)
        told = {finding.part: finding for finding in health.examine()}
    assert set(told) == {"database", "disk", "files"}
    assert (told["database"].state, "more" in told["database"].message) == (State.FAILING, False)


@pytest.mark.parametrize(
    ("spoil", "code"),
    [(lambda: None, 1), (lambda: Head.objects.update(seq=7), 2)],
    ids=["no worker yet", "a cut journal"],
)
def test_the_exit_code_is_that_of_the_worst_part(
    db: None, spoil: Callable[[], object], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    record()
    spoil()
    with pytest.raises(SystemExit) as ended:
        call_command("health")
    assert ended.value.code == code
