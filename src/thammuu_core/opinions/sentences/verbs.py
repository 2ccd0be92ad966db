"""The words of a request, found in a sentence in any spelling; the table says what each asks for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from thammuu_core.opinions.model import Operation
from thammuu_core.opinions.sentences.model import Reading, Span
from thammuu_core.opinions.sentences.reading import small
from thammuu_core.text import fold_keep
from thammuu_core.text.tables import rows


@dataclass(frozen=True, slots=True)
class Verb:
    """A word of a request, where it stands."""

    start: int
    end: int
    operation: Operation
    strong: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    marked: str
    operation: Operation
    strong: bool
    exact: bool


@cache
def _entries() -> dict[str, tuple[_Entry, ...]]:
    table: dict[str, tuple[_Entry, ...]] = {}
    for row in rows(__package__, "verbs.tsv"):
        marked = small(row["words"])
        entry = _Entry(
            marked, Operation(row["operation"]), row["weight"] != "light", row["weight"] == "exact"
        )
        table[fold_keep(marked)] = (*table.get(fold_keep(marked), ()), entry)
    return table


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(sorted(_entries(), key=len, reverse=True)).replace(" ", r"\s{1,2}")
    return re.compile(rf"(?<![^\W_])(?:{words})(?![^\W_])")


def verbs(read: Reading) -> tuple[Verb, ...]:
    """Every word of a request in order, the longest at each place."""
    found = []
    position = 0
    while match := _pattern().search(read.masked, position):
        entry = _meant(read, match.span())
        if entry is None:
            position = match.start() + 1
            continue
        if entry.operation is not Operation.COMMENT:
            found.append(Verb(match.start(), match.end(), entry.operation, entry.strong))
        position = match.end()
    return tuple(found)


def _meant(read: Reading, span: Span) -> _Entry | None:
    """The entry whose words these are; a single syllable must bear its own marks, unless the sentence has none."""
    said = " ".join(read.small[slice(*span)].split())
    entries = _entries()[" ".join(read.masked[slice(*span)].split())]
    for entry in entries:
        if said == entry.marked or (said.isascii() and (not entry.exact or read.bare)):
            return entry
    return next(
        (entry for entry in entries if not entry.exact and " " in entry.marked and _near(said, entry.marked)),
        None,
    )


def _near(said: str, marked: str) -> bool:
    """One syllable with another mark: "bổ xung" is not folded alike, "làm rỏ" is."""
    return sum(one != other for one, other in zip(said.split(), marked.split(), strict=False)) <= 1
