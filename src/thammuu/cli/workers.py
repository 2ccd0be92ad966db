"""Several processes that do one kind of work on many things; one that dies takes only its own thing with it.

Made for files sent by strangers: the one that brings down a reader, or makes it eat all memory, is told by its name
and the others go on. Things are handed out one by one, so what waits costs nothing.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any

Work = Callable[[Any], Any]


class Died(Exception):
    """A process ended while it worked on a thing; the exit code is what the system tells of why."""

    def __init__(self, code: int | None) -> None:
        self.code = code
        super().__init__(code)


def each(
    things: Sequence[Any], prepare: Callable[..., Work], given: tuple[Any, ...], jobs: int
) -> Iterator[tuple[int, Any]]:
    """The number of each thing and what the work made of it, as they come; a `Died` for one that ended its process.

    `prepare(*given)` runs once in every process and returns the work; both, things and outcomes must pickle.
    """
    crew = _Crew(prepare, given)
    waiting = iter(range(len(things)))
    try:
        for _ in range(min(jobs, len(things))):
            crew.start(things, waiting)
        while crew.busy:
            yield from crew.outcomes(things, waiting)
    finally:
        crew.dismiss()


class _Crew:
    """The processes at work, each by its end of the line."""

    def __init__(self, prepare: Callable[..., Work], given: tuple[Any, ...]) -> None:
        methods = multiprocessing.get_all_start_methods()
        self._context: Any = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:
            self._context.set_forkserver_preload([prepare.__module__])
        self._prepare, self._given = prepare, given
        self.busy: dict[Connection, tuple[BaseProcess, int]] = {}

    def start(self, things: Sequence[Any], waiting: Iterator[int]) -> None:
        """One more process, if there is a thing for it."""
        number = next(waiting, None)
        if number is None:
            return
        mine, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._prepare, self._given), daemon=True)
        process.start()
        theirs.close()
        self.busy[mine] = (process, number)
        _hand(mine, things[number])

    def outcomes(self, things: Sequence[Any], waiting: Iterator[int]) -> Iterator[tuple[int, Any]]:
        """What is ready now; who is done gets the next thing."""
        for line in wait(list(self.busy)):
            assert isinstance(line, Connection)
            process, number = self.busy.pop(line)
            try:
                outcome = line.recv()
            except (EOFError, OSError):
                process.join()
                line.close()
                self.start(things, waiting)
                yield number, Died(process.exitcode)
                continue
            self._next(line, process, things, waiting)
            yield number, outcome

    def _next(
        self, line: Connection, process: BaseProcess, things: Sequence[Any], waiting: Iterator[int]
    ) -> None:
        number = next(waiting, None)
        if number is None:
            line.close()
            return
        self.busy[line] = (process, number)
        _hand(line, things[number])

    def dismiss(self) -> None:
        """End those still at work; there are none unless the caller stopped early."""
        for line, (process, _) in self.busy.items():
            process.terminate()
            line.close()
        self.busy.clear()


def _hand(line: Connection, thing: object) -> None:
    """Hand a thing over; that nobody is there any more is seen when the outcome is awaited."""
    with suppress(OSError):
        line.send(thing)


def _serve(line: Connection, prepare: Callable[..., Work], given: tuple[Any, ...]) -> None:
    """The life of a process: until the line is closed at its other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one that started us
    work = prepare(*given)
    while True:
        try:
            thing = line.recv()
        except EOFError:
            return
        line.send(work(thing))
