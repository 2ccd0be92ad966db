"""Days, spans and sizes in the words and the writing that officers use."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import get_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

register = template.Library()

_WEEKDAYS = (
    _("Thứ Hai"), _("Thứ Ba"), _("Thứ Tư"), _("Thứ Năm"), _("Thứ Sáu"), _("Thứ Bảy"), _("Chủ nhật"),
)  # fmt: skip
_KILO = 1024


@register.filter
def day(value: date | datetime | None) -> str:
    """A date as day/month/year; an instant is told by its day in Việt Nam."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    return value.strftime("%d/%m/%Y")


@register.filter
def weekday(value: date) -> str:
    """The day of the week."""
    return str(_WEEKDAYS[value.weekday()])


@register.filter
def numbered(symbol: str) -> str:
    """Number and symbol of a document; a plan not yet numbered has its symbol only."""
    words = gettext("số %(symbol)s") if symbol[:1].isdigit() else gettext("ký hiệu %(symbol)s (chưa ghi số)")
    return words % {"symbol": symbol}


@register.filter
def file_size(value: int) -> str:
    """Bytes in the unit a person reads, with the decimal sign of the language."""
    if value < _KILO:
        return f"{value} B"
    if value < _KILO**2:
        return f"{value / _KILO:.0f} KB"
    return f"{value / _KILO**2:.1f} MB".replace(".", get_format("DECIMAL_SEPARATOR"))
