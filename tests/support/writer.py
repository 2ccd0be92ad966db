"""Processes that act until they are killed: `python -m support.writer NOTES ROUNDS WRITERS`.

Each writer notes an act after its commit; what is noted must be there however the writer ended. The parent kills all
of a round at a moment that chance chooses, and begins the next.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from typing import NoReturn

import django

PATIENCE = 20


def main(notes: str, rounds: int, writers: int) -> None:
    """Let them act and kill them, round by round; the number of kills is printed."""
    django.setup()
    from django.db import connections

    import support.builders  # noqa: F401  before the forks, which then begin at once
    from thammuu.apps.documents import services as documents
    from thammuu.apps.organisations import demo

    documents.enqueue = lambda *_: None  # type: ignore[assignment]  no one reads what they bring
    demo.set_up()
    chance, kills = random.Random(5), 0
    for _ in range(rounds):
        connections.close_all()
        running = [_fork(notes) for _ in range(writers)]
        _wait_for_an_act(notes)
        time.sleep(chance.random() * 0.5)
        for writer in running:
            os.kill(writer, signal.SIGKILL)
        kills += sum(os.waitpid(writer, 0)[1] == signal.SIGKILL for writer in running)
    sys.stdout.write(f"{kills}\n")


def _wait_for_an_act(notes: str) -> None:
    """Until one more act is noted, or long enough: the machine may be busy, the kills must fall into acts."""
    before, until = _size(notes), time.monotonic() + PATIENCE
    while _size(notes) == before and time.monotonic() < until:
        time.sleep(0.01)


def _size(notes: str) -> int:
    return os.path.getsize(notes) if os.path.exists(notes) else 0


def _fork(notes: str) -> int:
    """The number of a new writer."""
    if number := os.fork():
        return number
    try:
        _act_for_ever(notes)
    finally:
        os._exit(1)


def _act_for_ever(notes: str) -> NoReturn:
    from django.contrib.auth.models import User

    from support.builders import finish, hand_over, make_dossier, start, step_of
    from support.cast import TODAY
    from thammuu.apps.organisations import clock
    from thammuu.apps.organisations.queries import actor_for

    book = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT)

    def note(act: str, subject: object) -> None:
        os.write(book, f"{act} {subject}\n".encode())

    with clock.at(TODAY):
        actor = actor_for(User.objects.get(username="lan"))
        assert actor is not None
        while True:
            dossier = make_dossier(actor)
            note("opened", dossier.uuid)
            for number, step in enumerate(dossier.steps, 1):
                for name, act in (("started", start), ("handed_over", hand_over), ("finished", finish)):
                    act(actor, step_of(actor, dossier, number))
                    note(name, step.uuid)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
