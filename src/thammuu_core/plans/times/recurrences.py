"""Times that come back: "hằng năm", "định kỳ 6 tháng", "02 lần/năm"; with their rule in RFC 5545 words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thammuu_core.plans.times.moments import Moment, Unit
from thammuu_core.text import fold_keep

_UNITS = {"nam": "YEARLY", "thang": "MONTHLY", "quy": "QUARTERLY", "tuan": "WEEKLY", "ngay": "DAILY"}
_UNIT = r"(?:nam|thang|quy|tuan|ngay)"
_COUNTS = {"mot": 1, "hai": 2, "ba": 3, "sau": 6}
_COUNT = r"(?:\d{1,2}|mot|hai|ba|sau)"
_RECURRENCE = re.compile(
    rf"""
    \b(?P<periodic>dinh\s+k[yi]\s*[,:]?\s*\(?\s*)?(?:
        (?:hang|moi)\s+(?P<each>{_UNIT})\b(?!\s+\d)
      | (?P<every>{_COUNT})\s+(?P<every_unit>thang|nam|tuan)\b(?:\s*(?:/|mot|01|1)\s*(?:01\s*|1\s*|mot\s*)?lan\b)
      | (?P<times>{_COUNT})\s+lan\s*/\s*(?P<span>{_COUNT}\s+)?(?P<times_unit>{_UNIT})\b
      | (?:01\s+)?(?P<once>{_UNIT})\s*/\s*(?:0?1\s+|mot\s+)?lan\b
    )
  | (?:danh\s+gia|xep\s+loai|phan\s+loai|binh\s+xet)[^.;,\n]{{0,30}}\s(?P<year_end>cuoi\s+nam)\b(?!\s+\d)
  | \bdinh\s+k[yi]\s*[,:]?\s*\(?\s*(?:(?P<months>{_COUNT})\s+thang|(?P<unit>{_UNIT}))\b(?!\s+\d)
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Words at `start:end` that say how often; `rule` is an RRULE without days, None where none can be said."""

    start: int
    end: int
    rule: str | None
    periodic: bool
    """Said with "định kỳ"."""


def find_recurrences(text: str) -> tuple[Recurrence, ...]:
    """Every recurrence of the NFC `text`, in order."""
    folded = fold_keep(text)
    if not any(word in folded for word in ("hang", "moi", "lan", "dinh", "cuoi")):
        return ()
    return tuple(
        Recurrence(
            match.start("year_end") if match.group("year_end") else match.start(),
            match.end(),
            _rule(match),
            match.group().startswith("dinh"),
        )
        for match in _RECURRENCE.finditer(folded)
    )


def rule_on(rule: str | None, moment: Moment) -> str | None:
    """The rule of `rule` that falls on the day `moment` names: monthly on the 15th, yearly on 15 November."""
    if moment.unit in (Unit.MONTH, Unit.QUARTER) and moment.month <= moment.last_month:
        months = ",".join(map(str, range(moment.month, moment.last_month + 1)))
        return f"FREQ=YEARLY;BYMONTH={months}"
    if moment.unit is not Unit.DAY or moment.day is None:
        return rule
    if moment.lone_day:
        return f"{rule};BYMONTHDAY={moment.day}" if rule and "MONTHLY" in rule else rule
    return f"FREQ=YEARLY;BYMONTH={moment.month};BYMONTHDAY={moment.day}"


def _rule(match: re.Match[str]) -> str | None:
    if match.group("year_end"):
        return _every(1, "nam")
    if match.group("every"):
        return _every(_count(match.group("every")), match.group("every_unit"))
    if match.group("months"):
        return _every(_count(match.group("months")), "thang")
    if match.group("times"):
        return _times(match)
    unit = match.group("each") or match.group("once") or match.group("unit")
    return _every(1, unit)


def _times(match: re.Match[str]) -> str | None:
    """ "02 lần/năm" is every six months; counts that do not divide the year stay without a rule."""
    times, unit = _count(match.group("times")), match.group("times_unit")
    if times == 1:
        return _every(_count((match.group("span") or "1").strip()), unit)
    if unit == "nam" and times and 12 % times == 0:
        return _every(12 // times, "thang")
    return None


def _every(interval: int, unit: str) -> str:
    frequency = _UNITS[unit]
    if frequency == "QUARTERLY":
        frequency, interval = "MONTHLY", 3 * interval
    return f"FREQ={frequency}" + (f";INTERVAL={interval}" if interval > 1 else "")


def _count(word: str) -> int:
    return _COUNTS.get(word) or int(word) or 1
