"""The table of rules and the functions that speak for them."""

from __future__ import annotations

from thammuu_core.formats import rules
from thammuu_core.formats.parts import MODULES
from thammuu_core.formats.registry import check_of, checked_ids


def test_ids_and_codes_are_unique() -> None:
    assert len({rule.id for rule in rules()}) == len(rules()) == len({rule.code for rule in rules()})


def test_every_rule_has_its_function_and_every_function_its_rule() -> None:
    assert checked_ids() == {rule.id for rule in rules()}


def test_every_function_stands_in_a_module_that_is_asked() -> None:
    asked = {module.__name__ for module in MODULES}
    functions = (check_of(rule.id) for rule in rules())
    assert {function.__module__ for function in functions if function} <= asked


def test_every_rule_says_what_must_be_and_by_which_law() -> None:
    assert all(rule.text.endswith(".") and rule.source and rule.title for rule in rules())


def test_a_rule_never_weighs_less_once_the_document_goes_out() -> None:
    order = [None, "note", "warning", "error"]
    for rule in rules():
        weights = [order.index(severity) for severity in rule.severities]
        assert weights == sorted(weights), rule.id
