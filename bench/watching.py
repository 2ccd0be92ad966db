"""What a command and all processes that it starts take: seconds, processor, memory; read from /proc ten times a second."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_TICK = 1 / os.sysconf("SC_CLK_TCK")
_PAUSE = 0.1
_SESSION, _USER, _SYSTEM = 3, 11, 12
"""Fields of /proc/…/stat after the name of the program."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What one run of a command took, from start to end."""

    seconds: float
    processor: float
    """Seconds of all processors together."""
    largest: int
    """Megabytes of its largest process at its peak."""


def watched(command: Sequence[str], environment: Mapping[str, str], output: Path) -> Taken:
    """Run it to its end, its standard output into a file. Needs /proc."""
    used: dict[int, float] = {}
    peaks: dict[int, int] = {}
    with output.open("wb") as file:
        begun = time.perf_counter()
        child = subprocess.Popen(command, env=environment, stdout=file, start_new_session=True)
        while child.poll() is None:
            _look(child.pid, used, peaks)
            time.sleep(_PAUSE)
        seconds = time.perf_counter() - begun
    return Taken(seconds, sum(used.values()), max(peaks.values(), default=0) // 1024)


def _look(session: int, used: dict[int, float], peaks: dict[int, int]) -> None:
    for place in Path("/proc").iterdir():
        if not place.name.isdigit():
            continue
        try:
            fields = (place / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()
            if int(fields[_SESSION]) != session:
                continue
            used[int(place.name)] = (int(fields[_USER]) + int(fields[_SYSTEM])) * _TICK
            peaks[int(place.name)] = _peak((place / "status").read_text(encoding="utf-8"))
        except (OSError, IndexError):  # gone between two looks
            continue


def _peak(status: str) -> int:
    """Kilobytes."""
    line = next((line for line in status.splitlines() if line.startswith("VmHWM")), "VmHWM: 0 kB")
    return int(line.split()[1])
