"""One numbered mention of a document while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from thammuu_core.citations.numbers import Number
from thammuu_core.citations.vocabulary import kind_implied


@dataclass(frozen=True, slots=True)
class Mention:
    """A number with what belongs to it; spans are offsets in the views."""

    number: Number
    start: int
    end: int
    tail: int
    """Where date and issuer end and the subject, if any, begins."""
    kind: str | None = None
    """As the word before the number says; None when no word says it."""
    name: str | None = None
    date: date | None = None
    date_span: tuple[int, int] | None = None
    issuer: str | None = None
    subject: tuple[int, int] | None = None
    kind_shared: bool = False
    """The kind was said for the list, before an earlier number."""

    @property
    def of_the_assembly(self) -> bool:
        """The number is of Quốc hội, whose laws and resolutions only the word before it tells apart."""
        return self.number.codes[0].startswith(("QH", "UBTVQH", "PL"))

    @property
    def issuing_code(self) -> str:
        """The part of the symbol that names the issuer."""
        codes = self.number.codes
        return codes[1] if self.implied_kind not in (None, "Công văn") and len(codes) > 1 else codes[0]

    @property
    def implied_kind(self) -> str | None:
        """The kind that the symbol says."""
        return kind_implied(self.number.symbol)
