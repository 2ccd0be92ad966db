"""A target as a value: what is measured, of which kind, in what unit, against what, how much by when, who set it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from thammuu_core.indicators.yearly import Yearly


class Kind(StrEnum):
    """How the numbers of a target are to be understood.

    A band, a floor or "about" is the shape of a value (`Yearly.most`, `Yearly.sign`), not a kind: a growth can be a band.
    """

    LEVEL = "level"
    """A state at a time: a share, an amount."""
    CUMULATIVE = "cumulative"
    """A count from the beginning of the period."""
    EACH_YEAR = "each_year"
    """A count, anew every year."""
    YEARLY_GROWTH = "yearly_growth"
    """Against the year before."""
    PERIOD_GROWTH = "period_growth"
    """Against a baseline year or period."""
    QUALITATIVE = "qualitative"
    """No number."""


KIND_WORDS = {
    Kind.LEVEL: "mức đạt",
    Kind.CUMULATIVE: "cộng dồn",
    Kind.EACH_YEAR: "mỗi năm",
    Kind.YEARLY_GROWTH: "tăng so với năm trước",
    Kind.PERIOD_GROWTH: "tăng so với mốc",
    Kind.QUALITATIVE: "định tính",
}
"""What the annex of a plan and the screens call a kind."""


@dataclass(frozen=True, slots=True)
class Target:
    """Chỉ tiêu. `values` are in order of their years, one a span of years; none for a qualitative one."""

    measure: str
    kind: Kind = Kind.LEVEL
    unit: str = ""
    baseline: str = ""
    """Against what: "giai đoạn 2016–2020", "2020: 120 doanh nghiệp"."""
    values: tuple[Yearly, ...] = ()
    mandate: str = ""
    """The document that asks for it, by its number: "1322/QĐ-TTg"; several joined by "; "."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A target where a document states it."""

    target: Target
    provision: str
    """Id in the outline of the document."""
    where: str
    """As a reader says it: "II.2.a"."""
    words: str
    """As written."""
