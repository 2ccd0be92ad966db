"""Every doubt about a plan, kind by kind."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thammuu_core.calendars import WorkingCalendar
from thammuu_core.errors import Problem
from thammuu_core.plans.doubts.dates import dates
from thammuu_core.plans.doubts.gaps import gaps
from thammuu_core.plans.doubts.order import order
from thammuu_core.plans.doubts.places import places
from thammuu_core.plans.model import Header, Step
from thammuu_core.provisions import Outline


def doubts(
    steps: Sequence[Step],
    header: Header,
    outline: Outline,
    where: Mapping[str, str],
    calendar: WorkingCalendar,
    state: str,
) -> tuple[Problem, ...]:
    """What is missing, what dates and order look wrong, where two places disagree; `state` is draft, submitted or issued."""
    return (
        *gaps(steps, header, state),
        *dates(steps, header, outline, calendar),
        *order(steps, calendar),
        *places(steps, outline, where),
    )
