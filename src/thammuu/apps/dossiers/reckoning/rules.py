"""What an agency has set for its own dossiers: when a light turns amber, and what "trước ngày …" means to it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from thammuu.apps.dossiers.reckoning.timing import last_day
from thammuu.apps.organisations.parameters import value

SOON = "light.soon_days"
BEFORE_DAY = "deadline.before_day"


def soon_days(agency_id: int) -> int:
    """Working days before the last day from which a step is amber."""
    return int(value(agency_id, SOON))


def includes_named_day(agency_id: int) -> bool:
    """Whether "trước ngày D" may still be done on day D (Bộ luật Dân sự 2015, Điều 147, 148, read literally: no)."""
    return value(agency_id, BEFORE_DAY) == "lenient"


def including(agencies: Iterable[int]) -> frozenset[int]:
    """Those of the agencies that read it so."""
    return frozenset(agency for agency in set(agencies) if includes_named_day(agency))


def due_day(agency_id: int, start: date | None, end: date | None, *, strict: bool) -> date | None:
    """The last day in time of what ends then, as the agency reads it; `strict`: the paper says "trước ngày"."""
    return last_day(start, end, strict=strict and not includes_named_day(agency_id))
