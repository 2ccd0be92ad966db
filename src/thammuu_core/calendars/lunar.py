"""Âm lịch: the Vietnamese lunar calendar, whose days begin at midnight in Việt Nam.

Tables of the Chinese calendar cannot be used: a new moon between 16:00 and 17:00 UTC falls on another day there, so
Tết differed by a month in 1985, and by a day in 2007 and 2030. The astronomy is Meeus, Astronomical Algorithms,
shortened to what decides a day.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

VIETNAM = 7
"""Hours by which the official clock is ahead of UTC, since 1968 all over the North, since 1975 everywhere."""
_MONTH = 29.530588853
_FIRST_NEW_MOON = 2415021.076998695
"""Julian day of the new moon numbered 0, in January 1900."""
_ORDINAL_OF_JULIAN_DAY = 1721425
"""What to take from a Julian day number to have `date.toordinal`."""


@dataclass(frozen=True, slots=True)
class LunarDate:
    """A day of the lunar calendar.

    >>> to_lunar(date(2021, 2, 12))
    LunarDate(year=2021, month=1, day=1, leap=False)
    """

    year: int
    month: int
    day: int
    leap: bool = False


def to_solar(lunar: LunarDate, hours: int = VIETNAM) -> date:
    """The day of the common calendar; ValueError for a leap month that the year has not."""
    start = lunar.year if lunar.month < 11 else lunar.year + 1
    months = _months(start, hours)
    position = next(
        (i for i, month in enumerate(months) if (month.number, month.leap) == (lunar.month, lunar.leap)), None
    )
    if position is None:
        raise ValueError(lunar)
    return date.fromordinal(months[position].first + lunar.day - 1)


def to_lunar(day: date, hours: int = VIETNAM) -> LunarDate:
    """The day of the lunar calendar."""
    year = day.year + (day.toordinal() >= _eleventh_month(day.year, hours))
    month = max(
        (month for month in _months(year, hours) if month.first <= day.toordinal()),
        key=lambda month: month.first,
    )
    lunar_year = year if month.number < 11 else year - 1
    return LunarDate(lunar_year, month.number, day.toordinal() - month.first + 1, month.leap)


def new_year(year: int, hours: int = VIETNAM) -> date:
    """Mùng 1 Tết.

    >>> new_year(2030), new_year(2030, hours=8)
    (datetime.date(2030, 2, 2), datetime.date(2030, 2, 3))
    """
    return to_solar(LunarDate(year, 1, 1), hours)


def hung_kings_day(year: int) -> date:
    """Giỗ Tổ Hùng Vương, the tenth day of the third month."""
    return to_solar(LunarDate(year, 3, 10))


@dataclass(frozen=True, slots=True)
class _Month:
    number: int
    leap: bool
    first: int
    """Ordinal of its first day."""


@lru_cache(maxsize=256)
def _months(year: int, hours: int) -> tuple[_Month, ...]:
    """The months from the eleventh of the year before up to the tenth of `year`.

    The eleventh month holds the winter solstice; when thirteen new moons lie between two of them, the first month
    in which the sun enters no new sign is the leap one.
    """
    first, end = _eleventh_month(year - 1, hours), _eleventh_month(year, hours)
    number = round((first + _ORDINAL_OF_JULIAN_DAY - _FIRST_NEW_MOON) / _MONTH)
    starts = [_new_moon_day(number + i, hours) for i in range(15)]
    starts = starts[starts.index(first) : starts.index(end) + 1] if first in starts else starts
    leap = _leap_position(starts, hours) if len(starts) == 14 else None
    months = []
    for position, start in enumerate(starts[:-1]):
        passed = position - (leap is not None and position >= leap)
        months.append(_Month((passed + 10) % 12 + 1, position == leap, start))
    return tuple(months)


def _leap_position(starts: list[int], hours: int) -> int:
    signs = [_sign(start, hours) for start in starts]
    return next(i for i in range(1, 13) if signs[i] == signs[i + 1])


@lru_cache(maxsize=256)
def _eleventh_month(year: int, hours: int) -> int:
    """Ordinal of the first day of the eleventh month, which ends after the solstice of December."""
    number = math.floor((date(year, 12, 31).toordinal() + _ORDINAL_OF_JULIAN_DAY - _FIRST_NEW_MOON) / _MONTH)
    start = _new_moon_day(number, hours)
    return _new_moon_day(number - 1, hours) if _sign(start, hours) >= 9 else start


def _new_moon_day(number: int, hours: int) -> int:
    return math.floor(_new_moon(number) + 0.5 + hours / 24) - _ORDINAL_OF_JULIAN_DAY


def _new_moon(number: int) -> float:
    """Julian day, UTC, of a new moon counted from January 1900."""
    t = number / 1236.85
    sun = math.radians(359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3)
    moon = math.radians(306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3)
    node = math.radians(21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3)
    mean = 2415020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * math.sin(math.radians(166.56 + 132.87 * t - 0.009173 * t**2))
    terms = (
        ((0.1734 - 0.000393 * t), sun), (0.0021, 2 * sun), (-0.4068, moon), (0.0161, 2 * moon), (-0.0004, 3 * moon),
        (0.0104, 2 * node), (-0.0051, sun + moon), (-0.0074, sun - moon), (0.0004, 2 * node + sun),
        (-0.0004, 2 * node - sun), (-0.0006, 2 * node + moon), (0.0010, 2 * node - moon), (0.0005, 2 * moon + sun),
    )  # fmt: skip
    return mean + sum(size * math.sin(angle) for size, angle in terms) - _clock_ahead(t)


def _clock_ahead(t: float) -> float:
    """Days by which the even time of astronomy is ahead of the clock, `t` centuries after 1900."""
    return -0.000278 + 0.000265 * t + 0.000262 * t**2


def _sign(ordinal: int, hours: int) -> int:
    """The twelfth of its yearly way that the sun stands in when the day begins; 9 from the winter solstice on."""
    centuries = (ordinal + _ORDINAL_OF_JULIAN_DAY - 0.5 - hours / 24 - 2451545) / 36525
    anomaly = math.radians(357.52910 + 35999.05030 * centuries - 0.0001559 * centuries**2)
    longitude = 280.46645 + 36000.76983 * centuries + 0.0003032 * centuries**2
    longitude += (1.914600 - 0.004817 * centuries) * math.sin(anomaly)
    longitude += 0.019993 * math.sin(2 * anomaly) + 0.000290 * math.sin(3 * anomaly)
    return math.floor(longitude % 360 / 30)
