"""Where the days went: working days of a step booked to whoever had it. Pure: facts in, spans and sums out.

Before the start nobody has it; from a handing over on the next one; nobody after the end, until it is reopened.
A span (after, until] holds the working days after its first day up to and including its last, so that spans which
follow one another add up to the days between their outer ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from thammuu.apps.dossiers.models import Act
from thammuu.apps.dossiers.reckoning.histories import Recorded
from thammuu.apps.dossiers.reckoning.timing import working_days

_ENDS = (Act.FINISH, Act.SKIP, Act.DROP)


@dataclass(frozen=True, slots=True)
class Span:
    """From the end of one day to the end of another a step lay with one holder."""

    holder: str
    after: date
    until: date
    open: bool = False
    """Lies there still."""


@dataclass(frozen=True, slots=True)
class Booking:
    """What one holder had, over all steps."""

    holder: str
    days: int
    steps: tuple[str, ...]
    now: bool


def spans(facts: Sequence[Recorded], otherwise: str, today: date) -> tuple[Span, ...]:
    """The spans of one step up to today, by the days of its facts; `otherwise` had what nobody was named for."""
    found: list[Span] = []
    holder, since, over = otherwise, None, ""
    for fact in sorted(facts, key=lambda fact: fact.done_on):
        if since is not None and fact.done_on > since:
            found.append(Span(holder, since, fact.done_on))
            since = fact.done_on
        holder = fact.holder_words or holder
        since = _runs_since(fact, since, over)
        over = fact.act if fact.act in _ENDS else "" if fact.act == Act.REOPEN else over
    if since is not None:
        found.append(Span(holder, since, max(since, today), open=True))
    return tuple(found)


def _runs_since(fact: Recorded, since: date | None, over: str) -> date | None:
    """Since when the step runs after the fact; one that was skipped runs again only when it is begun again."""
    if fact.act == Act.START or (fact.act == Act.REOPEN and over == Act.FINISH):
        return fact.done_on
    return None if fact.act in _ENDS else since


def without(whole: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """The spans less the time that others took: a whole is booked only while none of its parts ran."""
    left = list(whole)
    for cut in taken:
        left = [piece for span in left for piece in _less(span, cut)]
    return tuple(left)


def booked(steps: Iterable[tuple[str, Iterable[Span]]]) -> tuple[Booking, ...]:
    """Sums by holder over labelled steps, the longest first; years without a calendar are not counted."""
    days: dict[str, int] = {}
    labels: dict[str, dict[str, None]] = {}
    now = set[str]()
    for label, found in steps:
        for span in found:
            days[span.holder] = days.get(span.holder, 0) + (working_days(span.after, span.until) or 0)
            labels.setdefault(span.holder, {})[label] = None
            if span.open:
                now.add(span.holder)
    rows = (Booking(holder, count, tuple(labels[holder]), holder in now) for holder, count in days.items())
    return tuple(sorted(rows, key=lambda row: (-row.days, row.holder)))


def _less(span: Span, cut: Span) -> list[Span]:
    if cut.until <= span.after or cut.after >= span.until:
        return [span]
    before = [Span(span.holder, span.after, cut.after)] if span.after < cut.after else []
    after = [Span(span.holder, cut.until, span.until, span.open)] if cut.until < span.until else []
    return before + after
