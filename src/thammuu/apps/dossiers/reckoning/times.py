"""A time in its three dresses: columns of a step, the core's value, plain JSON of the reading contract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from thammuu.apps.dossiers.models import Step
from thammuu_core.calendars import plausible
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
        start=day_read(when.get("start")),
        end=day_read(when.get("end")),
        strict=bool(when.get("strict")),
        open_end=bool(when.get("open_end")),
        recurrence=when.get("recurrence") or None,
    )


def time_told(when: When) -> dict[str, Any]:
    """The time as a claim says it."""
    return {
        "as_written": when.as_written,
        "kind": when.kind.value,
        "start": day_told(when.start),
        "end": day_told(when.end),
        "strict": when.strict,
        "open_end": when.open_end,
        "recurrence": when.recurrence or "",
    }


def when_columns(when: Mapping[str, Any]) -> dict[str, Any]:
    """The time of a claim as columns of a step."""
    return {
        "when_as_written": when.get("as_written") or "",
        "when_kind": when["kind"],
        "starts_on": day_read(when.get("start")),
        "ends_on": day_read(when.get("end")),
        "strict": bool(when.get("strict")),
        "open_end": bool(when.get("open_end")),
        "recurrence": when.get("recurrence") or "",
    }


def day_read(iso: str | None) -> date | None:
    """A day of a claim or of a change; none where the paper says one that nobody can mean (its words stay)."""
    day = date.fromisoformat(iso) if iso else None
    return day if day and plausible(day) else None


def day_told(day: date | None) -> str | None:
    """A day as a claim or a change says it."""
    return day.isoformat() if day else None
