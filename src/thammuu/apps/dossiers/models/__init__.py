"""Dossiers, steps, the facts they stand on, and doubts."""

from __future__ import annotations

from thammuu.apps.dossiers.models.dossiers import Dossier, DossierAct, DossierEvent, DossierState
from thammuu.apps.dossiers.models.doubts import Doubt, DoubtDecision, DoubtState
from thammuu.apps.dossiers.models.facts import Act, ExtensionDecision, ExtensionRequest, StepChange, StepEvent
from thammuu.apps.dossiers.models.steps import OVER, Origin, Part, Step, StepState, StepUnit

__all__ = [
    "OVER",
    "Act",
    "Dossier",
    "DossierAct",
    "DossierEvent",
    "DossierState",
    "Doubt",
    "DoubtDecision",
    "DoubtState",
    "ExtensionDecision",
    "ExtensionRequest",
    "Origin",
    "Part",
    "Step",
    "StepChange",
    "StepEvent",
    "StepState",
    "StepUnit",
]
