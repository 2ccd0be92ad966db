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
    """A date as documents write it: days below 10 and the months 1 and 2 take a nought.

    Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.4.
    """
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = timezone.localtime(value).date()
    month = f"{value.month:02d}" if value.month in (1, 2) else str(value.month)
    return f"{value.day:02d}/{month}/{value.year}"


@register.filter
def weekday(value: date) -> str:
    """The day of the week."""
    return _WEEKDAYS[value.weekday()]


@register.filter
def file_size(value: int) -> str:
    """Bytes in the unit a person reads, with a decimal comma."""
    if value < _KILO:
        return f"{value} B"
    if value < _KILO**2:
        return f"{value / _KILO:.0f} KB"
    return f"{value / _KILO**2:.1f} MB".replace(".", ",")
