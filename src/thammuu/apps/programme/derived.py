"""Columns that are reckoned from others: the last day of each assignment, by the calendar of today's program."""

from __future__ import annotations

from thammuu.apps.programme.days import last_day_of
from thammuu.apps.programme.models import Assignment
from thammuu_core.text import fold


def refresh_all() -> int:
    """Reckon everything again; the number of assignments."""
    count = 0
    for row in Assignment.objects.only("starts_on", "ends_on", "strict", "due_on", "text", "folded").iterator(
        chunk_size=1000
    ):
        due, folded = last_day_of(row.starts_on, row.ends_on, strict=row.strict), fold(row.text)
        if (due, folded) != (row.due_on, row.folded):
            Assignment.objects.filter(pk=row.pk).update(due_on=due, folded=folded)
        count += 1
    return count
