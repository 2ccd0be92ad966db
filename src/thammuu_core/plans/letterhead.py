"""What stands above the subject: agency, number and symbol, place and date.

Legal source: Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thammuu_core.plans.blocks import tidy
from thammuu_core.plans.model import Number, PartialDate
from thammuu_core.text import fold_keep, plain

_MOTTO = re.compile(
    r"cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam|doc\s+lap\s*-\s*tu\s+do\s*-\s*hanh\s+phuc|dang\s+cong\s+san\s+viet\s+nam"
)
_BLANK = r"[\s.…_]*"
_DATE = re.compile(
    rf"ngay\s*(?P<day>\d{{1,2}})?{_BLANK}thang\s*(?P<month>\d{{1,2}})?{_BLANK}nam\s*(?P<year>\d{{4}})?"
)
_PLACE = re.compile(r"(?P<place>[^\W\d_](?:[^\W\d_]|[ .\-'])*?)\s*,\s*$")
_NUMBER = re.compile(
    r"\bSố\s*:?[\s.…_]*(?P<value>\d{1,5}[a-zđ]?)?[\s.…_]*(?P<slash>[/-])\s*(?P<symbol>[^\n]*)", re.IGNORECASE
)
_SYMBOL = re.compile(
    r"(?:(?:19|20)\d\d\s?/\s?)?[A-ZĐ][A-Za-zĐđÀ-ỹ0-9&.]*(?:\s?[-/]\s?[A-ZĐÀ-Ỹ][A-Za-zĐđÀ-ỹ0-9&.]*){0,4}"
)
_ABOUT = re.compile(r"\bV\s?/\s?v\b\s*:?", re.IGNORECASE)
_SPACED = re.compile(r"[A-ZĐ0-9](?:[A-Za-zĐđ0-9&.]|\s?[-/]\s?|\s(?=[A-ZĐ]))*")


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The parts as written; `agency` holds the lines of the issuing agency and its parent."""

    agency: tuple[str, ...]
    number: Number | None
    date: PartialDate | None
    about: str | None
    """Trích yếu of a letter, without "V/v"."""


def read_letterhead(cells: Sequence[Sequence[str]]) -> Letterhead:
    """Read the cells of the header block, in whatever order they come."""
    agency: list[str] = []
    number: Number | None = None
    date: PartialDate | None = None
    about: str | None = None
    for cell in cells:
        text = _without_motto("\n".join(cell))
        text, found_date = _take_date(text)
        text, found_about = _take_about(text)
        text, found_number = _take_number(text)
        date, about, number = date or found_date, about or found_about, number or found_number
        if not number or found_number:
            agency.extend(line for line in text.split("\n") if line.strip(" -_.,:|"))
    return Letterhead(tuple(map(tidy, agency)), number, date, about)


def _without_motto(text: str) -> str:
    """The text without the national motto, which a flattened block mixes into its lines."""
    folded = fold_keep(plain(text))
    spans = [found.span() for found in _MOTTO.finditer(folded)]
    for start, end in reversed(spans):
        text = text[:start] + "\n" + text[end:]
    return re.sub(r"\n\s*[-–—_=]{2,}\s*(?=\n|$)", "\n", text)


def _take_date(text: str) -> tuple[str, PartialDate | None]:
    found = _DATE.search(fold_keep(text))
    if not found:
        return text, None
    before = text[: found.start()]
    line = before.rpartition("\n")[2] if before.strip() and not before.endswith("\n") else before.rstrip("\n")
    place = _PLACE.search(line)
    start = before.rfind(place["place"]) if place else found.start()
    day, month, year = (int(value) if value else None for value in found.group("day", "month", "year"))
    written = " ".join(text[start : found.end()].split()).rstrip(" ,.")
    date = PartialDate(written, _spaced(place["place"]) if place else None, year, month, day)
    return text[:start].rstrip() + "\n" + text[found.end() :], date


def _spaced(place: str) -> str:
    return " ".join(place.split())


def _take_about(text: str) -> tuple[str, str | None]:
    found = _ABOUT.search(text)
    if not found:
        return text, None
    return text[: found.start()], " ".join(text[found.end() :].split()) or None


def _take_number(text: str) -> tuple[str, Number | None]:
    found = _NUMBER.search(plain(text))
    if not found:
        return text, None
    rest = text[found.start("symbol") : found.end("symbol")]
    symbol, length = _symbol(plain(rest))
    if not symbol:
        return text, None
    end = found.start("symbol") + length
    written = " ".join(re.sub(r"[.…_]{2,}", " ", text[found.start() : end]).split())
    return text[: found.start()] + text[end:], Number(written, found["value"], symbol)


def _symbol(rest: str) -> tuple[str | None, int]:
    """The symbol at the start of `rest` without the spaces that scans and typists put in, and its length there."""
    whole = rest.strip()
    if len(whole) < 30 and _SPACED.fullmatch(whole):
        return re.sub(r"\s", "", whole), len(rest)
    found = _SYMBOL.match(rest)
    return (re.sub(r"\s", "", found[0]).rstrip("."), found.end()) if found else (None, 0)
