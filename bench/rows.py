"""What a benchmark says: our time for a piece of work beside the time of what a user would pick instead."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Peer:
    """Something else that does the work, or part of it, and its seconds in the same run."""

    name: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the results; all seconds are medians of one run on one machine."""

    work: str
    ours: float
    """Seconds."""
    peers: tuple[Peer, ...]
    aim: str
    """As design.md, section 6, puts it."""
    note: str = ""

    def ratio(self, peer: Peer) -> float:
        """How many times faster we are than this peer."""
        return peer.seconds / self.ours


def medians(
    works: Mapping[str, Callable[[], object]],
    *,
    repeats: int = 9,
    clock: Callable[[], float] = time.perf_counter,
) -> dict[str, float]:
    """Median seconds of each work; one after the other in every round, so that a slow moment hits all alike."""
    seconds: dict[str, list[float]] = {name: [] for name in works}
    for turn in range(repeats + 1):
        for name, work in works.items():
            begun = clock()
            work()
            if turn:  # The first round only warms caches.
                seconds[name].append(clock() - begun)
    return {name: statistics.median(taken) for name, taken in seconds.items()}
