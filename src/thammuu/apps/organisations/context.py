"""What every page shows: the date, whether it is simulated, and who is signed in."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from thammuu.apps.organisations import clock as the_clock


def clock(request: HttpRequest) -> dict[str, Any]:
    """`today`, `simulated_on` (a date or None) and `actor` for templates."""
    simulated = the_clock.simulated_on()
    return {
        "today": simulated or the_clock.today(),
        "simulated_on": simulated,
        "actor": getattr(request, "actor", None),
    }
