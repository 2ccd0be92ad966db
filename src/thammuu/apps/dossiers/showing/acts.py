"""What the one who looks may do now: the policy and the transition table together, for the buttons of a screen."""

from __future__ import annotations

from dataclasses import dataclass

from thammuu.apps.dossiers import policies
from thammuu.apps.dossiers.models import OVER, Act, Dossier, DossierState, Step, StepState
from thammuu.apps.dossiers.policies import Ownership, Tenure
from thammuu.apps.dossiers.transitions import acts_in, acts_of_dossier_in
from thammuu.apps.organisations.actors import Actor

_ENDS = (Act.FINISH, Act.SKIP)


@dataclass(frozen=True, slots=True)
class Around:
    """What is around a step and decides what can be done to it."""

    has_parts: bool = False
    open_parts: bool = False
    whole: Step | None = None
    """The step that it is a part of."""
    asked: bool = False
    """A request for more time waits."""


def step_acts(actor: Actor, step: Step, around: Around) -> tuple[str, ...]:
    """Names of acts as in `StepRow.acts`; nothing in a closed dossier."""
    if step.dossier.state == DossierState.CLOSED:
        return ()
    owned = Ownership.of(step.dossier)
    found: list[str] = []
    records = policies.may_record(actor, Tenure.of(step))
    if records:
        found += _recordings(step, around)
    if around.asked and (records or policies.may_grant(actor, owned)):
        found.append("decide_more_time")
    if records and step.state not in OVER and not step.parent_id and not around.has_parts:
        found.append("split")
    if policies.may_manage(actor, owned):
        found += ("correct", "confirm")
    return tuple(found)


def dossier_acts(actor: Actor, dossier: Dossier) -> tuple[str, ...]:
    """Names of acts as in `DossierView.acts`."""
    again = ("next_year",) if policies.may_open(actor) else ()
    if not policies.may_manage(actor, Ownership.of(dossier)):
        return again
    acts = [act.value for act in acts_of_dossier_in(DossierState(dossier.state))]
    if dossier.state == DossierState.OPEN:
        acts += ("add_step", "amend")
    return (*acts, *again)


def _recordings(step: Step, around: Around) -> list[str]:
    acts = [act for act in acts_in(StepState(step.state)) if act != Act.DROP]
    if around.open_parts:
        acts = [act for act in acts if act not in _ENDS]
    if around.whole is not None and around.whole.state in OVER:
        acts = [act for act in acts if act != Act.REOPEN]
    more = step.state not in OVER and step.due_on is not None and not around.asked
    return [*(act.value for act in acts), *(("ask_more_time",) if more else ())]
