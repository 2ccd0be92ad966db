"""What a check found, numbered as the page shows it: in the margin, and at its place in the paper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from thammuu_core.formats import rules
from thammuu_core.papers import BODY

if TYPE_CHECKING:
    from django.utils.functional import Promise

    from thammuu.apps.drafting.checking import Found, Spot

SEVERITIES = {"error": _("Lỗi"), "warning": _("Cảnh báo"), "note": _("Lưu ý")}
"""The gravest first."""
ICONS = {"error": "red", "warning": "amber", "note": "grey"}


@dataclass(frozen=True, slots=True)
class Problem:
    """One finding as it is shown."""

    number: int
    severity: str
    where: str
    message: str
    basis: str
    rule: str
    title: str
    """What the rule is called; empty for what no rule of form says."""
    spot: Spot | None
    """Its place in the main story; None for what is missing, or stands elsewhere."""

    @property
    def severity_words(self) -> Promise:
        """For those who do not see the colour."""
        return SEVERITIES[self.severity]

    @property
    def icon(self) -> str:
        """The shape of its severity."""
        return ICONS[self.severity]


@dataclass(frozen=True, slots=True)
class Filter:
    """One choice of what to see; empty `key` for all."""

    key: str
    words: Promise | str
    count: int
    current: bool


def problems_of(found: Iterable[Found], severity: str) -> tuple[Problem, ...]:
    """Those of a severity, all for none, in the order of the paper; what has no place in it comes first."""
    titles = {rule.id: rule.title for rule in rules()}
    shown = sorted((one for one in found if severity in ("", one.severity)), key=_order)
    return tuple(
        Problem(
            number,
            one.severity,
            one.where,
            one.message,
            one.basis,
            one.rule if one.rule in titles else "",
            titles.get(one.rule, ""),
            one.spot if one.spot and one.spot.story == BODY else None,
        )
        for number, one in enumerate(shown, 1)
    )


def filters_of(found: Iterable[Found], severity: str) -> tuple[Filter, ...]:
    """All, and each severity that there is."""
    count = Counter(one.severity for one in found)
    each = (
        Filter(key, words, count[key], key == severity) for key, words in SEVERITIES.items() if count[key]
    )
    return (Filter("", _("Tất cả"), count.total(), not severity), *each)


def _order(one: Found) -> tuple[bool, int, int]:
    spot = one.spot if one.spot and one.spot.story == BODY else None
    return (spot is not None, spot.paragraph, spot.start) if spot else (False, 0, 0)
