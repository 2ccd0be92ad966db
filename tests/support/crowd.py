"""Many processes that act on the same steps at once: `python -m support.crowd PROCESSES NOTES` prints what each got.

Each looks at the dossier as everyone does, chooses a step and one of the acts that it offers, and tries; the version
it saw is the one it sends.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import sys
import time
from collections import Counter

import django

PEOPLE = ("lan", "hung")
"""The drafter, and the head of her unit."""
OFFERED = {"not_started": ("start", "hand_over"), "started": ("finish", "hand_over")}
"""Acts by the state of a step, by their names in `support.builders`."""
MOST_HANDED_OVER = 3
"""How often one process hands over; then only what brings the end nearer is left."""
THINKING_SECONDS = 0.3
"""Most of the time between looking and acting; people take longer, so more acts meet here than in any office."""
NAMED = {"start": "started", "finish": "finished", "hand_over": "handed_over"}


def main(processes: int, notes: str) -> None:
    """Make a dossier of ten steps, let the crowd at it, and print the sum of what they met."""
    django.setup()
    from django.contrib.auth.models import User
    from django.db import connections

    from support.builders import make_dossier
    from support.cast import TODAY
    from support.claims import plan_claim, step
    from thammuu.apps.documents import services as documents
    from thammuu.apps.organisations import clock, demo
    from thammuu.apps.organisations.queries import actor_for

    documents.enqueue = lambda *_: None  # type: ignore[assignment]
    with clock.at(TODAY):
        demo.set_up()
        claim, _ = plan_claim()
        claim |= {
            "steps": [step(f"s{at}", f"Việc {at}", end="2021-06-15") for at in range(1, 11)],
            "problems": [],
        }
        drafter = actor_for(User.objects.get(username=PEOPLE[0]))
        assert drafter is not None
        dossier = make_dossier(drafter, claim).uuid
        connections.close_all()
        with multiprocessing.get_context("fork").Pool(processes) as pool:
            met = pool.map(_one, [(number, str(dossier), notes) for number in range(processes)], chunksize=1)
    json.dump(sum(map(Counter, met), Counter()), sys.stdout)


def _one(told: tuple[int, str, str]) -> dict[str, int]:
    """One of the crowd, until nothing is open: how often it won, came late, was refused, or met anything else."""
    from uuid import UUID, uuid4

    from django.contrib.auth.models import User

    from support.builders import finish, hand_over, start
    from thammuu.apps.dossiers import queries
    from thammuu.apps.organisations.queries import actor_for
    from thammuu.apps.organisations.refusals import StaleEdit
    from thammuu_core.errors import Told

    acts = {
        "start": start,
        "finish": finish,
        "hand_over": lambda actor, step: hand_over(actor, step, words=f"Cơ quan {uuid4().hex}"),
    }
    number, dossier, notes = told
    chance, met = random.Random(number), Counter[str]()
    actor = actor_for(User.objects.get(username=PEOPLE[number % len(PEOPLE)]))
    assert actor is not None
    book = os.open(notes, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    while steps := [
        step for step in queries.dossier_view(actor, UUID(dossier)).steps if step.state in OFFERED
    ]:
        time.sleep(chance.random() * THINKING_SECONDS)
        step = chance.choice(steps[:3])  # at the same ones as the others
        act = OFFERED[step.state][met["hand_over"] < MOST_HANDED_OVER and chance.random() < 0.5]
        try:
            acts[act](actor, step)
        except StaleEdit as stale:
            met["stale"] += 1
            met["without both texts"] += not (stale.yours and stale.current and stale.yours != stale.current)
        except Told as refused:
            met[f"refused {refused.code}"] += 1
        except Exception as failure:  # noqa: BLE001  a deadlock, a lock, whatever it is: it is told, by its name
            met[f"failed {type(failure).__name__}: {failure}"[:300]] += 1
            break
        else:
            met[act] += 1
            os.write(book, f"{NAMED[act]} {step.uuid}\n".encode())
    return dict(met)


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
