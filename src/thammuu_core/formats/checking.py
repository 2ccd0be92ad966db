"""Ask every rule about a paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from thammuu_core.errors import Severity
from thammuu_core.formats import elements
from thammuu_core.formats.model import (
    PART_NAMES,
    Checked,
    Finding,
    Hit,
    Part,
    Place,
    Regime,
    Report,
    Rule,
    Shown,
    State,
)
from thammuu_core.formats.parts import MODULES
from thammuu_core.formats.regimes import regime_of
from thammuu_core.formats.registry import check_of, rules
from thammuu_core.papers import Paper

ASKED = MODULES
"""Importing them is what makes their functions known."""
_ORDER = {part: place for place, part in enumerate(Part)}
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


def check(paper: Paper, *, state: State = State.DRAFT, today: date | None = None) -> Report:
    """What of a paper breaks a rule; a paper to which the decree does not apply is told so and left alone.

    `today` lets a date in the future be seen; without it nothing is said about that.
    """
    checked, regime, asked = _asked(paper, state, today)
    findings = [_finding(rule, hit, state) for rule, hit in _hits(checked, asked)]
    return Report(regime, tuple(sorted(findings, key=lambda one: _ORDER[one.part])), asked)


def hits(paper: Paper, *, state: State) -> Iterator[tuple[Rule, Hit]]:
    """The same as the rules tell it: with what would mend each breach."""
    checked, _, asked = _asked(paper, state, None)
    return _hits(checked, asked)


def _asked(paper: Paper, state: State, today: date | None) -> tuple[Checked, Regime, tuple[Rule, ...]]:
    """What is looked at, the law it is under, and the rules that speak."""
    found = elements.find(paper)
    regime = regime_of(paper, found)
    asked = tuple(rule for rule in rules() if _speaks(rule, paper, regime, state))
    return Checked(paper, found, state, today), regime, asked


def _hits(checked: Checked, asked: tuple[Rule, ...]) -> Iterator[tuple[Rule, Hit]]:
    for rule in asked:
        function = check_of(rule.id)
        for hit in function(checked) if function else ():
            yield rule, hit


def _speaks(rule: Rule, paper: Paper, regime: Regime, state: State) -> bool:
    if rule.severity(state) is None:
        return False
    if regime is not Regime.ADMINISTRATIVE:
        return rule.id == "TT-100"
    return _shows(paper, rule.shown)


def _shows(paper: Paper, needed: Shown) -> bool:
    """Whether the reading of such a file keeps what the rule looks at: columns and looks only Word files keep."""
    if needed is Shown.WORDS:
        return True
    if needed is Shown.FORMS:
        return bool(paper.sections)
    return paper.format == "docx"


def _finding(rule: Rule, hit: Hit, state: State) -> Finding:
    severity = rule.severity(state) or Severity.NOTE
    if hit.at_most and _WEIGHT[hit.at_most] > _WEIGHT[severity]:
        severity = hit.at_most
    spot = hit.at
    place = Place(spot.story, spot.index, spot.start, spot.end) if spot else None
    where = hit.where or PART_NAMES[rule.part]
    return Finding(
        rule.code,
        rule.id,
        severity,
        rule.part,
        where,
        place,
        hit.message,
        rule.source,
        repairable=hit.mend is not None,
    )
