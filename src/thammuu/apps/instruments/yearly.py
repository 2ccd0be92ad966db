"""Values of a target by year, as one line of words: "2025: ≈ 7; 2026–2030: > 7,5; 2030: 30–35". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from thammuu_core.errors import Refusal

SIGNS = ("=", "≈", "≥", ">", "≤", "<")
_WRITTEN = {">=": "≥", "<=": "≤", "~": "≈", "": "="}
_NUMBER = r"-?\d{1,12}(?:[.,]\d{1,6})?"
_ONE = re.compile(
    rf"(?P<first>(?:19|20)\d\d)(?:\s*[-–]\s*(?P<last>(?:19|20)\d\d))?\s*:\s*(?P<sign>≈|≥|>=|>|≤|<=|<|=|~)?\s*"
    rf"(?P<least>{_NUMBER})(?:\s*[-–]\s*(?P<most>{_NUMBER}))?"
)


class NotByYear(Refusal):
    """The words are no values by year."""

    code: ClassVar[str] = "instruments.not_by_year"

    def __init__(self, written: str) -> None:
        super().__init__(
            f"“{written[:80]}” chưa phải giá trị theo năm. Hãy ghi năm, hai chấm, giá trị; các năm cách nhau bằng dấu "
            "chấm phẩy. Ví dụ: 2025: ≈ 7; 2026-2030: > 7,5."
        )


@dataclass(frozen=True, slots=True)
class Yearly:
    """A value for a year or for the years from `first` to `last`; a band has a `most`."""

    first: int
    last: int
    sign: str
    least: Decimal
    most: Decimal | None = None

    @property
    def words(self) -> str:
        """As people read it."""
        years = f"{self.first}" if self.first == self.last else f"{self.first}–{self.last}"
        return f"{years}: {self.amount}"

    @property
    def amount(self) -> str:
        """Without the years: "≈ 7", "30–35"."""
        sign = "" if self.sign == "=" else f"{self.sign} "
        band = "" if self.most is None else f"–{_number(self.most)}"
        return f"{sign}{_number(self.least)}{band}"


def read_yearly(written: str) -> tuple[Yearly, ...]:
    """The values in order of their years. Raises NotByYear."""
    parts = [part.strip() for part in written.split(";") if part.strip()]
    return tuple(sorted(map(_read, parts), key=lambda one: (one.first, one.last)))


def yearly_words(values: Iterable[Yearly]) -> str:
    """All in one line; `read_yearly` reads it back."""
    return "; ".join(one.words for one in values)


def to_json(values: Iterable[Yearly]) -> list[dict[str, object]]:
    """As it is kept; numbers are decimal strings."""
    return [
        {
            "first": one.first,
            "last": one.last,
            "sign": one.sign,
            "least": str(one.least),
            "most": None if one.most is None else str(one.most),
        }
        for one in values
    ]


def from_json(kept: Iterable[dict[str, object]]) -> Iterator[Yearly]:
    """As it was kept."""
    for one in kept:
        most = one["most"]
        yield Yearly(
            int(str(one["first"])),
            int(str(one["last"])),
            str(one["sign"]),
            Decimal(str(one["least"])),
            None if most is None else Decimal(str(most)),
        )


def _read(part: str) -> Yearly:
    found = _ONE.fullmatch(part)
    if found is None:
        raise NotByYear(part)
    first, last = int(found["first"]), int(found["last"] or found["first"])
    least, most = _decimal(found["least"]), _decimal(found["most"]) if found["most"] else None
    if last < first or (most is not None and most < least):
        raise NotByYear(part)
    sign = found["sign"] or ""
    return Yearly(first, last, _WRITTEN.get(sign, sign), least, most)


def _decimal(written: str) -> Decimal:
    return Decimal(written.replace(",", "."))


def _number(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")
