"""Whom to tell when a unit is meant, and where mail reaches a person."""

from __future__ import annotations

from collections.abc import Iterable

from thammuu.apps.notifications.models import Preference
from thammuu.apps.notifications.wishes import Wishes
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.lineage import unit_ends
from thammuu.apps.organisations.models import Position, Role


def people_of(unit_ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """For each unit the officers who answer for it today: its heads, or where it has none its drafters.

    What lies with a unit that was renamed or merged is the work of the unit that is there in its place.
    """
    ends = unit_ends(unit_ids)
    today = {end for each in ends.values() for end in each}
    roles = (Role.HEAD_OF_UNIT, Role.DRAFTER)
    held = Position.objects.on(clock.today()).filter(unit_id__in=today, role__in=roles).order_by("pk")
    found: dict[int, dict[str, list[int]]] = {}
    for unit, role, officer in held.values_list("unit_id", "role", "officer_id"):
        found.setdefault(unit, {}).setdefault(role, []).append(officer)
    first = {
        unit: next(by_role[role] for role in roles if role in by_role) for unit, by_role in found.items()
    }
    answering = {
        unit: tuple(dict.fromkeys(officer for end in each for officer in first.get(end, ())))
        for unit, each in ends.items()
    }
    return {unit: officers for unit, officers in answering.items() if officers}


def readers(officer_ids: Iterable[int]) -> frozenset[tuple[int, int]]:
    """(officer, agency) for each of them and each agency in which one may read contents today.

    Looking after the system gives no such right: a notice holds the words of what it is about.
    """
    held = Position.objects.on(clock.today()).filter(officer_id__in=set(officer_ids))
    return frozenset(held.exclude(role=Role.ADMINISTRATOR).values_list("officer_id", "agency_id"))


def address_of(officer_id: int, agency_ids: Iterable[int]) -> str:
    """The mail address of someone who still works in all of these agencies; empty when there is none."""
    wanted = set(agency_ids)
    held = Position.objects.on(clock.today()).filter(
        officer_id=officer_id, agency_id__in=wanted, officer__user__is_active=True
    )
    addresses = dict(held.values_list("agency_id", "officer__user__email"))
    return next(iter(addresses.values()), "") if set(addresses) == wanted else ""


def wishes_of(officer_ids: Iterable[int]) -> dict[int, Wishes]:
    """How each of them wishes to be told."""
    rows = {row.officer_id: row for row in Preference.objects.filter(officer_id__in=officer_ids)}
    return {officer: wishes_in(rows.get(officer)) for officer in officer_ids}


def wishes_in(row: Preference | None) -> Wishes:
    """The wishes a row says, or the defaults."""
    if row is None:
        return Wishes()
    return Wishes(
        page_only=frozenset(row.page_only),
        days_before=frozenset(row.days_before),
        bundled=row.bundled,
        bundle_at=row.bundle_at,
        quiet_days_off=row.quiet_days_off,
    )
