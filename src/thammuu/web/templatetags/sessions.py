"""Sessions in words: what browser, how long ago."""

from __future__ import annotations

from datetime import datetime

from django import template
from django.utils import timezone
from django.utils.translation import gettext as _

register = template.Library()

_BROWSERS = (
    ("CocCoc", "Cốc Cốc"), ("coc_coc", "Cốc Cốc"), ("Edg", "Edge"), ("OPR", "Opera"), ("Firefox", "Firefox"),
    ("Chrome", "Chrome"), ("Safari", "Safari"),
)  # fmt: skip
"""The first word found decides: most browsers also name those that they descend from."""
_SYSTEMS = (("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux"))  # fmt: skip
_MINUTE, _HOUR, _DAY = 60, 3600, 86400


@register.filter
def browser(agent: str) -> str:
    """Browser and system as a person calls them."""
    found = [next((name for word, name in names if word in agent), "") for names in (_BROWSERS, _SYSTEMS)]
    return ", ".join(filter(None, found)) or _("Trình duyệt khác")


@register.filter
def ago(instant: datetime) -> str:
    """How long ago, in the coarsest unit: the machine's time, which a simulated date does not move."""
    seconds = int((timezone.now() - instant).total_seconds())
    if seconds < 2 * _MINUTE:
        return _("vừa xong")
    if seconds < _HOUR:
        return _("%(n)d phút trước") % {"n": seconds // _MINUTE}
    if seconds < _DAY:
        return _("%(n)d giờ trước") % {"n": seconds // _HOUR}
    return _("%(n)d ngày trước") % {"n": seconds // _DAY}
