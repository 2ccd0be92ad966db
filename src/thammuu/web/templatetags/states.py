"""States of steps and dossiers for templates; the words are in `components.states`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template

from thammuu.web.components.states import LIGHT_WORDS, STEP_WORDS, days_left_words, duty_of, state_of

if TYPE_CHECKING:
    from thammuu.apps.dossiers.rows import StepRow

register = template.Library()

register.filter("days_left", days_left_words)
register.filter("duty", duty_of)


@register.inclusion_tag("components/badge.html")
def step_badge(step: StepRow) -> dict[str, str]:
    """Badge of a step."""
    state = state_of(step)
    return {"state": state, "label": STEP_WORDS[state]}


@register.inclusion_tag("components/badge.html")
def light_badge(light: str) -> dict[str, str]:
    """Badge of a dossier's light."""
    return {"state": light, "label": LIGHT_WORDS[light]}


@register.filter
def step_state(step: StepRow) -> str:
    """The state as a name for classes."""
    return state_of(step)
