"""Pages of a large installation: two beside plain Django views, and what every screen costs, as a table."""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import Any

from bench.children import output_of, tell, told_by
from bench.rows import Peer, Row, medians

DOSSIERS, STEPS = 10_000, 10
AIM = "≥ 60 % of its requests per second"
PAGES = {
    "one page of 10,000 dossiers": ("/theo-doi/", "/plain/theo-doi/"),
    "one page of what was found among 100,000": (
        "/tim-kiem/?q=nang+cao+nang+suat",
        "/plain/tim-kiem/?q=nang+cao+nang+suat",
    ),
}
SLOW = 0.5
"""Seconds that no screen may take at the 95th of a hundred."""


def run() -> list[Row]:
    """The rows `pages`."""
    return [
        Row(
            f"{name} ({each['size'] // 1024} kB)",
            each["ours"],
            (Peer("a plain Django view", each["plain"]),),
            AIM,
        )
        for name, each in _measured()["pages"].items()
    ]


def table() -> str:
    """All screens, the slowest first, as a section of Markdown."""
    measured = _measured()
    looks = sorted(measured["looks"], key=lambda look: -look["p95"])
    over = dict.fromkeys(look["screen"] for look in looks if look["p95"] > SLOW)
    return "\n".join(
        (
            "## Screens",
            "",
            f"{measured['filled']['dossiers']:,} dossiers with {measured['filled']['steps']:,} steps of two agencies on "
            f"{measured['engine']}, filled in {measured['filled']['seconds']} s. Milliseconds of the processor, in the "
            f"process, of twenty looks (twelve at a form, three at a workbook); the last column is one look over the wire from "
            f"`thammuu serve`. "
            f"{'Above half a second: ' + ', '.join(over) if over else 'None is above half a second'}.",
            "",
            "| Screen | Who | Queries | kB | p50 | p95 | wire |",
            "|---|---|--:|--:|--:|--:|--:|",
            *map(_line, looks),
            "",
        )
    )


def _line(look: dict[str, Any]) -> str:
    name = look["screen"].replace("|", "/")
    figures = (look[key] * 1000 for key in ("p50", "p95", "wire50"))
    shown = " | ".join(f"{figure:.0f}" for figure in figures)
    return f"| {name} | {look['role']} | {look['queries']} | {look['size'] // 1024} | {shown} |"


@cache
def _measured() -> dict[str, Any]:
    """Everything, in one installation filled once."""
    with tempfile.TemporaryDirectory(prefix="thammuu-bench-") as place:
        home = Path(place)
        output_of("django", "migrate", "-v0", "--skip-checks", home=home)
        filled = json.loads(output_of("support.many", str(DOSSIERS), str(STEPS), home=home))
        pages = told_by("bench.pages", home=home)
        looks = output_of("bench.looking", filled["large"], home=home).splitlines()
    return {"filled": filled, **pages, "looks": [json.loads(look) for look in looks]}


def main() -> dict[str, object]:
    """Ours and the plain view in turns, for a leader, in seconds of the processor a request."""
    from django.db import connection

    return {"engine": connection.vendor, "pages": {name: _beside(*places) for name, places in PAGES.items()}}


def _beside(ours: str, plain: str) -> dict[str, float]:
    with ExitStack() as stack:
        look, look_plainly, size = _browsers(stack, ours, plain)
        taken = medians({"ours": look, "plain": look_plainly}, repeats=40, clock=time.process_time)
    return {**taken, "size": size}


def _browsers(
    stack: ExitStack, ours: str, plain: str
) -> tuple[Callable[[], object], Callable[[], object], int]:
    """How to look at each page once, with the settings of each, and how large ours is."""
    from django.test import override_settings

    from bench import plain as project
    from support.cast import signed_in

    stack.enter_context(override_settings(ALLOWED_HOSTS=["testserver"], ROOT_URLCONF="bench.plain"))
    browser = signed_in("binh")
    browser.get(ours)
    with override_settings(MIDDLEWARE=project.MIDDLEWARE):
        plain_browser = signed_in("binh")
        size = len(_page(plain_browser, plain))
    return lambda: _page(browser, ours), lambda: _page(plain_browser, plain), size


def _page(browser: Any, address: str) -> bytes:
    response = browser.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return bytes(response.content)


if __name__ == "__main__":
    tell(main)
