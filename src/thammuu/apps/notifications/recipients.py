"""Whom to tell when a unit is meant, and where mail reaches a person."""

from __future__ import annotations

from collections.abc import Iterable

from thammuu.apps.notifications.models import Preference
from thammuu.apps.notifications.wishes import Wishes
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.models import Position, Role


def people_of(unit_ids: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """For each unit the officers who answer for it today: its heads, or where it has none its drafters."""
    roles = (Role.HEAD_OF_UNIT, Role.DRAFTER)
    held = Position.objects.on(clock.today()).filter(unit_id__in=unit_ids, role__in=roles).order_by("pk")
    found: dict[int, dict[str, list[int]]] = {}
    for unit, role, officer in held.values_list("unit_id", "role", "officer_id"):
        found.setdefault(unit, {}).setdefault(role, []).append(officer)
    first = (
        (unit, next(by_role[role] for role in roles if role in by_role)) for unit, by_role in found.items()
    )
    return {unit: tuple(dict.fromkeys(officers)) for unit, officers in first}


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
