"""Dates as they are written in a citation: "ngày 24 tháng 12 năm 2020", "ngày 24/12/2020", "30/ 06/2017"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from thammuu_core.text import fold_keep, nfc

# Typists write "tháng" for "năm" and the other way round; the numbers still say what is meant.
_DATE = re.compile(
    r"(?:ngay\s{0,3}){0,2}(?P<day>\d{1,2})(?:"
    r"\s{0,2}[/.-]{1,2}\s{0,2}(?P<month>\d{1,2})\s{0,2}[/.-]{1,2}\s{0,2}(?P<year>(?:19|20)\d\d)"
    r"|\s{0,3},?\s?(?:thang|nam)\s{0,3}(?P<m>\d{1,2})\s{0,3},?\s?(?:nam|thang)\s{0,3}(?P<y>(?:19|20)\d\d)"
    r")(?!\d)"
)
_PARTIAL = re.compile(
    r"ngay\s{0,3}(?P<day>\d{1,2}|[.…]{1,20})?\s{0,3}(?:thang\s{0,3}|/)(?P<month>\d{1,2}|[.…]{1,20})?"
    r"(?:\s{0,3}nam\s{0,3}(?P<year>(?:19|20)\d\d)?|/\d{1,5})?(?!\d)"
)


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """Where a date stands in a text, and the day it names."""

    start: int
    end: int
    day: date | None
    """None when it is incomplete, or no day of the calendar (31/02)."""


def read_date(folded: str, position: int) -> WrittenDate | None:
    """The date that begins at `position` of a folded text."""
    if found := _DATE.match(folded, position):
        return WrittenDate(*found.span(), _day(found))
    if found := _PARTIAL.match(folded, position):
        return WrittenDate(*found.span(), None)
    return None


def is_no_day(as_written: str) -> bool:
    """Whether a date written in full names a day that does not exist."""
    found = _DATE.match(fold_keep(nfc(as_written)))
    return found is not None and _day(found) is None


def _day(found: re.Match[str]) -> date | None:
    year, month = found["year"] or found["y"], found["month"] or found["m"]
    try:
        return date(int(year), int(month), int(found["day"]))
    except ValueError:
        return None
