"""A time in its three dresses: columns of a step, the core's value, plain JSON of the reading contract."""

from __future__ import annotations

from datetime import date
from typing import Any

from thammuu.apps.dossiers.models import Step
from thammuu_core.plans.model import When, WhenKind


def time_of(step: Step) -> When:
    """The time of a row."""
    return When(
        as_written=step.when_as_written,
        kind=WhenKind(step.when_kind),
        start=step.starts_on,
        end=step.ends_on,
        strict=step.strict,
        open_end=step.open_end,
        recurrence=step.recurrence or None,
    )


def time_read(when: dict[str, Any]) -> When:
    """The time of a claim."""
    return When(
        as_written=when.get("as_written") or "",
        kind=WhenKind(when["kind"]),
        start=_day(when.get("start")),
        end=_day(when.get("end")),
        strict=bool(when.get("strict")),
        open_end=bool(when.get("open_end")),
        recurrence=when.get("recurrence") or None,
    )


def time_told(when: When) -> dict[str, Any]:
    """The time as a claim says it."""
    return {
        "as_written": when.as_written,
        "kind": when.kind.value,
        "start": when.start.isoformat() if when.start else None,
        "end": when.end.isoformat() if when.end else None,
        "strict": when.strict,
        "open_end": when.open_end,
        "recurrence": when.recurrence or "",
    }


def _day(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
