"""What a check of form found, as plain values for JSON: a problem of the contract, and what its rule adds."""

from __future__ import annotations

from typing import Any

from thammuu_core.exchange.reading import problem_to_dict
from thammuu_core.formats import Finding, Place

Json = dict[str, Any]


def finding_to_dict(finding: Finding) -> Json:
    """The keys of `problem_to_dict`, and `rule`, `part`, `place` (None where something is missing), `repairable`."""
    return {
        **problem_to_dict(finding.problem),
        "rule": finding.rule,
        "part": finding.part.value,
        "place": _place(finding.place) if finding.place else None,
        "repairable": finding.repairable,
    }


def _place(place: Place) -> Json:
    return {
        "story": place.story,
        "paragraph": place.paragraph,
        "start": place.start,
        "end": place.end,
    }
