"""Values of a target by year as the register keeps them: JSON of `thammuu_core.indicators.Yearly`. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from thammuu_core.indicators import NotByYear, Yearly, read_yearly, yearly_words

__all__ = ["NotByYear", "Yearly", "from_json", "read_yearly", "to_json", "yearly_words"]


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
