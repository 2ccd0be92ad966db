"""States of steps and dossiers for templates; the words are in `components.states`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from django import template
from django.template.loader import render_to_string

from thammuu.web.components.meter import Segment, segments
from thammuu.web.components.states import LIGHT_WORDS, STEP_WORDS, days_left_words, duty_of, state_of
from thammuu.web.spoken import in_language

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from thammuu.apps.dossiers.rows import DoubtRow, StepRow

register = template.Library()

register.filter("days_left", days_left_words)
register.filter("duty", duty_of)


@register.simple_tag
def step_badge(step: StepRow) -> SafeString:
    """Badge of a step."""
    state = state_of(step)
    return _badge(state, str(STEP_WORDS[state]))


@cache
def _badge(state: str, label: str) -> SafeString:
    """One of the few there are; a long plan shows them two hundred times."""
    return render_to_string("components/badge.html", {"state": state, "label": label})


@register.inclusion_tag("components/badge.html")
def light_badge(light: str) -> dict[str, object]:
    """Badge of a dossier's light."""
    return {"state": light, "label": in_language(LIGHT_WORDS[light])}


@register.filter
def tells_place(doubt: DoubtRow) -> bool:
    """The place of a doubt is told before its words, unless they name it themselves; II.1 is not named by II.10."""
    named = rf"(?<![\w.]){re.escape(doubt.where)}(?!\.?\w)"
    return bool(doubt.where) and not re.search(named, doubt.message)


@register.inclusion_tag("components/meter.html")
def meter(steps: Iterable[StepRow]) -> dict[str, list[Segment]]:
    """How far a dossier is."""
    return {"segments": segments(map(state_of, steps))}
