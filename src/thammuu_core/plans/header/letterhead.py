"""What stands above the subject: agency, number and symbol, place and date.

Legal source: Nghị định 30/2020/NĐ-CP, Điều 8 and Phụ lục I.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from thammuu_core.kinds import province_by_name
from thammuu_core.plans.header.blocks import tidy
from thammuu_core.plans.model import Number, PartialDate
from thammuu_core.text import fold_keep, plain
from thammuu_core.text.letters import CAPITALS, SMALL

_MOTTO = re.compile(
    r"cong\s+hoa\s+xa\s+hoi\s+chu\s+nghia\s+viet\s+nam|doc\s+lap\s*-\s*tu\s+do\s*-\s*hanh\s+phuc|dang\s+cong\s+san\s+viet\s+nam"
)
_BLANK = r"[\s.…_]*"
_DATE = re.compile(
    rf"ngay\s*(?P<day>\d{{1,2}})?{_BLANK}thang\s*(?P<month>\d{{1,2}})?{_BLANK}nam\s*(?P<year>\d{{4}})?"
    r"|ngay\s*(?P<d>\d{1,2})\s?[/.-]\s?(?P<m>\d{1,2})\s?[/.-]\s?(?P<y>\d{4})"
)
_CAPITALISED = rf"[{CAPITALS}][{SMALL}]+"
_PLACE = re.compile(
    rf"(?<![^\s\x1e])(?P<place>(?P<before>(?:Thành phố )?{_CAPITALISED}(?: {_CAPITALISED}){{0,3}}\n)?(?P<last>(?:TP\.? ?|Thành phố )?{_CAPITALISED}(?:[ .\-]+{_CAPITALISED}){{0,5}}))\s*,?\s*$"
)
_CUT = "\x1e"
"""Stands where something was taken out and between cells; no text holds it once it is normalised."""
_NUMBER_STOOD = "\x1f"
_ADDRESS = re.compile(rf"Kính\s+gửi[^{_CUT}]*", re.IGNORECASE)
_NUMBER = re.compile(
    r"\b(?:Số\s*:?|S[ôồổóo]\s*:)[\s.…_]*(?P<value>\d{1,5}[a-zđ]?)?[\s.…_]*[/-]\s*(?P<symbol>[^\n\x1e]*)",
    re.IGNORECASE,
)
_SYMBOL = re.compile(
    rf"(?:(?:19|20)\d\d\s?/\s?)?[{CAPITALS}][^\W_]*(?:[&.][^\W_]+)*(?:\s?[-/]\s?[{CAPITALS}][^\W_]*(?:[&.][^\W_]+)*){{0,4}}"
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
    text = _CUT.join("\n".join(cell) for cell in cells)
    text = _ADDRESS.sub("", _without_motto(text))
    text, date = _take_date(text)
    text, number = _take_number(text)
    text, about = _take_about(text)
    agency = [tidy(line) for line in re.split(rf"[\n{_CUT}]", text.split(_NUMBER_STOOD)[0])]
    return Letterhead(tuple(line for line in agency if any(map(str.isalpha, line))), number, date, about)


def _without_motto(text: str) -> str:
    """The text without the national motto, which a flattened block mixes into its lines."""
    for found in reversed(list(_MOTTO.finditer(fold_keep(plain(text))))):
        text = text[: found.start()] + _CUT + text[found.end() :]
    return re.sub(rf"(?<=[\n{_CUT}])\s*[-–—_=]+\s*(?=[\n{_CUT}]|$)|\s[-–—_=]{{3,}}", "", text)


def _take_date(text: str) -> tuple[str, PartialDate | None]:
    found = _DATE.search(fold_keep(text))
    if not found:
        return text, None
    start = _place_start(text, found.start())
    place = " ".join(text[start : found.start()].strip(" ,\n").split()) or None
    parts = found.group("d", "m", "y") if found["d"] else found.group("day", "month", "year")
    day, month, year = (int(value) if value else None for value in parts)
    written = " ".join(text[start : found.end()].split()).rstrip(" ,.")
    return text[:start] + _CUT + text[found.end() :], PartialDate(written, place, year, month, day)


def _place_start(text: str, end: int) -> int:
    """Where the place before a date begins; a province's name may be broken over two lines."""
    near = max(0, end - 80)
    found = _PLACE.search(text[near:end])
    if not found:
        return end
    if found["before"] and (
        province_by_name(found["last"]) or not province_by_name(" ".join(found["place"].split()))
    ):
        return near + found.start("last")
    return near + found.start("place")


def _take_about(text: str) -> tuple[str, str | None]:
    found = _ABOUT.search(text)
    if not found:
        return text, None
    about, cut, rest = text[found.end() :].partition(_CUT)
    return text[: found.start()] + cut + rest, " ".join(about.split()).rstrip(" .") or None


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
    return text[: found.start()] + _NUMBER_STOOD + text[end:], Number(written, found["value"], symbol)


def _symbol(rest: str) -> tuple[str | None, int]:
    """The symbol at the start of `rest` without the spaces that scans and typists put in, and its length there."""
    whole = rest.strip()
    if len(whole) < 30 and _SPACED.fullmatch(whole):
        return re.sub(r"\s", "", whole), len(rest)
    found = _SYMBOL.match(rest)
    return (re.sub(r"\s", "", found[0]).rstrip("."), found.end()) if found else (None, 0)
