"""Values of a target by year, as one line of words: "2025: ≈ 7; 2026–2030: > 7,5; 2030: 30–35"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from thammuu_core.errors import Refusal
from thammuu_core.text.figures import figure, read_figure

SIGNS = ("=", "≈", "≥", ">", "≤", "<")
WRITTEN = {">=": "≥", "<=": "≤", "~": "≈", "": "="}
"""Other ways to type a sign."""
_NUMBER = r"-?\d[\d.,]*"
_SPAN = re.compile(r"(?P<first>(?:19|20)\d\d)(?:\s*[-–—]\s*(?P<last>(?:19|20)\d\d))?")
_AMOUNT = re.compile(
    rf"(?P<sign>≈|≥|>=|>|≤|<=|<|=|~)?\s*(?P<least>{_NUMBER})(?:\s*[-–—]\s*(?P<most>{_NUMBER}))?"
)


class NotByYear(Refusal):
    """The words are no values by year."""

    code: ClassVar[str] = "indicators.not_by_year"

    def __init__(self, written: str) -> None:
        super().__init__(
            f"“{written[:80]}” chưa phải giá trị theo năm. Hãy ghi năm, hai chấm, giá trị; các năm cách nhau bằng dấu "
            "chấm phẩy. Ví dụ: 2025: ≈ 7; 2026-2030: > 7,5."
        )


@dataclass(frozen=True, slots=True)
class Amount:
    """A value without its years: a sign (one of SIGNS), a number, and the upper end of a band."""

    sign: str
    least: Decimal
    most: Decimal | None = None

    @property
    def words(self) -> str:
        """As people read it: "≈ 7", "30–35"."""
        sign = "" if self.sign == "=" else f"{self.sign} "
        band = "" if self.most is None else f"–{figure(self.most)}"
        return f"{sign}{figure(self.least)}{band}"


@dataclass(frozen=True, slots=True)
class Yearly:
    """A value for a year or for the years from `first` to `last`; a band has a `most`."""

    first: int
    last: int
    sign: str
    least: Decimal
    most: Decimal | None = None

    @property
    def span(self) -> tuple[int, int]:
        """Its years."""
        return self.first, self.last

    @property
    def years(self) -> str:
        """Its years as people read them."""
        return span_words(self.span)

    @property
    def amount(self) -> str:
        """Without the years: "≈ 7", "30–35"."""
        return Amount(self.sign, self.least, self.most).words

    @property
    def words(self) -> str:
        """As people read it."""
        return f"{self.years}: {self.amount}"

    def shares_years(self, other: Yearly) -> bool:
        """Whether both say something of a same year."""
        return self.first <= other.last and other.first <= self.last


def span_words(span: tuple[int, int]) -> str:
    """ "2025", "2026–2030"."""
    first, last = span
    return f"{first}" if first == last else f"{first}–{last}"


def read_yearly(written: str) -> tuple[Yearly, ...]:
    """The values in order of their years. Raises NotByYear."""
    parts = [part.strip() for part in written.split(";") if part.strip()]
    return tuple(sorted(map(_read, parts), key=lambda one: one.span))


def yearly_words(values: Iterable[Yearly]) -> str:
    """All in one line; `read_yearly` reads it back."""
    return "; ".join(one.words for one in values)


def read_span(written: str) -> tuple[int, int] | None:
    """The first year or years in the words: "Đến năm 2025", "Giai đoạn 2026 - 2030"; None without one."""
    found = _SPAN.search(written)
    if found is None:
        return None
    first, last = int(found["first"]), int(found["last"] or found["first"])
    return (first, last) if first <= last else None


def read_amount(written: str) -> Amount | None:
    """A value alone: "≈ 7", "10-15", "> 2.989,5"; None for anything else."""
    found = _AMOUNT.fullmatch(written.strip())
    if found is None:
        return None
    least = read_figure(found["least"])
    most = read_figure(found["most"]) if found["most"] else None
    if least is None or (found["most"] and (most is None or most < least)):
        return None
    sign = found["sign"] or ""
    return Amount(WRITTEN.get(sign, sign), least, most)


def at(span: tuple[int, int], amount: Amount) -> Yearly:
    """The value at these years."""
    return Yearly(*span, amount.sign, amount.least, amount.most)


def _read(part: str) -> Yearly:
    years, colon, value = part.partition(":")
    found = _SPAN.fullmatch(years.strip())
    span, amount = read_span(years), read_amount(value)
    if not (colon and found and span and amount):
        raise NotByYear(part)
    return at(span, amount)
