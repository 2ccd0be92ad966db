"""An installation is prepared with the commands it is told, served, and outlives its worker."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from thammuu.cli import serve


def program(words: str) -> subprocess.Popen[bytes]:
    """A child that does this in Python."""
    return subprocess.Popen([sys.executable, "-c", words])


def test_a_worker_that_dies_is_replaced_and_ends_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(serve, "WATCH_SECONDS", 0.1)
    dead = program("raise SystemExit(9)")
    dead.wait()
    children = [program("import time; time.sleep(1); raise SystemExit(3)"), dead]
    assert serve.wait(children) == 3
    assert children[1] is not dead
    children[1].wait()
    assert "mã 9" in capsys.readouterr().err


def test_the_commands_an_operator_is_told_are_enough(tmp_path: Path) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    env = kept | {"THAMMUU_HOME": str(tmp_path), "THAMMUU_SECRET_KEY": "k" * 60}
    for words in (["manage", "migrate", "-v0"], ["manage", "collectstatic", "--no-input", "-v0"]):
        subprocess.run([sys.executable, "-m", "thammuu", *words], env=env, check=True)
    started = subprocess.run([sys.executable, "-c", "import thammuu.wsgi"], env=env, check=False)
    assert started.returncode == 0
