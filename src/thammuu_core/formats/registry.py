"""The rules of `rules.tsv`, and which function speaks for which."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from thammuu_core.errors import Severity
from thammuu_core.formats.model import Check, Part, Rule, Shown
from thammuu_core.text.tables import rows

_CHECKS: dict[str, Check] = {}


def rule(id: str) -> Callable[[Check], Check]:
    """Make a function speak for the rule with that id: `@rule("TT-101")`."""

    def register(function: Check) -> Check:
        if _CHECKS.setdefault(id, function) is not function:
            raise ValueError(f"two functions for {id}")
        return function

    return register


def check_of(id: str) -> Check | None:
    """The function of a rule; None where none is written."""
    return _CHECKS.get(id)


def checked_ids() -> frozenset[str]:
    """Ids for which a function is written."""
    return frozenset(_CHECKS)


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order of the table."""
    return tuple(
        Rule(
            row["id"],
            f"formats.{row['code']}",
            Part(row["part"]),
            row["title"],
            row["source"],
            row["text"],
            (_weight(row["draft"]), _weight(row["submitted"]), _weight(row["issued"])),
            Shown(row["shown"]),
            row["repairable"] == "yes",
        )
        for row in rows("thammuu_core.formats", "rules.tsv")
    )


def _weight(cell: str) -> Severity | None:
    return Severity(cell) if cell else None
