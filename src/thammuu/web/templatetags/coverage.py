"""How a demand stands, for templates."""

from __future__ import annotations

from django import template

from thammuu.apps.coverage.rows import STATES
from thammuu.web.spoken import in_language

register = template.Library()

_LIGHTS = {"covered": "done", "softer": "amber", "unlike": "amber", "missing": "red", "omitted": "none"}


@register.inclusion_tag("components/badge.html")
def demand_badge(state: str) -> dict[str, object]:
    """Covered, softer than asked, missing, left out."""
    return {"state": _LIGHTS[state], "label": in_language(STATES[state])}
