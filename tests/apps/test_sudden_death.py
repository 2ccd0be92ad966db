"""Processes killed in the middle of their work lose nothing that was acknowledged and leave nothing half done."""

from __future__ import annotations

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from thammuu.apps.journal.verifier import Link, verify

TESTS = Path(__file__).parents[1]
ROUNDS, WRITERS = 10, 3


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """An installation of its own, on SQLite as in production."""
    run(tmp_path, "-m", "django", "migrate", "-v0").wait()
    return tmp_path


def run(home: Path, *words: str) -> subprocess.Popen[bytes]:
    """Python with the settings of that installation."""
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment |= {
        "DJANGO_SETTINGS_MODULE": "thammuu.settings.dev",
        "THAMMUU_HOME": str(home),
        "PYTHONPATH": str(TESTS),
    }
    return subprocess.Popen([sys.executable, *words], env=environment)


@pytest.mark.long
def test_kill_at_any_moment_loses_nothing(home: Path) -> None:
    acknowledged = home / "acknowledged"
    chance = random.Random(5)
    for _ in range(ROUNDS):
        writers = [run(home, "-m", "support.writer", str(acknowledged)) for _ in range(WRITERS)]
        time.sleep(2 + chance.random())
        for writer in writers:
            assert writer.poll() is None
            writer.kill()
            writer.wait()
        check(home, {UUID(line) for line in acknowledged.read_text().split()})


def check(home: Path, acknowledged: set[UUID]) -> None:
    """The file is sound, the chain holds, each act has its receipt and its event, and none that was told is missing."""
    with closing(sqlite3.connect(home / "thammuu.sqlite3")) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rows = database.execute("SELECT seq, previous, hash, body FROM journal_event ORDER BY seq")
        verdict = verify(Link(*row) for row in rows)
        kept = {UUID(key) for (key,) in database.execute("SELECT key FROM journal_receipt")}
        (head,) = database.execute("SELECT seq FROM journal_head").fetchone()
    assert verdict.broken_at is None
    assert verdict.events == head == len(kept)
    assert acknowledged
    assert acknowledged <= kept
