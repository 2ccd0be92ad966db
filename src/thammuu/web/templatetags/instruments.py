"""States of legal documents and of citations for templates."""

from __future__ import annotations

from django import template
from django.utils.translation import gettext_lazy as _

from thammuu.apps.instruments.rows import Judgement
from thammuu.web.spoken import in_language

register = template.Library()

_FORCES = {
    "holds": ("done", _("Còn hiệu lực")),
    "not_yet": ("amber", _("Chưa có hiệu lực")),
    "expired": ("red", _("Hết hiệu lực")),
    "unknown": ("none", _("Chưa rõ hiệu lực")),
}
_JUDGED = {"known": "done", "unknown": "none", "differs": "amber", "not_yet": "red", "expired": "red"}


@register.inclusion_tag("components/badge.html")
def force_badge(force: str) -> dict[str, object]:
    """Whether a document is in force today."""
    state, label = _FORCES[force]
    return {"state": state, "label": label}


@register.inclusion_tag("components/badge.html")
def judgement_badge(judgement: Judgement) -> dict[str, object]:
    """What the register says of a citation."""
    return {"state": _JUDGED[judgement.state], "label": in_language(judgement.state_words)}
