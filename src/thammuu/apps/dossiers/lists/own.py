"""Whose a running step is: the officer who has it, else the unit that has it, else its lead units; and the drafter.

One rule, as a query for one officer (the calendar feed) and as a list of officers for many steps (reminders).
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from thammuu.apps.dossiers.models import OVER, DossierState, Part, Step, StepUnit
from thammuu.apps.dossiers.policies import WORKERS, visible_dossiers
from thammuu.apps.notifications.recipients import people_of, readers
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.queries import substitutes_of


def running_steps() -> QuerySet[Step]:
    """Dated steps that someone still waits for, with what `officers_of` needs, in a flat number of queries."""
    leads = StepUnit.objects.filter(part=Part.LEAD)
    return (
        Step.objects.filter(dossier__state=DossierState.OPEN, due_on__isnull=False)
        .exclude(state__in=OVER)
        .select_related("dossier")
        .prefetch_related(Prefetch("owners", leads))
    )


def own_steps(actor: Actor) -> QuerySet[Step]:
    """The dated steps that lie with the actor, or that he drafts the dossier of."""
    units = actor.unit_ids if actor.holds(*WORKERS) else frozenset()
    leads = StepUnit.objects.filter(step=OuterRef("pk"), part=Part.LEAD, unit_id__in=units)
    nobody = Q(holder_officer=None, holder_unit=None, holder_words="")
    mine = (
        Q(holder_officer_id=actor.id)
        | Q(holder_officer=None, holder_unit_id__in=units)
        | (nobody & Q(Exists(leads)))
        | Q(dossier__drafter_id=actor.id)
    )
    return running_steps().filter(mine, dossier__in=visible_dossiers(actor))


def officers_of(steps: Iterable[Step]) -> dict[int, tuple[int, ...]]:
    """For each step (by its id) the officers to remind: who has it, the heads of its lead units, the drafter.

    Whoever stands in for one of them today is reminded too; none of those who may not read the dossier.
    """
    steps = list(steps)
    units = {unit for step in steps for unit in (step.holder_unit_id, *step.lead_unit_ids) if unit}
    people = people_of(units)
    named = {step.pk: _named(step, people) for step in steps}
    substitutes = substitutes_of({officer for officers in named.values() for officer in officers})
    meant = {step: _with_substitutes(officers, substitutes) for step, officers in named.items()}
    reading = readers(officer for officers in meant.values() for officer in officers)
    agencies = {step.pk: step.dossier.agency_id for step in steps}
    return {
        step: tuple(officer for officer in officers if (officer, agencies[step]) in reading)
        for step, officers in meant.items()
    }


def _with_substitutes(officers: tuple[int, ...], substitutes: dict[int, int]) -> tuple[int, ...]:
    standing_in = (substitutes[officer] for officer in officers if officer in substitutes)
    return tuple(dict.fromkeys((*officers, *standing_in)))


def _named(step: Step, people: dict[int, tuple[int, ...]]) -> tuple[int, ...]:
    holders = (
        (step.holder_officer_id,) if step.holder_officer_id else people.get(step.holder_unit_id or 0, ())
    )
    heads = [officer for unit in sorted(step.lead_unit_ids) for officer in people.get(unit, ())]
    return tuple(dict.fromkeys((*holders, *heads, step.dossier.drafter_id)))
