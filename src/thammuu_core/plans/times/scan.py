"""Times with calendar words or a recurrence, found in one text: what `times` adds conditions and duration to."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from thammuu_core.plans.model import When, WhenKind
from thammuu_core.plans.times.moments import Moment, Unit, find_moments
from thammuu_core.plans.times.recurrences import Recurrence, find_recurrences, rule_on
from thammuu_core.plans.times.words import (
    AND,
    BY,
    CLAUSE_EDGE,
    CLOSED,
    DELIVERS,
    DONE,
    FORCE,
    FROM_NOW,
    MONEY,
    NAMED,
    NEXT_DUTY,
    ONWARDS,
    PROGRAMME,
    REVIEW,
    SENTENCE_EDGE,
    SETS,
    SINCE,
    STRICT,
    TARGET,
    THROUGHOUT,
    TO,
    TO_EVENT,
    TOLD,
    UNTIL,
    WITHIN,
)
from thammuu_core.text import fold_keep


@dataclass(frozen=True, slots=True)
class TimeContext:
    """What a time that leaves something out is completed from."""

    year: int | None = None
    """Year of the column head, or of the plan."""
    issued: date | None = None
    """The day "từ nay", "từ ngày ban hành" mean."""
    completion: bool = False
    """The column or label says "hoàn thành", "thời hạn": a single day is a deadline."""


@dataclass(frozen=True, slots=True)
class FoundTime:
    """A time and the words that say it: `text[start:end]`, in NFC."""

    start: int
    end: int
    when: When


def dated(text: str, context: TimeContext, *, stated: bool) -> Iterator[FoundTime]:
    """Times with calendar words or a recurrence."""
    scan = Scan(text, context, stated=stated)
    yield from scan.from_now()
    yield from scan.recurring()
    yield from scan.calendar()


_YEAR = 365
_FRAME = 4
"""Words that a time may take before its figures: "chậm nhất là ngày"."""
_NEAR = 160
"""Characters within which words of one clause are read together."""
_OF_THAT = re.compile(
    r"\b(?:cua|so\s+voi|ke\s+hoach|bao\s+cao|chuong\s+trinh|so\s+lieu|ky|tu|trong|ket\s+luan|thang|quy)$"
)


def _gap(recurrence: Recurrence, moment: Moment) -> int:
    """How many characters stand between the two."""
    return max(recurrence.start - moment.end, moment.start - recurrence.end)


class Scan:
    """One text being read; moments that a time has used are crossed off so that none counts twice."""

    def __init__(self, text: str, context: TimeContext, *, stated: bool) -> None:
        self.text = text
        self.folded = fold_keep(text)
        self.context = context
        self.stated = stated
        self.moments = find_moments(text)
        self.used: set[Moment] = set()
        self._frames = (
            (STRICT, self._strict),
            (BY, self._deadline),
            (UNTIL, self._deadline),
            (SINCE, self._since),
            (WITHIN, self._within),
        )
        self.edges = [0, *(match.end() for match in CLAUSE_EDGE.finditer(self.folded)), len(text) + 1]

    def found(self, start: int, end: int, when: When) -> FoundTime:
        """The time with the words of `start:end`."""
        words = self.text[start:end]
        lead = len(words) - len(words.lstrip())
        return FoundTime(start + lead, end, replace(when, as_written=words.strip()))

    def clause(self, at: int) -> tuple[int, int]:
        """The clause that `at` stands in."""
        index = bisect_right(self.edges, at)
        return self.edges[index - 1], min(self.edges[index], len(self.text))

    def before(self, at: int) -> str:
        """What stands before, within reach and in its clause; "Hạn cuối: 05/5" reaches over the colon."""
        start = self.clause(at)[0]
        if self.folded[max(0, start - 2) : start].startswith(":"):
            start = self.clause(max(0, start - 3))[0]
        return self.folded[max(start, at - 60) : at]

    def days(self, moment: Moment) -> tuple[date, date] | None:
        """First and last day, a missing year taken from the plan."""
        return moment.days(self.context.year)

    # -- "từ nay đến hết năm 2025" ------------------------------------------------------------------------------

    def from_now(self) -> Iterator[FoundTime]:
        """Periods that begin with the plan itself."""
        for match in FROM_NOW.finditer(self.folded):
            index = bisect_left(self.moments, match.end(), key=lambda moment: moment.start)
            moment = self.moments[index] if index < len(self.moments) else None
            if moment and moment.start - match.end() > 6:
                moment = None
            if match.group("event"):
                when = When("", WhenKind.PERIOD, start=self.context.issued, open_end=True)
                yield self.found(match.start(), match.end("event"), when)
            elif moment and (span := self.days(moment)):
                self.used.add(moment)
                if self.stated or moment.unit is not Unit.YEAR:
                    start = self.context.issued
                    start = start if start and start <= span[1] else None
                    yield self.found(match.start(), moment.end, When("", WhenKind.PERIOD, start, span[1]))

    # -- "hằng năm", "trước ngày 15 hằng tháng" -----------------------------------------------------------------

    def recurring(self) -> Iterator[FoundTime]:
        """Recurrences, each with the days near it that it falls on."""
        recurrences = find_recurrences(self.text)
        days: dict[Recurrence, list[Moment]] = {recurrence: [] for recurrence in recurrences}
        for moment in self.moments:
            low = bisect_left(recurrences, moment.start - 2 * _NEAR, key=lambda one: one.start)
            high = bisect_left(recurrences, moment.end + _NEAR, key=lambda one: one.start)
            fitting = [one for one in recurrences[low:high] if self._falls_on(one, moment)]
            if fitting:
                days[min(fitting, key=lambda one: _gap(one, moment))].append(moment)
        said = {(one.rule, self.clause(one.start)) for one in recurrences if days[one]}
        for recurrence in recurrences:
            yield from self._on_days(recurrence, days[recurrence])
            alone = (recurrence.rule, self.clause(recurrence.start)) not in said or any(
                NEXT_DUTY.match(self.folded, recurrence.end) and moment.start > recurrence.end
                for moment in days[recurrence]
            )
            if alone and self._stands_alone(recurrence):
                when = When("", WhenKind.RECURRING, recurrence=recurrence.rule)
                yield self.found(recurrence.start, recurrence.end, when)

    def _on_days(self, recurrence: Recurrence, moments: list[Moment]) -> Iterator[FoundTime]:
        for moment in moments:
            self.used.add(moment)
            yield self._each(recurrence, self._deadline_start(moment), moment)

    def _falls_on(self, recurrence: Recurrence, moment: Moment) -> bool:
        """A day without a year in the same clause, "hằng năm (trước ngày 15 tháng 11)"; a month right beside it."""
        between = sorted((moment.start, moment.end, recurrence.start, recurrence.end))[1:3]
        if (
            moment.year
            or FORCE.search(self.before(moment.start))
            or SENTENCE_EDGE.search(self.folded, *between)
        ):
            return False
        if moment.unit is not Unit.DAY:
            return moment.unit in (Unit.MONTH, Unit.QUARTER) and _gap(recurrence, moment) <= 2
        before = self.before(moment.start)
        said = not moment.bare or AND.search(before) or STRICT.search(before)
        return bool(said) and _gap(recurrence, moment) <= _NEAR

    def _deadline_start(self, moment: Moment) -> int:
        frame = STRICT.search(self.before(moment.start)) or BY.search(self.before(moment.start))
        return moment.start - (len(frame.group()) if frame else 0)

    def _each(self, recurrence: Recurrence, start: int, moment: Moment) -> FoundTime:
        strict = bool(STRICT.search(self.before(moment.start)))
        low, high = min(start, recurrence.start), max(moment.end, recurrence.end)
        if high - low > 60 or self._parted(recurrence, moment):
            low, high = start, moment.end
        elif "(" in self.folded[low:high] and ")" not in self.folded[low:high]:
            closing = self.folded.find(")", high, high + 40)
            high = closing + 1 if closing >= 0 else high
        rule = rule_on(recurrence.rule, moment)
        return self.found(low, high, When("", WhenKind.RECURRING, strict=strict, recurrence=rule))

    def _parted(self, recurrence: Recurrence, moment: Moment) -> bool:
        """Another duty, or the end of a bracket, stands between the recurrence and a day after it."""
        between = self.folded[recurrence.end : moment.start]
        return NEXT_DUTY.match(between) is not None or between.startswith("),")

    def _stands_alone(self, recurrence: Recurrence) -> bool:
        """In prose not where money or figures recur: "dự toán hằng năm", "tăng bình quân hằng năm"."""
        if self.stated or recurrence.periodic:
            return True
        start = self.clause(recurrence.start)[0]
        before = self.folded[max(start, recurrence.start - 120) : recurrence.start]
        return MONEY.search(before) is None or SETS.search(before) is not None

    # -- days, months, quarters, years --------------------------------------------------------------------------

    def calendar(self) -> Iterator[FoundTime]:
        """Spans and single moments that nothing else has used."""
        waiting = [moment for moment in self.moments if moment not in self.used]
        joined = False
        for moment, following in zip_longest(waiting, waiting[1:]):
            if joined:
                joined = False
                continue
            time = self._span(moment, following) if following and self._joins(moment, following) else None
            joined = time is not None
            time = time or self._single(moment)
            if time:
                yield time

    def _joins(self, left: Moment, right: Moment) -> bool:
        between = self.folded[left.end : right.start]
        if not TO.fullmatch(between):
            return False
        return between.strip() == "-" or bool(SINCE.search(self.before(left.start))) or not left.bare

    def _span(self, left: Moment, right: Moment) -> FoundTime | None:
        """From one moment to another; what the first leaves out it takes from the second."""
        if FORCE.search(self.before(left.start)):
            return None
        first = right.days(self.context.year)
        if left.lone_day:
            left = replace(left, month=right.month, last_month=right.last_month)
        year = left.year or right.year or self.context.year
        opening = left.days(year)
        if opening and first and not left.year and opening[0] > first[1] and year:
            opening = left.days(year - 1)
        if not (opening and first and opening[0] <= first[1]) or (left.programme and not self.stated):
            return None
        if not self.stated and self._is_history(right, first):
            return None
        frame = SINCE.search(self.before(left.start))
        start = left.start - (len(frame.group()) if frame else 0)
        return self.found(start, right.end, When("", WhenKind.PERIOD, opening[0], first[1]))

    def _single(self, moment: Moment) -> FoundTime | None:
        span = self.days(moment)
        before = self.before(moment.start)
        if (
            span is None
            or FORCE.search(before)
            or (not self.stated and (self._told(moment) or self._is_history(moment, span)))
        ):
            return None
        onwards = ONWARDS.match(self.folded, moment.end)
        if not onwards and SINCE.search(before):
            onwards = TO_EVENT.match(self.folded, moment.end)
        if onwards:
            return self._onwards(moment, span, onwards.end())
        for frame, reading in self._frames:
            match = frame.search(before)
            if match:
                when = reading(moment, span)
                start = moment.start - len(before) + match.start()
                return self.found(start, moment.end, when) if when else None
        return self._unframed(moment, span)

    def _onwards(self, moment: Moment, span: tuple[date, date], end: int) -> FoundTime | None:
        in_brackets = THROUGHOUT.search(self.before(moment.start)) and CLOSED.match(self.folded, end)
        if moment.unit is Unit.YEAR and not (self.stated or in_brackets):
            return None
        frame = SINCE.search(self.before(moment.start))
        start = moment.start - (len(frame.group()) if frame else 0)
        return self.found(start, end, When("", WhenKind.PERIOD, span[0], open_end=True))

    def _strict(self, moment: Moment, span: tuple[date, date]) -> When | None:
        """ "trước tháng 6" is over when June begins: its first day is the D that is left out."""
        return None if self._is_target_year(moment) else When("", WhenKind.DEADLINE, end=span[0], strict=True)

    def _deadline(self, moment: Moment, span: tuple[date, date]) -> When | None:
        """ "đến hết năm 2026" in prose is a target, unless something is to be finished by then."""
        if self._is_target_year(moment) or (
            self._is_prose_year(moment) and not (self._done(moment) or self._delivers(moment))
        ):
            return None
        return When("", WhenKind.DEADLINE, end=span[1])

    def _within(self, moment: Moment, span: tuple[date, date]) -> When | None:
        if self._done(moment) and moment.unit is not Unit.DAY:
            return self._deadline(moment, span)
        if self._is_prose_year(moment) and not self._reviews(moment):
            return None
        return self._period(moment, span)

    def _since(self, moment: Moment, span: tuple[date, date]) -> When | None:
        if moment.unit is Unit.MONTH and moment.month != moment.last_month:
            return self._period(moment, span)  # "từ tháng 3 đến tháng 5" is one moment
        if self._is_prose_year(moment) or (self._is_past(moment, span) and not self.stated):
            return None
        return When("", WhenKind.PERIOD, span[0], open_end=True)

    def _is_prose_year(self, moment: Moment) -> bool:
        return moment.unit is Unit.YEAR and not self.stated

    def _is_target_year(self, moment: Moment) -> bool:
        return self._is_prose_year(moment) and self._target(moment)

    def _done(self, moment: Moment) -> bool:
        """The clause speaks of finishing before it comes to the moment."""
        return bool(
            DONE.search(self.folded, max(self.clause(moment.start)[0], moment.start - 120), moment.start)
        )

    def _delivers(self, moment: Moment) -> bool:
        """The clause sets up a thing and then says by what year; a programme's or a target's years are none."""
        start = self._around(moment)[0]
        start = max(start, self.folded.rfind(";", start, moment.start) + 1)
        thing = DELIVERS.search(self.folded, start, moment.start)
        closes = re.match(r"\W*(?:$|\n|;)", self.folded[moment.end : moment.end + 8])
        return bool(
            thing
            and closes
            and not moment.bare
            and not PROGRAMME.search(self.folded, thing.start(), moment.start)
        )

    def _reviews(self, moment: Moment) -> bool:
        """The year in which the plan is looked back upon; the plan's own year may be what is summed up."""
        later = bool(moment.year and self.context.year and moment.year > self.context.year)
        return later and bool(REVIEW.search(self.before(moment.start)))

    def _closes_in_brackets(self, moment: Moment) -> bool:
        """Years in brackets at the end of a duty; after the name of a programme they belong to the name."""
        before = self.before(moment.start)
        opening = THROUGHOUT.search(before)
        return bool(
            opening
            and moment.unit is Unit.YEAR
            and not moment.programme
            and not (moment.bare and moment.last_year == moment.year)
            and CLOSED.match(self.folded, moment.end)
            and not NAMED.search(self.text[: moment.start - len(opening.group())][-_NEAR:])
        )

    def _told(self, moment: Moment) -> bool:
        """The clause tells what has happened."""
        return bool(TOLD.search(self.folded, *self._around(moment)))

    def _is_history(self, moment: Moment, span: tuple[date, date]) -> bool:
        """Years gone by inside a sentence say who or what is meant: "người tham gia trước ngày 30/4/1975"."""
        issued = self.context.issued
        gone = issued is not None and (issued - span[1]).days > _YEAR
        start = self._around(moment)[0]
        return gone and len(self.folded[start : moment.start].split()) > _FRAME

    def _is_past(self, moment: Moment, span: tuple[date, date]) -> bool:
        """A day before the document tells what happened then."""
        issued = self.context.issued
        return moment.unit is Unit.DAY and issued is not None and span[1] < issued

    def _around(self, moment: Moment) -> tuple[int, int]:
        """Its clause, as far as it is near."""
        start, end = self.clause(moment.start)
        return max(start, moment.start - _NEAR), min(end, moment.end + _NEAR)

    def _target(self, moment: Moment) -> bool:
        return bool(TARGET.search(self.folded, *self._around(moment)))

    def _period(self, moment: Moment, span: tuple[date, date]) -> When:
        if moment.unit is not Unit.DAY or span[0] != span[1]:
            return When("", WhenKind.PERIOD, *span)
        if self.context.completion:
            return When("", WhenKind.DEADLINE, end=span[1])
        return When("", WhenKind.POINT, *span)

    def _unframed(self, moment: Moment, span: tuple[date, date]) -> FoundTime | None:
        """No word before it says how it binds: in prose a month or quarter that opens a clause or stands in brackets."""
        if self.stated:
            finished = self._done(moment) and moment.unit is not Unit.DAY
            when = When("", WhenKind.DEADLINE, end=span[1]) if finished else self._period(moment, span)
            return self.found(moment.start, moment.end, when)
        if self._closes_in_brackets(moment) or (not moment.bare and self._reviews(moment)):
            return self.found(moment.start, moment.end, self._period(moment, span))
        if moment.bare or moment.unit is Unit.YEAR:
            return None
        start, end = self._around(moment)
        before = self.folded[start : moment.start].strip(" -+,(")
        opens = not before or self.folded[max(0, moment.start - 9) : moment.start].rstrip().endswith("(")
        after = self.folded[moment.end : end].strip(" .;:,)")
        if self._is_past(moment, span):
            return None
        if opens and re.match(r"\s*(?:[:,.;)]|to\s+chuc|$)", self.folded[moment.end : moment.end + 12]):
            return self.found(moment.start, moment.end, self._period(moment, span))
        if (
            after
            or not moment.year
            or moment.unit is Unit.DAY
            or self._target(moment)
            or _OF_THAT.search(before)
        ):
            return None
        # "… trình UBND tỉnh Quý II/2026." closes its clause, and names its year.
        done = When("", WhenKind.DEADLINE, end=span[1])
        return self.found(
            moment.start, moment.end, done if self._done(moment) else self._period(moment, span)
        )
