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
    """Units of the positions held, and the units these have followed: what was theirs is the successor's."""
    own_unit_id: int | None = None
    """The unit of the first position held today: where what the actor begins is kept."""
    unit_names: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    first_password: bool = False
    """Signed in with a password that an administrator chose: nothing may be done before it is changed."""
    in_place_of: tuple[Actor, ...] = ()
    """Absent officers whose work this one does today, each with the powers that pass to a substitute."""

    @property
    def stands_for(self) -> tuple[int, ...]:
        """Ids of the absent officers whose work this one does today."""
        return tuple(absent.id for absent in self.in_place_of)

    @property
    def capacities(self) -> tuple[Actor, ...]:
        """The actor alone, then each absent officer: a policy of daily work holds when it holds for one of them."""
        return (self, *self.in_place_of)

    def holds(self, *roles: str) -> bool:
        """Holds at least one of the roles, in person."""
        return not self.roles.isdisjoint(roles)
