"""The person who acts, as one frozen value: what policies are asked about and events are signed with."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Actor:
    """An officer with the positions held today; roles count in the officer's own agency only."""

    id: int
    uuid: UUID
    name: str
    agency_id: int
    agency_uuid: UUID
    agency_name: str
    roles: frozenset[str]
    """Values of `Role`."""
    unit_ids: frozenset[int] = frozenset()
    unit_names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    def holds(self, *roles: str) -> bool:
        """Holds at least one of the roles."""
        return not self.roles.isdisjoint(roles)
