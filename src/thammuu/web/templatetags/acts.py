"""What may be done to a step or a dossier, as links; and what of a step only the machine has said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING
from uuid import UUID, uuid4

from django import template
from django.urls import reverse

from thammuu.web.components.acts import Act, Words
from thammuu.web.dossiers.acts import DOSSIER_ACTS, STEP_ACTS
from thammuu.web.dossiers.said import unsaid

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import DossierView, StepRow, WorkRow

register = template.Library()

_FOREMOST = ("start", "finish")
"""Acts with a button of their own; the others stand in the menu beside it."""
_NOBODY = str(UUID(int=0))


@dataclass(frozen=True, slots=True)
class Door:
    """A link to the page of an act."""

    key: str
    words: Words
    address: str

    @property
    def foremost(self) -> bool:
        """Has a button of its own."""
        return self.key in _FOREMOST


@register.filter
def step_doors(step: StepRow | WorkRow) -> list[Door]:
    """What the one who looks may do to the step now."""
    return [_step_door(act, step) for act in STEP_ACTS if act.key in step.acts]


def foremost_doors(step: StepRow) -> list[Door]:
    """Those with a button of their own."""
    return [_step_door(act, step) for act in STEP_ACTS if act.key in _FOREMOST and act.key in step.acts]


@register.filter
def dossier_doors(dossier: DossierView) -> list[Door]:
    """What the one who looks may do to the dossier as a whole now."""
    return [_door(act, _address_name(act), dossier.uuid) for act in DOSSIER_ACTS if act.key in dossier.acts]


def _step_door(act: Act, step: StepRow | WorkRow) -> Door:
    return _door(act, f"dossiers:{act.key}_step", step.uuid)


def _address_name(act: Act) -> str:
    return "dossiers:add_step" if act.key == "add_step" else f"dossiers:{act.key}_dossier"


def _door(act: Act, name: str, uuid: UUID) -> Door:
    return Door(act.key, act.door, _address(name, uuid))


@register.filter
def correction_of(step: StepRow, field: str) -> str:
    """The address at which that field of the step is corrected."""
    return _address("dossiers:correct_step", step.uuid, field)


def _address(name: str, uuid: UUID, *rest: str) -> str:
    """As `reverse`, which on a page of two hundred steps would take a third of the time."""
    return _pattern(name, *rest).replace(_NOBODY, str(uuid))


@cache
def _pattern(name: str, *rest: str) -> str:
    return reverse(name, args=[_NOBODY, *rest])


register.filter("unsaid", unsaid)


@register.simple_tag
def new_key() -> UUID:
    """A key under which a form is carried out once."""
    return uuid4()
