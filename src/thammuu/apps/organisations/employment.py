"""Where an officer works: the agency whose administrators look after the account.

Officers move from agency to agency; the old one keeps the row of the position that was held there, and no power over
the account, which opens the contents of the new one.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from thammuu.apps.organisations import clock
from thammuu.apps.organisations.models import Position


def works_in(officer_id: int, agency_id: int) -> bool:
    """Whether the agency alone employs the officer, or did so last."""
    return officer_id in working_in(agency_id, (officer_id,))


def working_in(agency_id: int, officer_ids: Iterable[int]) -> frozenset[int]:
    """Of these officers those whose positions of today are all in the agency, or, with none today, the last one.

    One query, however many officers.
    """
    held: dict[int, list[Position]] = {}
    for position in Position.objects.filter(officer__in=tuple(officer_ids)).order_by("pk"):
        held.setdefault(position.officer_id, []).append(position)
    return frozenset(one for one, positions in held.items() if _agencies(positions) == {agency_id})


def _agencies(positions: list[Position]) -> set[int]:
    today = clock.today()
    now = [position for position in positions if position.holds(today)]
    return {position.agency_id for position in now or [max(positions, key=_end)]}


def _end(position: Position) -> date:
    return position.valid_to or date.max
