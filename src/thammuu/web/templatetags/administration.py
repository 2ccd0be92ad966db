"""Words of the registers for templates."""

from __future__ import annotations

from datetime import date

from django import template
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

register = template.Library()

_ACCOUNTS = {
    "active": gettext_lazy("đang dùng"),
    "first": gettext_lazy("chưa đổi mật khẩu đầu tiên"),
    "none": gettext_lazy("chưa có mật khẩu"),
    "off": gettext_lazy("đã khóa"),
}
_ABSENCES = {
    "now": gettext_lazy("đang vắng"),
    "to_come": gettext_lazy("sắp tới"),
    "past": gettext_lazy("đã qua"),
    "called_off": gettext_lazy("đã hủy"),
}


@register.filter
def account(state: str) -> str:
    """State of an account in words."""
    return _ACCOUNTS[state]


@register.filter
def absence_state(state: str) -> str:
    """State of an absence in words."""
    return _ABSENCES[state]


@register.simple_tag
def span(since: date | None, until: date | None) -> str:
    """From a day to a day; a side that is not known or not come is left out."""
    if since and until:
        return _("%(since)s đến hết %(until)s") % {"since": _day(since), "until": _day(until)}
    if until:
        return _("đến hết %(until)s") % {"until": _day(until)}
    return _("từ %(since)s") % {"since": _day(since)} if since else ""


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
