"""Processes killed in the middle of their work lose nothing that was acknowledged and leave nothing half done."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from support.homes import home

ROUNDS, WRITERS = 50, 4


@pytest.mark.long
def test_two_hundred_kills_in_acts_lose_nothing(tmp_path: Path) -> None:
    notes = tmp_path / "acknowledged"
    with home(tmp_path / "nha") as made:
        made.migrate()
        killed = made.run("-m", "support.writer", str(notes), str(ROUNDS), str(WRITERS))
        assert killed.returncode == 0, killed.stderr
        assert int(killed.stdout) == ROUNDS * WRITERS
        told = made.run("-m", "support.aftermath", str(notes))
        assert told.returncode == 0, told.stderr
        found = json.loads(told.stdout)
        assert found["faults"] == []
        assert found["noted"] > ROUNDS
        if not made.database:
            with closing(sqlite3.connect(made.path / "thammuu.sqlite3")) as database:
                assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
