"""Times with calendar words or a recurrence, found in one text: what `times` adds conditions and duration to."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import zip_longest

from thammuu_core.plans.model import When, WhenKind
from thammuu_core.plans.times.clauses import NEAR, Clauses, TimeContext
from thammuu_core.plans.times.moments import Moment, Unit, find_moments
from thammuu_core.plans.times.recurrences import Recurrence, find_recurrences, rule_on
from thammuu_core.plans.times.words import (
    AND,
    BY,
    CLOSED,
    FORCE,
    FROM_NOW,
    MONEY,
    NEXT_DUTY,
    ONWARDS,
    SENTENCE_EDGE,
    SETS,
    SINCE,
    STRICT,
    THROUGHOUT,
    TO,
    TO_EVENT,
    UNTIL,
    WITHIN,
)


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
        self.words = Clauses(text, context)
        self.folded = self.words.folded
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

    def found(self, start: int, end: int, when: When) -> FoundTime:
        """The time with the words of `start:end`."""
        words = self.text[start:end]
        lead = len(words) - len(words.lstrip())
        return FoundTime(start + lead, end, replace(when, as_written=words.strip()))

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
            low = bisect_left(recurrences, moment.start - 2 * NEAR, key=lambda one: one.start)
            high = bisect_left(recurrences, moment.end + NEAR, key=lambda one: one.start)
            fitting = [one for one in recurrences[low:high] if self._falls_on(one, moment)]
            if fitting:
                days[min(fitting, key=lambda one: _gap(one, moment))].append(moment)
        said = {(one.rule, self.words.clause(one.start)) for one in recurrences if days[one]}
        for recurrence in recurrences:
            yield from self._on_days(recurrence, days[recurrence])
            alone = (recurrence.rule, self.words.clause(recurrence.start)) not in said or any(
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
            or FORCE.search(self.words.before(moment.start))
            or SENTENCE_EDGE.search(self.folded, *between)
        ):
            return False
        if moment.unit is not Unit.DAY:
            return moment.unit in (Unit.MONTH, Unit.QUARTER) and _gap(recurrence, moment) <= 2
        before = self.words.before(moment.start)
        said = not moment.bare or AND.search(before) or STRICT.search(before)
        return bool(said) and _gap(recurrence, moment) <= NEAR

    def _deadline_start(self, moment: Moment) -> int:
        frame = STRICT.search(self.words.before(moment.start)) or BY.search(self.words.before(moment.start))
        return moment.start - (len(frame.group()) if frame else 0)

    def _each(self, recurrence: Recurrence, start: int, moment: Moment) -> FoundTime:
        strict = bool(STRICT.search(self.words.before(moment.start)))
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
        start = self.words.clause(recurrence.start)[0]
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
            if time and time.when.end and not self.stated and self.words.is_history(moment, time.when.end, 0):
                continue
            time = time or self._single(moment)
            if time:
                yield time

    def _joins(self, left: Moment, right: Moment) -> bool:
        between = self.folded[left.end : right.start]
        if not TO.fullmatch(between):
            return False
        return between.strip() == "-" or bool(SINCE.search(self.words.before(left.start))) or not left.bare

    def _span(self, left: Moment, right: Moment) -> FoundTime | None:
        """From one moment to another; what the first leaves out it takes from the second."""
        if FORCE.search(self.words.before(left.start)):
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
        frame = SINCE.search(self.words.before(left.start))
        start = left.start - (len(frame.group()) if frame else 0)
        return self.found(start, right.end, When("", WhenKind.PERIOD, opening[0], first[1]))

    def _single(self, moment: Moment) -> FoundTime | None:
        span = self.days(moment)
        before = self.words.before(moment.start)
        if (
            span is None
            or FORCE.search(before)
            or (not self.stated and (self.words.tells(moment) or self.words.is_history(moment, span[1])))
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
        in_brackets = THROUGHOUT.search(self.words.before(moment.start)) and CLOSED.match(self.folded, end)
        if moment.unit is Unit.YEAR and not (self.stated or in_brackets):
            return None
        frame = SINCE.search(self.words.before(moment.start))
        start = moment.start - (len(frame.group()) if frame else 0)
        return self.found(start, end, When("", WhenKind.PERIOD, span[0], open_end=True))

    def _strict(self, moment: Moment, span: tuple[date, date]) -> When | None:
        """ "trước tháng 6" is over when June begins: its first day is the D that is left out."""
        return None if self._is_target_year(moment) else When("", WhenKind.DEADLINE, end=span[0], strict=True)

    def _deadline(self, moment: Moment, span: tuple[date, date]) -> When | None:
        """ "đến hết năm 2026" in prose is a target, unless something is to be finished by then."""
        if self._is_target_year(moment) or (
            self._is_prose_year(moment)
            and not (self.words.is_finishing(moment) or self.words.delivers(moment))
        ):
            return None
        return When("", WhenKind.DEADLINE, end=span[1])

    def _within(self, moment: Moment, span: tuple[date, date]) -> When | None:
        if self.words.is_finishing(moment) and moment.unit is not Unit.DAY:
            return self._deadline(moment, span)
        if self._is_prose_year(moment) and not self.words.reviews(moment):
            return None
        return self._period(moment, span)

    def _since(self, moment: Moment, span: tuple[date, date]) -> When | None:
        if moment.unit is Unit.MONTH and moment.month != moment.last_month:
            return self._period(moment, span)  # "từ tháng 3 đến tháng 5" is one moment
        if moment.unit is Unit.YEAR and moment.year != moment.last_year and self.stated:
            return self._period(moment, span)  # so is "từ năm 2027 đến năm 2030"
        if self._is_prose_year(moment) or (self.words.is_past(moment, span) and not self.stated):
            return None
        return When("", WhenKind.PERIOD, span[0], open_end=True)

    def _is_prose_year(self, moment: Moment) -> bool:
        return moment.unit is Unit.YEAR and not self.stated

    def _is_target_year(self, moment: Moment) -> bool:
        return self._is_prose_year(moment) and self.words.is_target(moment)

    def _period(self, moment: Moment, span: tuple[date, date]) -> When:
        if moment.unit is not Unit.DAY or span[0] != span[1]:
            return When("", WhenKind.PERIOD, *span)
        if self.context.completion:
            return When("", WhenKind.DEADLINE, end=span[1])
        return When("", WhenKind.POINT, *span)

    def _unframed(self, moment: Moment, span: tuple[date, date]) -> FoundTime | None:
        """No word before it says how it binds: in prose a month or quarter that opens a clause or stands in brackets."""
        if self.stated:
            finished = self.words.is_finishing(moment) and moment.unit is not Unit.DAY
            when = When("", WhenKind.DEADLINE, end=span[1]) if finished else self._period(moment, span)
            return self.found(moment.start, moment.end, when)
        if self.words.heads_duty(moment):
            return self.found(moment.start, moment.end, self._period(moment, span))
        if self.words.closes_in_brackets(moment) or (not moment.bare and self.words.reviews(moment)):
            return self.found(moment.start, moment.end, self._period(moment, span))
        if moment.bare or moment.unit is Unit.YEAR:
            return None
        start, end = self.words.around(moment)
        before = self.folded[start : moment.start].strip(" -+,(")
        opens = not before or self.folded[max(0, moment.start - 9) : moment.start].rstrip().endswith("(")
        after = self.folded[moment.end : end].strip(" .;:,)")
        if self.words.is_past(moment, span):
            return None
        if opens and re.match(r"\s*(?:[:,.;)]|to\s+chuc|$)", self.folded[moment.end : moment.end + 12]):
            return self.found(moment.start, moment.end, self._period(moment, span))
        if (
            after
            or not moment.year
            or moment.unit is Unit.DAY
            or self.words.is_target(moment)
            or _OF_THAT.search(before)
        ):
            return None
        # "… trình UBND tỉnh Quý II/2026." closes its clause, and names its year.
        done = When("", WhenKind.DEADLINE, end=span[1])
        return self.found(
            moment.start, moment.end, done if self.words.is_finishing(moment) else self._period(moment, span)
        )
