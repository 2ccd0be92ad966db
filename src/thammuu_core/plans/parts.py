"""A bundled step ("lấy ý kiến; tổng hợp; tiếp thu, chỉnh sửa") taken apart: send, wait, gather, revise, each with days.

The parts are those of the work that the step needs (`durations`), in the order in which its words name it, laid
backwards from the step's last day; together they take exactly its minimum.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from thammuu_core.calendars import WorkingCalendar, YearUnknown
from thammuu_core.plans.durations import Duration, durations, needed_for
from thammuu_core.plans.model import ActivityKind, Step
from thammuu_core.plans.steps.activities import described
from thammuu_core.text import fold
from thammuu_core.text.tables import rows


@dataclass(frozen=True, slots=True)
class StepPart:
    """One part of a step: working days from `starts_on` to `ends_on`, both included; None where they do not fit."""

    text: str
    activity: ActivityKind | None
    days: int
    starts_on: date | None = None
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts in order, and why they have no days."""

    parts: tuple[StepPart, ...]
    infeasible: str = ""

    @property
    def minimum(self) -> int:
        """Working days that they take together."""
        return sum(part.days for part in self.parts)


def is_bundled(step: Step, own_days: Mapping[str, int] | None = None) -> bool:
    """Whether the step is more than one piece of work."""
    return len(_pieces(step, own_days)) > 1


def parts_of(
    step: Step,
    calendar: WorkingCalendar,
    *,
    first: date | None,
    last: date | None,
    own_days: Mapping[str, int] | None = None,
) -> Parts:
    """The parts of the step inside its window: not before `first`, done on `last`, the last day in time.

    Without a last day they have no days; where they do not fit they have none either, and the reason says so.
    """
    pieces = _pieces(step, own_days)
    if last is None:
        return Parts(pieces)
    try:
        laid = _laid(pieces, last, calendar)
        begins = next((part.starts_on for part in laid if part.starts_on), None)
        if first is None or begins is None or begins >= first:
            return Parts(laid)
        needed = sum(part.days for part in pieces)
        there = max(0, calendar.working_days_between(first, last) + calendar.is_working_day(first))
    except YearUnknown as unknown:
        return Parts(pieces, unknown.message)
    return Parts(pieces, _too_little(needed, there, first, last))


def _too_little(needed: int, there: int, first: date, last: date) -> str:
    return (
        f"Từ {first:%d/%m/%Y} đến hết {last:%d/%m/%Y} chỉ có {there} ngày làm việc, các việc thành phần cần ít nhất "
        f"{needed}; hãy rút ngắn từng việc, bắt đầu sớm hơn hoặc xin gia hạn."
    )


def _laid(pieces: tuple[StepPart, ...], last: date, calendar: WorkingCalendar) -> tuple[StepPart, ...]:
    """From the last day backwards, each on the working days just before the next one; no time, no days."""
    found: list[StepPart] = []
    end = calendar.on_or_before(last)
    for piece in reversed(pieces):
        if piece.days == 0:
            found.append(piece)
            continue
        start = calendar.add_working_days(end, 1 - piece.days) if piece.days > 1 else end
        found.append(StepPart(piece.text, piece.activity, piece.days, start, end))
        end = calendar.previous_working_day(start)
    return tuple(reversed(found))


def _pieces(step: Step, own_days: Mapping[str, int] | None) -> tuple[StepPart, ...]:
    known = step if step.activities else described(step)
    folded = fold(known.text)
    return tuple(
        part for duration in _in_order(known, durations(own_days)) for part in _shared(duration, folded)
    )


def _in_order(step: Step, usual: tuple[Duration, ...]) -> list[Duration]:
    """The work as the words name it; what one activity needs stays together, in the order of the table.

    "Trình … ban hành" names one act at two places, and what is issued was submitted before.
    """
    places = {activity.kind: place for place, activity in reversed(list(enumerate(step.activities)))}
    if ActivityKind.SUBMISSION in places and ActivityKind.ISSUANCE in places:
        later = max(places[ActivityKind.SUBMISSION], places[ActivityKind.ISSUANCE])
        places[ActivityKind.SUBMISSION] = places[ActivityKind.ISSUANCE] = later
    needed = needed_for(step, usual)
    kinds = {duration.key: _activity(duration) for duration in needed}
    return sorted(needed, key=lambda duration: places.get(kinds[duration.key], len(places)))


def _activity(duration: Duration) -> ActivityKind:
    """The activity of a piece of work; waiting inside the own agency has none of its own but is consultation."""
    return duration.activity or ActivityKind.CONSULTATION


def _shared(duration: Duration, folded: str) -> Iterator[StepPart]:
    """The parts of one piece of work that the words ask for, with its days divided among them, the rest to the last."""
    shares = [share for share in _table()[duration.key] if share.says(folded)]
    if len(shares) < 2 or duration.days < len(shares):
        whole = shares[0] if len(shares) == 1 else _whole(duration)
        yield StepPart(whole.text, _activity(duration), duration.days)
        return
    days, rest = divmod(duration.days, len(shares))
    for place, share in enumerate(shares, start=1):
        yield StepPart(share.text, _activity(duration), days + (rest if place == len(shares) else 0))


@dataclass(frozen=True, slots=True)
class _Share:
    """A row of the table."""

    text: str
    asked_by: re.Pattern[str] | None
    is_whole: bool
    """Stands for all of the work, where it is not divided."""

    def says(self, folded: str) -> bool:
        return not self.is_whole and (self.asked_by is None or bool(self.asked_by.search(folded)))


def _whole(duration: Duration) -> _Share:
    shares = _table()[duration.key]
    return next((share for share in shares if share.is_whole), shares[0])


@cache
def _table() -> Mapping[str, tuple[_Share, ...]]:
    found: dict[str, list[_Share]] = {}
    for row in rows("thammuu_core.plans", "parts.tsv"):
        pattern = re.compile(rf"\b(?:{row['when']})\b") if row["when"] else None
        found.setdefault(row["key"], []).append(_Share(row["text"], pattern, bool(row["whole"])))
    return {key: tuple(shares) for key, shares in found.items()}
