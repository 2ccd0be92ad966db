"""Tỉnh, thành phố trực thuộc trung ương, with the days on which they changed rank or went into another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from thammuu_core.text import fold
from thammuu_core.text.tables import day, rows


@dataclass(frozen=True, slots=True)
class Province:
    """One province under one rank."""

    name: str
    type: str
    """"tỉnh" or "thành phố"."""
    since: date | None
    until: date | None
    """First day on which it is no more, or no more of that rank."""
    into: str | None
    source: str

    @property
    def full_name(self) -> str:
        """ "tỉnh Bắc Giang", "thành phố Huế"."""
        return f"{self.type} {self.name}"

    def exists(self, on: date) -> bool:
        """Whether it was there, under that rank, that day."""
        return (self.since is None or self.since <= on) and (self.until is None or on < self.until)


@cache
def provinces() -> tuple[Province, ...]:
    """Every row of the table: a province that changed rank stands once under each."""
    return tuple(
        Province(
            row["name"], row["type"], day(row["since"]), day(row["until"]), row["into"] or None, row["source"]
        )
        for row in rows("thammuu_core.kinds", "provinces.tsv")
    )


def province_by_name(name: str, on: date | None = None) -> Province | None:
    """The province with that name, with or without its rank before it; that day, if a day is given.

    >>> province_by_name("Bắc Ninh", date(2026, 10, 1)).full_name
    'thành phố Bắc Ninh'
    """
    bare = _bare(name)
    return next(
        (row for row in provinces() if _bare(row.name) == bare and (on is None or row.exists(on))), None
    )


def successor(name: str, on: date) -> Province | None:
    """What the province of that name had become by that day; None for a name that is no province's.

    Legal source: NQ 202/2025/QH15.
    """
    seen: set[str] = set()
    while (there := province_by_name(name, on)) is None:
        known = province_by_name(name)
        if known is None or known.into is None or name in seen:
            return None
        seen.add(name)
        name = known.into
    return there


def _bare(name: str) -> str:
    folded = fold(name)
    for rank in ("tinh ", "thanh pho ", "tp "):
        folded = folded.removeprefix(rank)
    return folded
