"""Who may see the programme and do what to it.

| | sees | imports, types, corrects, defers, withdraws, letters | writes a bút phê | records one on behalf | edits templates | opens a dossier |
|---|---|---|---|---|---|---|
| clerk | x | x | | x | | |
| head of a unit | x | x | | x | x | of the own unit's assignments |
| drafter | x | | | | | of the own unit's assignments |
| leader of the agency | x | | x | | | |
| administrator, anyone of another agency | | | | | | |

Whoever stands in for an absent officer may do what passes to a substitute (`Actor.capacities`).
"""

from __future__ import annotations

from django.db.models import QuerySet

from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role
from thammuu.apps.programme.models import (
    Assignment,
    ProgrammeSheet,
    StepTemplate,
    WorkProgramme,
)

READERS = (Role.DRAFTER, Role.CLERK, Role.HEAD_OF_UNIT, Role.LEADER)
"""Roles that see contents; looking after the system gives no such right."""
KEEPERS = (Role.CLERK, Role.HEAD_OF_UNIT)
"""Roles that keep the programme."""


def may_view(actor: Actor) -> bool:
    """Sees the programme of the own agency."""
    return actor.holds(*READERS)


def may_keep(actor: Actor) -> bool:
    """Imports programmes, records letters, corrects and changes assignments."""
    return _holds(actor, *KEEPERS)


def is_leader(actor: Actor) -> bool:
    """Writes a bút phê in person; nobody else's hand does that, not even a substitute's."""
    return actor.holds(Role.LEADER)


def may_instruct(actor: Actor) -> bool:
    """Writes a bút phê, or records that of a leader."""
    return is_leader(actor) or may_keep(actor)


def may_edit_templates(actor: Actor) -> bool:
    """Copies and edits the agency's templates of steps."""
    return _holds(actor, Role.HEAD_OF_UNIT)


def may_open(actor: Actor, lead_unit_id: int | None) -> bool:
    """Makes a dossier of an assignment that this unit leads."""
    return may_view(actor) and any(
        one.holds(Role.DRAFTER, Role.HEAD_OF_UNIT) and lead_unit_id in one.unit_ids
        for one in actor.capacities
    )


def visible_assignments(actor: Actor) -> QuerySet[Assignment]:
    """Assignments of the actor's own agency, for those who see contents; nothing else."""
    return (
        Assignment.objects.filter(agency_id=actor.agency_id) if may_view(actor) else Assignment.objects.none()
    )


def visible_sheets(actor: Actor) -> QuerySet[ProgrammeSheet]:
    """The same for files that wait to be confirmed."""
    rows = ProgrammeSheet.objects
    return rows.filter(agency_id=actor.agency_id) if may_view(actor) else rows.none()


def visible_programmes(actor: Actor) -> QuerySet[WorkProgramme]:
    """The same for programmes."""
    return (
        WorkProgramme.objects.filter(agency_id=actor.agency_id)
        if may_view(actor)
        else WorkProgramme.objects.none()
    )


def visible_templates(actor: Actor) -> QuerySet[StepTemplate]:
    """The same for templates."""
    return (
        StepTemplate.objects.filter(agency_id=actor.agency_id)
        if may_view(actor)
        else StepTemplate.objects.none()
    )


def _holds(actor: Actor, *roles: str) -> bool:
    """In person or for one absent, of those who see the programme at all: an administrator standing in does not."""
    return may_view(actor) and any(one.holds(*roles) for one in actor.capacities)
