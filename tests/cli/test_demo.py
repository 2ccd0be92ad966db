"""`thammuu demo --once`: from nothing to an answered page, in a place of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_the_demo_reads_prints_serves_and_stops(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "thammuu", "demo", "--once", "--port", str(_free_port())]
    env = {**os.environ, "THAMMUU_HOME": str(tmp_path), "PYTHONWARNINGS": "default"}
    run = subprocess.run(words, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stderr
    for said in (
        "II.7",
        "Chi cục Tiêu chuẩn Đo lường Chất lượng",
        "ngày giả định",
        "thammuu-dung-thu",
        "/viec-cua-toi/",
    ):
        assert said in run.stdout


@pytest.mark.parametrize("command", ["demo", "serve"])
def test_a_port_that_another_program_has_is_told(command: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        words = [sys.executable, "-m", "thammuu", command, "--port", str(taken.getsockname()[1])]
        env = {**os.environ, "THAMMUU_HOME": str(tmp_path)}
        run = subprocess.run(words, env=env, capture_output=True, text=True, timeout=120, check=False)
    assert (run.returncode, "cổng đang có chương trình khác dùng" in run.stderr) == (2, True), run.stderr
    assert "đang chạy" not in run.stdout
