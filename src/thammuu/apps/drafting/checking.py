"""What the checks find in a version, as it is kept with it: faults of form by their rules, doubts of the reading.

A check is a claim of its day: the rules as they were, the state that it was asked for, the law on that day.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime
from typing import Any

from thammuu.apps.drafting.models import DraftVersion, VersionCheck
from thammuu.apps.instruments.queries import judge
from thammuu.apps.organisations.actors import Actor
from thammuu_core import formats, intake, outline, plans
from thammuu_core.citations.judging import State as Judged
from thammuu_core.errors import Severity
from thammuu_core.formats import Report, State
from thammuu_core.papers import BODY, Paper
from thammuu_core.plans.model import Reading
from thammuu_core.provisions import Place
from thammuu_core.text import nfc
from thammuu_core.text.first_letter import small_first

SCHEMA = "thammuu/check/1"
_CITATIONS = "citations."
_CITING = "NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 6"


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


def check_paper(actor: Actor, paper: Paper, state: State, law_day: date) -> tuple[Found, ...]:
    """Faults of form first, then what it cites as the register knows it, then doubts about its times where it is a plan."""
    report = formats.check(paper, state=state, today=law_day)
    reading = plans.read(paper, state)
    spots = _spots(paper)
    form = tuple(_of_form(one) for one in report.findings)
    return (*form, *_cited(actor, reading, spots, law_day), *_doubts(reading, report, spots))


def _doubts(reading: Reading, report: Report, spots: Mapping[str, Spot]) -> Iterator[Found]:
    """What the reading doubts beside the faults of form."""
    said = outline.where(reading.outline)
    for one in formats.doubts_beside(reading, report):
        place = one.where or ""
        where = said.get(place, "") if place in said else ("" if place in spots else place)
        yield Found(one.code, one.severity, where, one.message, one.basis or "", spot=spots.get(place))


def _cited(actor: Actor, reading: Reading, spots: Mapping[str, Spot], law_day: date) -> Iterator[Found]:
    """Citations that the register does not simply confirm, each mention at its place."""
    cited = [one for one in reading.citations if one.role != "self"]
    judged = judge(actor, [one.citation for one in cited], law_day)
    for one, judgement in zip(cited, judged, strict=True):
        if severity := _weight(judgement.state, one.role):
            words = judgement.words or judgement.state_words
            yield Found(
                f"{_CITATIONS}{judgement.state}",
                severity,
                one.where,
                f"“{one.quote}”: {small_first(words)}",
                _CITING,
                spot=_narrowed(spots.get(one.place.provision), one.place),
            )


def _weight(state: str, role: str) -> Severity | None:
    """A basis that is not in force makes the paper wrong; what the register does not know is only to be looked up."""
    if state in (Judged.EXPIRED, Judged.NOT_YET):
        return Severity.ERROR if role == "basis" else Severity.WARNING
    return {Judged.DIFFERS: Severity.WARNING, Judged.UNKNOWN: Severity.NOTE}.get(Judged(state))


def _spots(paper: Paper) -> dict[str, Spot]:
    """Where each provision that is a paragraph stands: the outline counts those outside tables, p1, p2, …"""
    places = [(at, line) for at, line in enumerate(paper.body.lines()) if not line.table]
    return {
        f"p{number}": Spot(BODY, at, 0, len(line.paragraph.text))
        for number, (at, line) in enumerate(places, 1)
    }


def _narrowed(spot: Spot | None, place: Place) -> Spot | None:
    return replace(spot, start=place.start, end=place.end) if spot else None


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
