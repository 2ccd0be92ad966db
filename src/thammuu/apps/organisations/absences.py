"""Who is away today and who does their work meanwhile: read when an actor is made, and by reminders.

What passes to a substitute is the daily work: the absent officer's roles of drafter, clerk and head of unit, in the
absent officer's units. Roles of leader and administrator do not pass: to sign in someone's place takes a written
authorisation (NĐ 30/2020/NĐ-CP, Điều 13). Standing in is not handed on: whoever stands in for a substitute who is
away too does the substitute's own work only.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from thammuu.apps.organisations import parameters
from thammuu.apps.organisations.models import Absence, DatedQuerySet, Role

PASSING = frozenset((Role.DRAFTER.value, Role.CLERK.value, Role.HEAD_OF_UNIT.value))
"""Roles whose daily work a substitute does."""


def in_force(day: date) -> DatedQuerySet:
    """Absences that hold on `day`."""
    return Absence.objects.on(day).filter(called_off=False)


def absent_for(officer_id: int, agency_id: int, day: date) -> tuple[int, ...]:
    """Officers of the agency whose work this one does on `day`; none where the agency lets substitutes only be told."""
    away = in_force(day).filter(substitute_id=officer_id, agency_id=agency_id).order_by("valid_from", "pk")
    found = tuple(away.values_list("officer_id", flat=True))
    if not found or parameters.value(agency_id, "absence.substitute") != "act":
        return ()
    return found


def substitutes(officer_ids: Iterable[int], day: date) -> dict[int, int]:
    """Who stands in for each of these officers who is away on `day`: officer id → substitute id; for notices."""
    away = in_force(day).filter(officer_id__in=tuple(officer_ids)).order_by("pk")
    return dict(away.values_list("officer_id", "substitute_id"))
