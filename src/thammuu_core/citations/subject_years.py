"""Years named in a subject, and when a document with that subject can have been made.

Three ways of naming a year bind the date. A plan or budget "năm 2021" is made shortly before or during its year; one
"giai đoạn 2021-2025" from a few years before its start until its end; anything else says a year to come only a few
years ahead. "Đến năm 2030", "tầm nhìn 2050" name aims, however far; years gone by may always be spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from thammuu_core.text import fold_keep, nfc

_YEAR = r"(?:19|20)\d\d"
_SPAN = re.compile(
    rf"(?<![\d/.-])(?P<first>{_YEAR})\s?(?:-|den|den nam|den het nam)\s?(?:nam\s)?(?P<last>{_YEAR})(?![\d/])"
)
_SINGLE = re.compile(rf"(?:nam|nam hoc|dau nam|cuoi nam)\s{{1,2}}(?P<year>{_YEAR})(?![\d/])")
# What stands before a year that is an aim, a part of a date, or the year of another document.
_AIM = re.compile(
    r"(?<![^\W_])(?:den|toi|tam nhin|truoc|sau|tu|dinh huong|giai doan|thoi ky|thang \d{1,2}|sua doi|bo sung|khoa|luat\s[^,;]{0,60})"
    r"(?:\s(?:het|cuoi|dau|den))?\s$"
)
# A document that makes a plan says so first; one that looks back, or changes a plan, may come later.
_MAKES_A_PLAN = re.compile(
    r"(?:viec\s)?(?:(?:ban hanh|phe duyet|giao|phan bo|xay dung|trien khai)\s)?(?:(?:chi tiet|bo sung|danh muc|de an)\s)?"
    r"(?:chuong trinh|ke hoach|du toan|chi tieu|phuong huong|nhiem vu|muc tieu|phan bo)(?![^\W_])"
)
_LOOKING_BACK = re.compile(
    r"(?<![^\W_])(?:tong ket|so ket|quyet toan|danh gia|ket qua|thanh tra|kiem toan|dieu chinh|keo dai|bo sung|thu hoi|con lai)(?![^\W_])"
)
_OTHER_DOCUMENT = re.compile(
    rf"\d[a-z]?\s?/\s?(?:{_YEAR}\s?/\s?)?[a-z]|\d-[a-z]{{2,4}}/|(?:^|\s)luat\s|\d\s?[/.]\s?{_YEAR}|\d-\d{{1,2}}-{_YEAR}"
)
_LEAD_OF_A_YEAR = 2
_LEAD_OF_A_SPAN = 4
_LEAD_OF_ANYTHING = 6
_LAG = 2


@dataclass(frozen=True, slots=True)
class Binding:
    """A year or span in a subject with the years in which a document about it can have been made."""

    words: str
    """As the subject says it: "năm 2021", "2021-2025"."""
    earliest: int
    latest: int | None
    """None where a later document may well speak of it."""

    def admits(self, year: int) -> bool:
        """Whether a document of that year can have this subject."""
        return self.earliest <= year and (self.latest is None or year <= self.latest)


def bindings(subject: str) -> Iterator[Binding]:
    """The years that bind the date of a document with this subject.

    Only its own words count: what follows another document named in it is that document's subject.

    >>> [(binding.words, binding.earliest) for binding in bindings("ban hành Chương trình công tác năm 2021")]
    [('năm 2021', 2019)]
    """
    text = nfc(subject)
    folded = fold_keep(text)
    other = _OTHER_DOCUMENT.search(folded)
    end = other.start() if other else len(folded)
    spans = list(_SPAN.finditer(folded, 0, end))
    plan = bool(_MAKES_A_PLAN.match(folded)) and not _LOOKING_BACK.search(folded, 0, end)
    for span in spans[
        :1
    ]:  # a second one is the citing sentence's: "… giai đoạn 2021-2030 trên địa bàn tỉnh giai đoạn 2026-2030"
        yield _span(text, span, plan)
    for single in _SINGLE.finditer(folded, 0, end):
        if not any(span.start() <= single.start("year") < span.end() for span in spans):
            yield from _single(text, folded, single, plan)


def _span(text: str, found: re.Match[str], plan: bool) -> Binding:
    first, last = int(found["first"]), int(found["last"])
    return Binding(text[found.start() : found.end()], first - _LEAD_OF_A_SPAN, last + _LAG if plan else None)


def _single(text: str, folded: str, found: re.Match[str], plan: bool) -> Iterator[Binding]:
    if _AIM.search(folded, max(0, found.start() - 80), found.start()):
        return
    year = int(found["year"])
    words = text[found.start() : found.end()]
    if plan:
        yield Binding(words, year - _LEAD_OF_A_YEAR, year + _LAG)
    else:
        yield Binding(words, year - _LEAD_OF_ANYTHING, None)
