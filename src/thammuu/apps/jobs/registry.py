"""Which functions are jobs, how often they are tried, and which run by the clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Protocol


class Progress(Protocol):
    """What a job is handed to tell how far it is; telling is also its heartbeat."""

    def __call__(self, done: int, total: int) -> None:
        """`done` of `total` pieces are finished."""


Function = Callable[..., Any]


@dataclass(frozen=True, slots=True)
class Job:
    """A registered job: `function(progress, **payload)` must be harmless when run twice."""

    name: str
    function: Function
    attempts: int
    silence: timedelta
    """Without a heartbeat for so long its worker is taken for dead."""
    every: timedelta | None
    """Run once in each slot of this length."""


_jobs: dict[str, Job] = {}


def job(
    name: str,
    *,
    attempts: int = 4,
    silence: timedelta = timedelta(minutes=10),
    every: timedelta | None = None,
) -> Callable[[Function], Function]:
    """Register a function as the job `name`; its result must be JSON."""

    def register(function: Function) -> Function:
        assert name not in _jobs or _jobs[name].function.__qualname__ == function.__qualname__, name
        _jobs[name] = Job(name, function, attempts, silence, every)
        return function

    return register


def job_named(name: str) -> Job | None:
    """The registered job; None for a name from another version of the program."""
    return _jobs.get(name)


def registered() -> tuple[Job, ...]:
    """All jobs."""
    return tuple(_jobs.values())


def scheduled() -> tuple[Job, ...]:
    """The jobs that run by the clock."""
    return tuple(job for job in registered() if job.every is not None)
