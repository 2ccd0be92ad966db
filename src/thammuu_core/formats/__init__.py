"""Thể thức: whether a document has the form that the law prescribes, rule by rule.

`check` is the door. Inside: `model` says what a finding is, `elements` finds the formal elements by their meaning,
`registry` knows the rules (`rules.tsv`) and their functions, one module a part of the document holds them.

Legal source: Nghị định 30/2020/NĐ-CP, Điều 8, Điều 13, Phụ lục I–III.
"""

from __future__ import annotations

from thammuu_core.formats.checking import check
from thammuu_core.formats.doubts import doubts_beside
from thammuu_core.formats.model import PART_NAMES, Finding, Part, Place, Regime, Report, Rule, State
from thammuu_core.formats.registry import rules
from thammuu_core.formats.repair import Change, Repaired, repair

__all__ = [
    "PART_NAMES",
    "Change",
    "Finding",
    "Part",
    "Place",
    "Regime",
    "Repaired",
    "Report",
    "Rule",
    "State",
    "check",
    "doubts_beside",
    "repair",
    "rules",
]
