"""Columns that are reckoned from others: the last day of each assignment, by the calendar of today's program."""

from __future__ import annotations

from thammuu.apps.dossiers.reckoning.rules import BEFORE_DAY, includes_named_day, including
from thammuu.apps.dossiers.reckoning.timing import last_day
from thammuu.apps.organisations.parameters import follows
from thammuu.apps.programme.models import Assignment
from thammuu_core.text import fold


def refresh_all() -> int:
    """Reckon everything again; the number of assignments."""
    count, columns = 0, ("agency_id", "starts_on", "ends_on", "strict", "due_on", "text", "folded")
    lenient = including(Assignment.objects.order_by().values_list("agency_id", flat=True).distinct())
    for row in Assignment.objects.only(*columns).iterator(chunk_size=1000):
        strict = row.strict and row.agency_id not in lenient
        due, folded = last_day(row.starts_on, row.ends_on, strict=strict), fold(row.text)
        if (due, folded) != (row.due_on, row.folded):
            Assignment.objects.filter(pk=row.pk).update(due_on=due, folded=folded)
        count += 1
    return count


@follows(BEFORE_DAY)
def refresh_agency(agency_id: int) -> None:
    """The agency reads "trước ngày" otherwise from now on: the last days of its assignments follow."""
    lenient = includes_named_day(agency_id)
    rows = Assignment.objects.filter(agency_id=agency_id, strict=True, ends_on__isnull=False)
    for starts_on, ends_on in rows.order_by().values_list("starts_on", "ends_on").distinct():
        due = last_day(starts_on, ends_on, strict=not lenient)
        rows.filter(starts_on=starts_on, ends_on=ends_on).update(due_on=due)
