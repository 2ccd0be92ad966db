"""What the checks find in a version, as it is kept with it: faults of form by their rules, doubts of the reading.

A check is a claim of its day: the rules as they were, the state that it was asked for, the law on that day.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from thammuu.apps.drafting.models import DraftVersion, VersionCheck
from thammuu_core import formats, intake, plans
from thammuu_core.errors import Severity
from thammuu_core.formats import State
from thammuu_core.papers import Paper
from thammuu_core.text import nfc

SCHEMA = "thammuu/check/1"


@dataclass(frozen=True, slots=True)
class Spot:
    """Letters of one paragraph of a story."""

    story: str
    paragraph: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """One thing found."""

    code: str
    severity: str
    """A value of `Severity`."""
    where: str
    message: str
    basis: str
    rule: str = ""
    """Id of the rule of form; empty for a doubt of the reading."""
    repairable: bool = False
    spot: Spot | None = None


def check_paper(paper: Paper, state: State, law_day: date) -> tuple[Found, ...]:
    """Faults of form first, then the doubts that reading the paper as a plan gives."""
    report = formats.check(paper, state=state, today=law_day)
    form = tuple(_of_form(one) for one in report.findings)
    doubts = tuple(
        Found(one.code, one.severity, one.where or "", one.message, one.basis or "")
        for one in plans.read(paper).problems
    )
    return form + doubts


def words_mark(paper: Paper) -> str:
    """SHA-256 of the words of all stories, whatever space stands between them: equal for two files that say the same."""
    words = " ".join(word for story in paper.stories for word in nfc(story.text).split())
    return hashlib.sha256(words.encode()).hexdigest()


def paper_of(data: bytes, name: str) -> Paper:
    """The Word file as read, with the measures that rules of form need."""
    return intake.read_paper(data, name, forms=True)


def keep_check(
    version: DraftVersion, found: tuple[Found, ...], state: State, law_day: date, at: datetime
) -> VersionCheck:
    """The row of a check, inside the transaction of the act."""
    count = Counter(one.severity for one in found)
    return VersionCheck.objects.create(
        version=version,
        schema=SCHEMA,
        state=state,
        law_day=law_day,
        errors=count[Severity.ERROR],
        warnings=count[Severity.WARNING],
        notes=count[Severity.NOTE],
        findings=[asdict(one) for one in found],
        checked_at=at,
    )


def found_in(check: VersionCheck) -> tuple[Found, ...]:
    """The findings of a kept check."""
    return tuple(_found(given) for given in check.findings)


def _found(given: dict[str, Any]) -> Found:
    spot = given["spot"]
    return Found(**{**given, "spot": Spot(**spot) if spot else None})


def _of_form(finding: formats.Finding) -> Found:
    place = finding.place
    return Found(
        code=finding.code,
        severity=finding.severity,
        where=finding.where,
        message=finding.message,
        basis=finding.basis,
        rule=finding.rule,
        repairable=finding.repairable,
        spot=Spot(place.story, place.paragraph, place.start, place.end) if place else None,
    )
