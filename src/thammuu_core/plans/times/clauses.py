"""What the clause around calendar words says of them: a target, a review, something told, something to be finished."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date

from thammuu_core.plans.times.moments import Moment, Unit
from thammuu_core.plans.times.words import (
    CLAUSE_EDGE,
    CLOSED,
    COLON,
    DELIVERS,
    DONE,
    NAMED,
    PROGRAMME,
    REVIEW,
    TARGET,
    THROUGHOUT,
    TOLD,
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


_FRAME = 4
"""Words that a time may take before its figures: "chậm nhất là ngày"."""
NEAR = 160
"""Characters within which words of one clause are read together."""


class Clauses:
    """A text cut into clauses, and what each says of a moment in it."""

    def __init__(self, text: str, context: TimeContext) -> None:
        self.text = text
        self.folded = fold_keep(text)
        self.context = context
        self.edges = [0, *(match.end() for match in CLAUSE_EDGE.finditer(self.folded)), len(text) + 1]

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

    def around(self, moment: Moment) -> tuple[int, int]:
        """Its clause, as far as it is near."""
        start, end = self.clause(moment.start)
        return max(start, moment.start - NEAR), min(end, moment.end + NEAR)

    def is_finishing(self, moment: Moment) -> bool:
        """The clause speaks of finishing before it comes to the moment."""
        return bool(
            DONE.search(self.folded, max(self.clause(moment.start)[0], moment.start - 120), moment.start)
        )

    def delivers(self, moment: Moment) -> bool:
        """The clause sets up a thing and then says by what year; a programme's or a target's years are none."""
        start = self.around(moment)[0]
        start = max(start, self.folded.rfind(";", start, moment.start) + 1)
        thing = DELIVERS.search(self.folded, start, moment.start)
        closes = re.match(r"\W*(?:$|\n|;)", self.folded[moment.end : moment.end + 8])
        return bool(
            thing
            and closes
            and not moment.bare
            and not PROGRAMME.search(self.folded, thing.start(), moment.start)
        )

    def reviews(self, moment: Moment) -> bool:
        """The year in which the plan is looked back upon; the plan's own year may be what is summed up."""
        later = bool(moment.year and self.context.year and moment.year > self.context.year)
        return later and bool(REVIEW.search(self.before(moment.start)))

    def closes_in_brackets(self, moment: Moment) -> bool:
        """Years in brackets at the end of a duty; after the name of a programme they belong to the name."""
        before = self.before(moment.start)
        opening = THROUGHOUT.search(before)
        at = moment.start - len(opening.group()) if opening else 0
        return bool(
            opening
            and moment.unit is Unit.YEAR
            and not moment.programme
            and not (moment.bare and moment.last_year == moment.year)
            and CLOSED.match(self.folded, moment.end)
            and not NAMED.search(self.text[max(0, at - NEAR) : at])
        )

    def heads_duty(self, moment: Moment) -> bool:
        """The years open the text, and a sentence follows: "Giai đoạn 2022-2025: Phòng A …"; a figure is a target."""
        if moment.unit is not Unit.YEAR or moment.bare or self.folded[: moment.start].strip(" -+*"):
            return False
        colon = COLON.match(self.folded, moment.end)
        return colon is not None and self.text[colon.end()].isupper() and not self.is_target(moment)

    def tells(self, moment: Moment) -> bool:
        """The clause tells what has happened."""
        return bool(TOLD.search(self.folded, *self.around(moment)))

    def is_history(self, moment: Moment, last_day: date, years: int = 1) -> bool:
        """Days gone by inside a sentence say who or what is meant: "người tham gia trước ngày 30/4/1975".

        A deadline that is only just over may be a slip, and is kept; a period that is over (`years` 0) tells.
        """
        issued = self.context.issued
        if issued is None or (issued - last_day).days <= years * 365:
            return False
        return len(self.folded[self.around(moment)[0] : moment.start].split()) > _FRAME

    def is_past(self, moment: Moment, span: tuple[date, date]) -> bool:
        """A day before the document tells what happened then."""
        issued = self.context.issued
        return moment.unit is Unit.DAY and issued is not None and span[1] < issued

    def is_target(self, moment: Moment) -> bool:
        """The clause sets a target."""
        return bool(TARGET.search(self.folded, *self.around(moment)))
