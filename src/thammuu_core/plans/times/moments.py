"""Calendar words and the days they cover: "15/6/2021", "tháng 4-5", "Quý III, IV", "năm 2025 - 2026".

A moment says only which days; what the words around it make of them (by then, from then on, each year) is read in
`times`. Patterns run over `text.fold_keep`, so marks, case and kinds of dash do not matter and offsets stay true.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from enum import IntEnum
from functools import lru_cache

from thammuu_core.text import fold_keep


class Unit(IntEnum):
    """How coarse a moment is."""

    DAY = 1
    MONTH = 2
    QUARTER = 3
    HALF = 4
    YEAR = 5


@dataclass(frozen=True, slots=True)
class Moment:
    """Calendar words at `start:end` of a text; months and days as said, the year None when it was left out."""

    start: int
    end: int
    unit: Unit
    year: int | None
    last_year: int | None = None
    month: int = 1
    last_month: int = 12
    day: int | None = None
    last_day: int | None = None
    bare: bool = False
    """Mere figures ("15/6", "2025"): a time only where something else says so."""
    programme: bool = False
    """"giai đoạn …": names a programme more often than a time."""

    def days(self, year: int | None) -> tuple[date, date] | None:
        """First and last day, a missing year taken from `year`; None when no year is known or no such day is."""
        first_year = self.year or year
        if first_year is None:
            return None
        last_year = self.last_year or first_year
        try:
            first = date(first_year, self.month, self.day or 1)
            last_day = self.last_day or self.day or monthrange(last_year, self.last_month)[1]
            last = date(last_year, self.last_month, last_day)
        except ValueError:
            return None
        return (first, last) if first <= last else None

    @property
    def lone_day(self) -> bool:
        """A day of the month without its month: "ngày 15"."""
        return self.unit is Unit.DAY and self.month == 0


_YEAR = r"(?:19|20)\d\d(?!\d)"
_JOINED = r"\s*(?:-|den|,|va)\s*"
_QUARTER = r"(?:iv|i{1,3}|[1-4])(?![\w%])"
# A month after a comma counts only when the list goes on to a year or ends there: "tháng 6, 15 xã" is one month.
_LISTED = r"\d{1,2}(?!\d)(?=\s*(?:/\s*(?:19|20)\d\d|nam\b|-|,\s*\d{1,2}\s*(?:/|,|va)|va\s+\d|[);.]|$))"
_MONTHS = rf"\bthang\s+\d{{1,2}}(?!\d)(?:\s*(?:-|den)\s*(?:thang\s+)?\d{{1,2}}(?![\d%])(?!\s*/\s*\d{{1,2}}(?!\d))|\s*(?:,|va)\s*(?:thang\s+\d{{1,2}}(?!\d)|{_LISTED})){{0,11}}"
# Nearly every position of a text fails at the first line, which is what makes the search fast.
_MOMENT = re.compile(
    rf"""
  (?:\b(?=[\dcdgnqst])|(?=\d))
  (?:
    \b(?:ngay\s+)?(?P<dmy>(?<![\d/.,])\d{{1,2}}\s*[/.\-]\s*\d{{1,2}}\s*[/.\-]\s*{_YEAR})
  | \b(?P<dmy_words>(?:ngay\s+)?\d{{1,2}}\s+thang\s+\d{{1,2}}\s*(?:,?\s*nam\s+|/\s*){_YEAR})
  | \bngay\s+(?P<days>\d{{1,2}}\s*(?:-|den|,|va)\s*\d{{1,2}}\s*/\s*\d{{1,2}}(?!\d)(?:\s*/\s*{_YEAR})?)
  | \bngay\s+(?P<dm>\d{{1,2}}\s*(?:[/.]|\s+thang\s+|-(?=\s*\d{{1,2}}\b))\s*\d{{1,2}}(?![\d/]))
  | (?P<dm_bare>(?<![\d/.,\-])\d{{1,2}}\s*/\s*\d{{1,2}}(?!\s*/|[\d%.,]\d))(?!\d)
  | \bngay\s+(?P<day>\d{{1,2}})(?![\d/])
  | (?P<months>{_MONTHS})(?:\s*(?:[/.\-]|,?\s*nam\b)\s*(?P<months_year>{_YEAR}))?
  | (?P<my_bare>(?<![\d/.,\-])\d{{1,2}}\s*/\s*{_YEAR})(?!\s*/)
  | \b(?:qu[yi]\s+|q(?=[i\d]))(?P<quarters>{_QUARTER}(?:{_JOINED}(?:qu[yi]\s+)?{_QUARTER}(?!\s*/\s*\d{{1,2}}\b(?!\d)))*)
      (?:\s*[/\-,.]?\s*(?:nam\s+)?(?P<quarters_year>{_YEAR}))?
  | \b(?:(?:0?6|sau)\s+thang|nua)\s+(?P<half>dau|cuoi)\s+nam(?:\s+(?P<half_year>{_YEAR}))?
  | \b(?P<edge>dau|giua|cuoi)\s+nam\s+(?P<edge_year>{_YEAR})
  | \b(?P<named>(?:nam|giai\s+doan|thoi\s+ky)\s+)(?P<years>{_YEAR}(?:{_JOINED}(?:nam\s+)?{_YEAR})?)
  | (?P<years_bare>(?<![\w/.,\-]){_YEAR}(?:\s*-\s*{_YEAR})?)(?![\w/%])
  )
    """,
    re.VERBOSE,
)
_COUNTED = re.compile(r"(?<![\d/])\d{1,3}\s+$")
_NUMBER = re.compile(r"\d+")
_QUARTER_ONE = re.compile(r"\b(?:iv|i{1,3}|[1-4])\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_EDGES = {"dau": (1, 3), "giua": (5, 8), "cuoi": (10, 12)}


@lru_cache(maxsize=1024)  # what is read for its times is read again for what is doubtful in them
def find_moments(text: str) -> tuple[Moment, ...]:
    """Every calendar expression of the NFC `text`, in order; impossible ones (ngày 31/2) too, for `days` to refuse."""
    folded = fold_keep(text)
    found = (_moment(match) for match in _MOMENT.finditer(folded))
    return tuple(moment for moment in found if moment is not None)


def _moment(match: re.Match[str]) -> Moment | None:
    name = next(name for name in _READERS if match.group(name) is not None)
    if name in ("months", "years_bare") and _COUNTED.search(
        match.string[max(0, match.start() - 20) : match.start()]
    ):
        return None  # "6 tháng 12 ngày" counts months
    moment = _READERS[name](match, [int(n) for n in _NUMBER.findall(match.group(name))])
    return replace(moment, start=match.start(), end=match.end()) if moment else None


def _year(match: re.Match[str], name: str) -> int | None:
    return int(match.group(name)) if match.group(name) else None


def _whole_day(match: re.Match[str], numbers: list[int]) -> Moment | None:
    day, month, year = numbers
    return _day(day, month, year)


def _day(
    day: int, month: int, year: int | None = None, *, last: int | None = None, bare: bool = False
) -> Moment | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Moment(0, 0, Unit.DAY, year, month=month, last_month=month, day=day, last_day=last, bare=bare)


def _days(match: re.Match[str], numbers: list[int]) -> Moment | None:
    first, last, month, *year = numbers
    return _day(first, month, year[0] if year else None, last=last)


def _day_month(match: re.Match[str], numbers: list[int]) -> Moment | None:
    return _day(*numbers)


def _bare_day_month(match: re.Match[str], numbers: list[int]) -> Moment | None:
    return _day(*numbers, bare=True)


def _lone_day(match: re.Match[str], numbers: list[int]) -> Moment | None:
    day = numbers[0]
    return Moment(0, 0, Unit.DAY, None, month=0, last_month=0, day=day) if 1 <= day <= 31 else None


def _months(match: re.Match[str], numbers: list[int]) -> Moment | None:
    return _month_span(numbers, _year(match, "months_year"))


def _month_span(numbers: list[int], year: int | None, *, bare: bool = False) -> Moment | None:
    if not all(1 <= number <= 12 for number in numbers):
        return None
    first, last = numbers[0], numbers[-1]
    # "tháng 11 - 3/2026" starts in the year before the one that is written.
    start = year - 1 if year and first > last else year
    return Moment(0, 0, Unit.MONTH, start, last_year=year, month=first, last_month=last, bare=bare)


def _bare_month(match: re.Match[str], numbers: list[int]) -> Moment | None:
    month, year = numbers
    return _month_span([month], year, bare=True)


def _quarters(match: re.Match[str], numbers: list[int]) -> Moment | None:
    said = [_QUARTERS[one] for one in _QUARTER_ONE.findall(match.group("quarters"))]
    year = _year(match, "quarters_year")
    return Moment(0, 0, Unit.QUARTER, year, month=3 * said[0] - 2, last_month=3 * max(said))


def _half(match: re.Match[str], numbers: list[int]) -> Moment | None:
    first, last = (1, 6) if match.group("half") == "dau" else (7, 12)
    return Moment(0, 0, Unit.HALF, _year(match, "half_year"), month=first, last_month=last)


def _edge(match: re.Match[str], numbers: list[int]) -> Moment | None:
    first, last = _EDGES[match.group("edge")]
    return Moment(0, 0, Unit.QUARTER, _year(match, "edge_year"), month=first, last_month=last)


def _years(match: re.Match[str], numbers: list[int]) -> Moment | None:
    programme = not match.group("named").startswith("nam")
    return replace(_year_span(numbers), programme=programme)


def _bare_years(match: re.Match[str], numbers: list[int]) -> Moment | None:
    return replace(_year_span(numbers), bare=True)


def _year_span(numbers: list[int]) -> Moment:
    return Moment(0, 0, Unit.YEAR, numbers[0], last_year=numbers[-1])


_READERS = {
    "dmy": _whole_day,
    "dmy_words": _whole_day,
    "days": _days,
    "dm": _day_month,
    "dm_bare": _bare_day_month,
    "day": _lone_day,
    "months": _months,
    "my_bare": _bare_month,
    "quarters": _quarters,
    "half": _half,
    "edge": _edge,
    "years": _years,
    "years_bare": _bare_years,
}
