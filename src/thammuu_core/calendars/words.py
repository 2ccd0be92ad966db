"""A day as papers write it."""

from __future__ import annotations

from datetime import date

_FEBRUARY = 2


def said_day(day: date) -> str:
    """A zero before days below ten and months 1 and 2 (NĐ 30/2020/NĐ-CP, Phụ lục I, II.4).

    >>> said_day(date(2021, 8, 5)), said_day(date(2021, 2, 1))
    ('05/8/2021', '01/02/2021')
    """
    month = f"{day:%m}" if day.month <= _FEBRUARY else str(day.month)
    return f"{day:%d}/{month}/{day.year}"
