"""Whose a running step is, told once: for Việc của tôi, the reminders and the calendar feed.

`Way` says it; `own_steps` asks it for one officer, so that every way is a query that an index answers, and `officers_of`
asks it for many steps at once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from thammuu.apps.dossiers.models import OVER, DossierState, ExtensionRequest, Part, Step, StepUnit
from thammuu.apps.dossiers.policies import WORKERS, may_read
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Role
from thammuu.apps.organisations.queries import actors_of

OFFICER, UNIT, HEADED, LED = "officer", "unit", "headed", "led"
"""By what a step reaches someone: as that officer, as one who works for a unit, heads it, or leads an agency."""
Dated = dict[int, date | None]
"""Steps by their ids, with their last days."""


@dataclass(frozen=True, slots=True)
class Way:
    """Steps of which `when` holds are of those who have `to` as their `by`."""

    when: Q
    to: str
    """From a step to the id of an officer, a unit, an agency."""
    by: str


_NOBODY = Q(holder_words="")
_UNLED = _NOBODY & ~Q(
    Exists(StepUnit.objects.filter(step=OuterRef("pk"), part=Part.LEAD, unit__isnull=False))
)
_LED_BY = Q(owners__part=Part.LEAD)

MINE = (
    Way(Q(), "holder_officer", OFFICER),
    Way(Q(holder_officer=None), "holder_unit", UNIT),
    Way(Q(), "holder_unit", HEADED),
    Way(_NOBODY & _LED_BY, "owners__unit", UNIT),
    Way(_UNLED, "dossier__drafter", OFFICER),
    Way(_UNLED, "dossier__unit", HEADED),
)
"""Lies with the officer, with the own unit and no officer of it, or with nobody and is the own unit's to lead.

A head has what lies with any officer of the unit; a drafter what nobody of the register leads.
"""
LENT = (
    Way(~_NOBODY, "dossier__drafter", OFFICER),
    Way(~_NOBODY, "dossier__unit", HEADED),
    Way(~_NOBODY & _LED_BY, "owners__unit", UNIT),
)
"""Lies with another and belongs to a dossier of the officer's, or is the own unit's to lead."""
TO_DECIDE = Way(Q(), "dossier__agency", LED)
"""More time was asked of the agency's leaders; of the steps of `_asked`."""


@dataclass(frozen=True, slots=True)
class Own:
    """The running steps that concern an officer."""

    mine: Dated
    waiting: Dated
    """With others."""
    to_decide: Dated
    """For which more time was asked of the officer; they may be among the others too."""

    @property
    def all(self) -> Dated:
        """Every one, once."""
        return self.mine | self.waiting | self.to_decide


def own_steps(actor: Actor) -> Own:
    """What concerns the actor, also as one who stands in for an absent officer; nothing for one who may not read."""
    if not may_read(actor):
        return Own({}, {}, {})
    reach = _reach(actor)
    mine, others = _found(actor, MINE, reach), _found(actor, LENT, reach)
    waiting = {step: due for step, due in others.items() if step not in mine}
    return Own(mine, waiting, _to_decide(actor) if reach[LED] else {})


def officers_of(steps: Iterable[Step]) -> dict[int, tuple[int, ...]]:
    """For each step (by its id) the officers whom `own_steps` leads to it. Steps come with their dossier."""
    steps = list(steps)
    ids = [step.pk for step in steps]
    reached = _reached({step.dossier.agency_id for step in steps})
    found: dict[int, dict[int, None]] = {step: {} for step in ids}
    among = running_steps().filter(pk__in=ids)
    for rows, way in (*((among, way) for way in (*MINE, *LENT)), (_asked(among), TO_DECIDE)):
        for step, agency, to in rows.filter(way.when).values_list("pk", "dossier__agency", way.to):
            found[step] |= dict.fromkeys(reached.get((agency, way.by, to), ()))
    return {step: tuple(officers) for step, officers in found.items()}


def running_steps() -> QuerySet[Step]:
    """Unfinished steps of open dossiers, of whatever agency."""
    return _unfinished().filter(dossier__state=DossierState.OPEN)


def _unfinished() -> QuerySet[Step]:
    """A whole stands for its parts only when none of these is open.

    Told by what they are not: by what they are, SQLite would take the index of states, which tells it little, before
    that of holders; and for each step it would look for parts by an index in which nearly all have no whole.
    """
    parts = Step.objects.filter(parent__isnull=False).exclude(state__in=OVER).order_by()
    return Step.objects.exclude(state__in=OVER).exclude(pk__in=parts.values("parent")).order_by()


def _found(actor: Actor, ways: Iterable[Way], reach: dict[str, frozenset[int]]) -> Dated:
    """Ids and last days of what any of the ways leads to.

    Each way is a query of its own, which a database answers by one index; for one condition with "or" in it both
    databases read every unfinished step. Ids and days only: thousands of them are a few milliseconds.
    """
    running = running_steps().filter(dossier__agency_id=actor.agency_id)
    asked = (running.filter(way.when, **{f"{way.to}__in": sorted(reach[way.by])}) for way in ways)
    return {step: due for steps in asked for step, due in steps.values_list("pk", "due_on")}


def _asked(steps: QuerySet[Step]) -> QuerySet[Step]:
    """Those for which a request for more time waits."""
    waiting = ExtensionRequest.objects.filter(decision=None).order_by().values_list("step", flat=True)
    return steps.filter(pk__in=list(waiting))


def _to_decide(actor: Actor) -> Dated:
    """From the requests on, and of which dossiers they are is looked at here.

    Asked for open dossiers of the agency, SQLite would begin with these and read all their steps.
    """
    found = _asked(_unfinished()).values_list("pk", "due_on", "dossier__agency", "dossier__state")
    here = (actor.agency_id, DossierState.OPEN)
    return {step: due for step, due, *where in found if tuple(where) == here}


def _reach(actor: Actor) -> dict[str, frozenset[int]]:
    """The ids by which steps are the actor's, by kind; also those of whom the actor stands in for."""
    each = actor.capacities
    return {
        OFFICER: frozenset(one.id for one in each),
        UNIT: frozenset(unit for one in each if one.holds(*WORKERS) for unit in one.unit_ids),
        HEADED: frozenset(unit for one in each if one.holds(Role.HEAD_OF_UNIT) for unit in one.unit_ids),
        LED: frozenset(one.agency_id for one in each if one.holds(Role.LEADER)),
    }


def _reached(agencies: Iterable[int]) -> dict[tuple[int, str, int], list[int]]:
    """Agency, kind and id → the officers of the agency whose reach it is in, in the order of the register."""
    found: dict[tuple[int, str, int], list[int]] = {}
    for actor in filter(may_read, actors_of(agencies)):
        for by, ids in _reach(actor).items():
            for one in ids:
                found.setdefault((actor.agency_id, by, one), []).append(actor.id)
    return found
