"""Twenty processes start, hand over and finish the same steps at once: nothing is lost, nobody waits for ever."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from support.homes import home

PROCESSES = 20
STEPS = 10


@pytest.mark.long
def test_a_crowd_at_the_same_steps_loses_no_update_and_never_locks_up(tmp_path: Path) -> None:
    notes = tmp_path / "acknowledged"
    with home(tmp_path / "nha") as made:
        made.migrate()
        crowd = made.run("-m", "support.crowd", str(PROCESSES), str(notes))
        assert crowd.returncode == 0, crowd.stderr
        met = json.loads(crowd.stdout)
        told = made.run("-m", "support.aftermath", str(notes))
        assert told.returncode == 0, told.stderr
    assert [name for name in met if name.startswith(("failed", "refused", "without"))] == []
    assert (met["start"], met["finish"]) == (STEPS, STEPS)
    assert met["hand_over"] > 0
    assert met["stale"] > 0
    assert json.loads(told.stdout) == {"noted": met["start"] + met["hand_over"] + met["finish"], "faults": []}
