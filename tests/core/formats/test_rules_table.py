"""The table of rules and the functions that speak for them."""

from __future__ import annotations

from thammuu_core.formats import rules
from thammuu_core.formats.registry import checked_ids


def test_ids_and_codes_are_unique() -> None:
    assert len({rule.id for rule in rules()}) == len(rules()) == len({rule.code for rule in rules()})


def test_every_function_has_its_row() -> None:
    assert checked_ids() <= {rule.id for rule in rules()}


def test_every_rule_says_what_must_be_and_by_which_law() -> None:
    assert all(rule.text.endswith(".") and rule.source and rule.title for rule in rules())
