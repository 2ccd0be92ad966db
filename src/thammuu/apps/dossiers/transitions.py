"""The one table of what may follow what; services, screens and tests read it, nothing else sets a state."""

from __future__ import annotations

from thammuu.apps.dossiers.models import Act, DossierAct, DossierState, StepState
from thammuu.apps.dossiers.refusals import NoSuchDossierTransition, NoSuchTransition

TABLE: dict[tuple[StepState, Act], StepState] = {
    (StepState.NOT_STARTED, Act.START): StepState.STARTED,
    (StepState.STARTED, Act.FINISH): StepState.FINISHED,
    (StepState.NOT_STARTED, Act.HAND_OVER): StepState.NOT_STARTED,
    (StepState.STARTED, Act.HAND_OVER): StepState.STARTED,
    (StepState.NOT_STARTED, Act.SKIP): StepState.SKIPPED,
    (StepState.STARTED, Act.SKIP): StepState.SKIPPED,
    (StepState.FINISHED, Act.REOPEN): StepState.STARTED,
    (StepState.SKIPPED, Act.REOPEN): StepState.NOT_STARTED,
    (StepState.NOT_STARTED, Act.DROP): StepState.DROPPED,
    (StepState.STARTED, Act.DROP): StepState.DROPPED,
}

DOSSIER_TABLE: dict[tuple[DossierState, DossierAct], DossierState] = {
    (DossierState.OPEN, DossierAct.HAND_OVER): DossierState.OPEN,
    (DossierState.OPEN, DossierAct.RENAME): DossierState.OPEN,
    (DossierState.OPEN, DossierAct.CLOSE): DossierState.CLOSED,
    (DossierState.CLOSED, DossierAct.REOPEN): DossierState.OPEN,
}


def following(state: StepState, act: Act) -> StepState:
    """The state after the act. Raises NoSuchTransition."""
    try:
        return TABLE[state, act]
    except KeyError:
        raise NoSuchTransition(Act(act).label, StepState(state).label) from None


def acts_in(state: StepState) -> tuple[Act, ...]:
    """What can be recorded of a step in that state."""
    return tuple(act for (before, act) in TABLE if before == state)


def following_of_dossier(state: DossierState, act: DossierAct) -> DossierState:
    """The dossier's state after the act. Raises NoSuchDossierTransition."""
    try:
        return DOSSIER_TABLE[state, act]
    except KeyError:
        raise NoSuchDossierTransition(DossierAct(act).label, DossierState(state).label) from None


def acts_of_dossier_in(state: DossierState) -> tuple[DossierAct, ...]:
    """What can be done to a dossier in that state."""
    return tuple(act for (before, act) in DOSSIER_TABLE if before == state)
