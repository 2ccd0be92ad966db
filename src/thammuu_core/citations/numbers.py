"""Numbers of documents in running text, of every regime, in whatever spacing they were typed or recognised.

Quốc hội 64/2025/QH15 · pháp quy 30/2020/NĐ-CP · hành chính 1322/QĐ-TTg · công văn 7569/UBND-KT · Đảng 12-NQ/TW.
The scan goes from digit to digit and never back, so its time grows with the length of the text alone.
Legal source: Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 3; Luật 64/2025/QH15.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thammuu_core.kinds import normal_symbol

# A code of a kind, a body or a field: "QĐ", "BNN&MT", "HĐND.K7", "VP2".
_CODE = r"(?:(?:UBTV)?QH\s\d{1,2}|[A-ZĐƯƠÔÊÂĂ](?:[^\W_]|[&.](?=[^\W_])|&\s(?=[A-ZĐ]))*)"
# A hyphen may have lost or won a space on either side; then only capitals follow it, so that a dash before a
# new sentence ("QĐ-UBND - Căn cứ") stays outside.
_CAPITALS = r"(?=[A-ZĐƯ]{2}|[A-ZĐ]\b|TTg|TTr|CTr|QyĐ|TrS)"
_GAP = r"\s{0,2}"
_FIRST_JOINT = rf"(?:-|\s{{1,2}}-{_GAP}{_CAPITALS}|-\s{{1,2}}{_CAPITALS}|/{_GAP})"
_NEXT_JOINT = rf"(?:-|\s{{1,2}}-{_CAPITALS}|-\s{{1,2}}{_CAPITALS}|/)"
_NUMBER = re.compile(
    r"(?P<value>\d{1,6}(?:(?:\.\d{1,4}){0,2}[a-zA-ZđĐ]?|-\d{1,4}(?=/)))"
    r"(?:"
    rf"{_GAP}(?P<slash>/){_GAP}(?:(?P<year>(?:19|20)\d\d){_GAP}/{_GAP})?(?P<code>{_CODE})"
    rf"(?P<rest>(?:{_FIRST_JOINT}(?:{_CODE}|\d{{1,4}}(?![\d/])))?(?:{_NEXT_JOINT}{_CODE}){{0,4}}(?:/(?:19|20)\d\d(?!\d))?)"
    rf"|{_GAP}(?P<dash>-){_GAP}(?P<kind>{_CODE})(?P<body>{_GAP}/{_GAP}{_CODE}(?:-{_CODE}){{0,2}})?"
    r")"
)
_SPACE = re.compile(r"\s+")
# The next word, typed without a space: "QĐ-UBNDngày", "QĐ-TTgcủa".
_GLUED = re.compile(r"(?<=[A-ZĐg])(?:ngày|NGÀY|của|CỦA)\d*$")
_ASSEMBLY = re.compile(r"QH\d{1,2}|QH|UBTVQH\d{0,2}")


@dataclass(frozen=True, slots=True)
class Number:
    """A number found in a text."""

    start: int
    end: int
    symbol: str
    """In normal form: no spaces, plain hyphens, Đ for eth, "TTg"."""
    year: int | None
    """Year that is part of the number."""
    codes: tuple[str, ...]
    """What follows the number, in order: ("QĐ", "TTg"); a Party number 12-NQ/TW has ("NQ", "TW")."""
    certain: bool
    """Its form alone shows a document; otherwise ("28/CP", "01/KGL") a kind word must stand before it."""


def numbers(plain: str) -> Iterator[Number]:
    """Everything in the text that has the form of a document's number, in order."""
    for found in _NUMBER.finditer(plain):
        if not _continues(plain, found.start()):
            yield _number(found)


def _continues(plain: str, start: int) -> bool:
    """The digits belong to something longer: a word, an amount, a date, a standard "QCVN 01:2019/BCT"."""
    if start == 0:
        return False
    before = plain[start - 1]
    if before in "ốỐ" and start > 1 and plain[start - 2] in "sS":
        return False  # "số142/2018/NĐ-CP"
    if before in ":.,":
        return start > 1 and plain[start - 2].isdigit()
    return before.isalnum() or before in "_/-"


def _number(found: re.Match[str]) -> Number:
    written = _GLUED.sub("", found.group())
    symbol = normal_symbol(_SPACE.sub("", written))
    tail = symbol[len(_SPACE.sub("", found["value"])) + 1 :]
    if found["year"]:
        tail = tail[5:]
    codes = tuple(re.split(r"[-/]", tail))
    certain = (len(codes) > 1 and "-" not in found["value"]) or bool(
        found["year"] and _ASSEMBLY.fullmatch(codes[0])
    )
    year = int(found["year"]) if found["year"] else None
    return Number(found.start(), found.start() + len(written), symbol, year, codes, certain)
