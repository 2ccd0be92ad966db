"""A timetable as plain values for JSON: `thammuu/timetable/1`; dates as YYYY-MM-DD, days are working days."""

from __future__ import annotations

from datetime import date
from typing import Any

from thammuu_core.exchange.reading import problem_to_dict
from thammuu_core.schedules import Row, Timetable

SCHEMA = "thammuu/timetable/1"

Json = dict[str, Any]


def timetable_to_dict(timetable: Timetable) -> Json:
    """The whole timetable, ready for `json.dumps`."""
    return {
        "schema": SCHEMA,
        "first_day": _iso(timetable.first_day),
        "last_day": _iso(timetable.last_day),
        "rows": [_row(row) for row in timetable.rows],
        "problems": [problem_to_dict(problem) for problem in timetable.problems],
    }


def _row(row: Row) -> Json:
    return {
        "id": row.id,
        "where": row.where,
        "text": row.text,
        "after": list(row.after),
        "minimum_days": row.minimum,
        "planned": {"start": _iso(row.planned_start), "end": _iso(row.planned_end)},
        "due": _iso(row.due),
        "available_days": row.available,
        "days_after_sending": row.after_sending,
        "earliest": {"start": _iso(row.earliest_start), "end": _iso(row.earliest_end)},
        "latest": {"start": _iso(row.latest_start), "end": _iso(row.latest_end)},
        "slack_days": row.slack,
        "infeasible": {"reason": row.infeasible.reason, "ways": list(row.infeasible.ways)}
        if row.infeasible
        else None,
    }


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
