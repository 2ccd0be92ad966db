"""States of assignments for templates, and whether to offer the ways by which they come in."""

from __future__ import annotations

from django import template

from thammuu.apps.programme.queries import may_keep
from thammuu.web.programme.states import BADGES, STATE_WORDS

register = template.Library()

register.filter("may_keep_programme", may_keep)


@register.inclusion_tag("components/badge.html")
def item_badge(state: str) -> dict[str, object]:
    """Badge of an assignment."""
    return {"state": BADGES[state], "label": STATE_WORDS[state]}
