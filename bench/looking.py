"""Look at every screen of an installation that `support.many` filled: `python -m bench.looking UUID [PART]` prints what was seen.

Runs inside that installation, with the tests on the path: which screens there are, who may see them and how their
objects are made is read off the permission matrix. UUID is the large dossier; PART a piece of a screen's name.
"""

from __future__ import annotations

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from http.client import HTTPConnection
from typing import Any
from uuid import uuid4

import django

ROLES = {"drafter": "lan", "head": "hung", "leader": "binh", "administrator": "quan-tri"}
TIMES, WARM = 20, 1
FORM_TIMES = 12
"""Looks at a form: there are many, and each shows one thing."""
PORT = 8941
LARGE = 174
"""Steps of a plan that waits to be confirmed."""
BUSY = (
    ("progress:list", "?trang=100"),
    ("progress:list", "?light=red"),
    ("progress:list", "?words=truy xuat nguon goc"),
    ("progress:list", "?words=lay y kien"),
    ("progress:list", "?due=week"),
    ("progress:list", "?state=all"),
    ("search:find", "?q=nang cao nang suat"),
    ("search:find", "?q=so 77"),
    ("search:find", "?q=lay y kien&trang=40"),
    ("programme:list", "?trang=200"),
    ("programme:list", "?month=2021-07"),
    ("programme:list", "?words=truy xuat"),
)
"""Questions to the lists, beside the lists themselves."""
NARROWED = {"exports:board": "?light=red"}
"""A workbook of everything is refused."""


@dataclass(frozen=True, slots=True)
class Place:
    """A screen as one person looks at it."""

    screen: str
    role: str
    address: str
    times: int


@dataclass(frozen=True, slots=True)
class Look:
    """What looking at it cost, at the half and at the 95th of a hundred: seconds of the processor here, seconds over the wire.

    The first do not hang on what else the machine does, the second are what a person waits, alone with the server.
    """

    screen: str
    role: str
    queries: int
    size: int
    """Bytes."""
    p50: float
    p95: float
    wire50: float
    wire95: float


def main(large: str, part: str = "") -> None:
    """Look at all of them, print each look as a line of JSON."""
    django.setup()
    from support.cast import signed_in
    from thammuu.cli.serve import serving

    places = [place for place in _places(large, part) if part in place.screen]
    browsers: dict[str, Any] = {role: signed_in(username) for role, username in ROLES.items()}
    gc.collect()
    gc.freeze()  # as the server does
    for browser in browsers.values():
        browser.defaults["SERVER_NAME"] = "127.0.0.1"
    with serving("127.0.0.1", PORT):
        _wait()
        for place in places:
            print(json.dumps(asdict(_look(browsers[place.role], place))), flush=True)


def _places(large: str, part: str) -> Iterator[Place]:
    from django.urls import reverse

    from support.builders import make_document
    from support.claims import plan_claim, step
    from thammuu.apps.documents import services as documents
    from thammuu.apps.organisations.models import Officer
    from thammuu.apps.organisations.queries import actor_of_officer

    documents.enqueue = lambda *_: None  # type: ignore[assignment]
    drafter = actor_of_officer(Officer.objects.get(user__username=ROLES["drafter"]).uuid)
    yield from _of_the_matrix(drafter, part)
    for screen, question in BUSY:
        for role in ("drafter", "head", "leader"):
            yield Place(f"{screen} {question}", role, reverse(screen) + question.replace(" ", "+"), TIMES)
    claim, _ = plan_claim()
    steps = [step(f"s{at}", f"Việc {at} của kế hoạch", end="2021-09-15") for at in range(1, LARGE + 1)]
    document = make_document(
        drafter, claim | {"steps": steps, "title": f"Kế hoạch {uuid4()}", "problems": []}
    )
    wholes = {
        f"dossiers:detail, {172} steps": reverse("dossiers:detail", args=[large]),
        f"exports:dossier, {172} steps": reverse("exports:dossier", args=[large]),
        f"records:list, {172} steps": reverse("records:list", args=[large]),
        f"reports:state, {172} steps": reverse("reports:state", args=[large]),
        f"opening:reading, {LARGE} steps": reverse("opening:reading", args=[document]),
    }
    for screen, address in wholes.items():
        yield Place(screen, "drafter", address, TIMES)


def _of_the_matrix(drafter: Any, part: str) -> Iterator[Place]:
    """Every address with GET; forms only as the one who sends them sees them."""
    from django.urls import reverse

    from support.builders import make_dossier, start
    from thammuu.apps.dossiers import queries
    from web.matrix import ROWS
    from web.matrix.row import Scene

    with_forms = {row.name for row in ROWS if row.method == "POST"}
    for row in ROWS:
        if row.method != "GET" or ":" not in row.name or row.name.startswith("api:") or part not in row.name:
            continue
        dossier = make_dossier(drafter)
        start(drafter, dossier.steps[1])
        scene = Scene(drafter, queries.dossier_view(drafter, dossier.uuid))
        address = reverse(row.name, kwargs=row.arguments(scene) if row.arguments else None)
        address += NARROWED.get(row.name, "")
        seen = [role for role in ROLES if row.own[role] == 200]
        is_form = row.name in with_forms or len(seen) == 1
        for role in seen[:1] if is_form else [role for role in seen if role != "administrator"]:
            yield Place(row.name, role, address, FORM_TIMES if is_form else _times(row.name))


def _times(screen: str) -> int:
    """Workbooks may take seconds, so few are asked for."""
    return 3 if screen.startswith("exports:") else TIMES


def _look(browser: Any, place: Place) -> Look:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as caught:
        response = browser.get(place.address)
    queries = len(caught)
    assert response.status_code == 200, (place, response.status_code)
    size = sum(map(len, response)) if response.streaming else len(response.content)
    near = _seconds(lambda: browser.get(place.address), place.times, time.process_time)
    cookies = "; ".join(f"{name}={one.value}" for name, one in browser.cookies.items())
    wire = HTTPConnection("127.0.0.1", PORT, timeout=60)

    def ask() -> None:
        wire.request("GET", place.address, headers={"Cookie": cookies})
        answer = wire.getresponse()
        answer.read()
        assert answer.status == 200, (place, answer.status)

    far = _seconds(ask, place.times if "wire" in sys.argv else 1, time.perf_counter)
    wire.close()
    return Look(place.screen, place.role, queries, size, *near, *far)


def _seconds(look: Any, times: int, clock: Callable[[], float]) -> tuple[float, float]:
    """The median and the 95th of a hundred."""
    taken = []
    for turn in range(times + WARM):
        begun = clock()
        look()
        if turn >= WARM:
            taken.append(clock() - begun)
    return statistics.median(taken), sorted(taken)[-(-len(taken) * 95 // 100) - 1]


def _wait() -> None:
    """Until the server answers."""
    for _ in range(300):
        try:
            wire = HTTPConnection("127.0.0.1", PORT, timeout=5)
            wire.request("GET", "/")
            wire.getresponse().read()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit("the server does not answer")


if __name__ == "__main__":
    main(*sys.argv[1:])
