"""Days, spans and sizes in the words and the writing that officers use."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone

register = template.Library()

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")
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
    return _WEEKDAYS[value.weekday()]


@register.filter
def numbered(symbol: str) -> str:
    """Number and symbol of a document; a plan not yet numbered has its symbol only."""
    return f"số {symbol}" if symbol[:1].isdigit() else f"ký hiệu {symbol} (chưa ghi số)"


@register.filter
def file_size(value: int) -> str:
    """Bytes in the unit a person reads, with a decimal comma."""
    if value < _KILO:
        return f"{value} B"
    if value < _KILO**2:
        return f"{value / _KILO:.0f} KB"
    return f"{value / _KILO**2:.1f} MB".replace(".", ",")
