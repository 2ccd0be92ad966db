"""Who may keep records in a dossier. Who sees the dossier sees them all.

| | asks for a contribution | answers it | keeps studies, meetings | writes notes | withdraws |
|---|---|---|---|---|---|
| drafter of the dossier, head of its unit | x | on behalf, with the paper | x | x | x |
| who leads or holds a step | of that step | on behalf, with the paper | x | x | the own |
| drafter or head of the unit that is asked | | x | | x | the own |
| leader, clerk, other officers of the agency | | | | x | the own |
| administrator, anyone of another agency | | | | | |
"""

from __future__ import annotations

from thammuu.apps.dossiers import policies
from thammuu.apps.dossiers.models import Dossier, Step
from thammuu.apps.dossiers.policies import WORKERS, Ownership, Tenure
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.records.models import ContributionRequest


def may_ask(actor: Actor, step: Step) -> bool:
    """May ask others to contribute to the step."""
    return policies.may_record(actor, Tenure.of(step))


def may_answer(actor: Actor, request: ContributionRequest) -> bool:
    """May say what was contributed: for the own unit, or on behalf of whoever was asked."""
    return answers_itself(actor, request) or may_ask(actor, request.step)


def answers_itself(actor: Actor, request: ContributionRequest) -> bool:
    """Belongs to the unit that is asked, so that the answer is its own."""
    if not policies.may_view(actor, Ownership.of(request.dossier)):
        return False
    return any(one.holds(*WORKERS) and request.unit_id in one.unit_ids for one in actor.capacities)


def may_keep(actor: Actor, dossier: Dossier) -> bool:
    """May keep studies and meetings: manages the dossier, or leads or holds one of its steps."""
    if policies.may_manage(actor, Ownership.of(dossier)):
        return True
    steps = dossier.steps.select_related("dossier").prefetch_related("owners")
    return any(policies.may_record(actor, Tenure.of(step)) for step in steps)


def may_withdraw(actor: Actor, dossier: Dossier, recorded_by_id: int) -> bool:
    """May take back what was recorded by that officer."""
    owned = Ownership.of(dossier)
    return policies.may_view(actor, owned) and (
        actor.id == recorded_by_id or policies.may_manage(actor, owned)
    )
