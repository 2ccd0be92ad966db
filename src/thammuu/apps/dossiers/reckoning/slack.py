"""How long each step of a dossier may still wait: the core's passes over what is planned and what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from thammuu.apps.dossiers.models import OVER, Step
from thammuu.apps.dossiers.reckoning.timing import working_days
from thammuu_core.calendars import official_calendar
from thammuu_core.plans import model as plans
from thammuu_core.plans.dues import WITHOUT_END
from thammuu_core.plans.durations import Duration, durations, needed_for
from thammuu_core.schedules.passes import Task, in_order, slack, windows


def slacks(
    steps: Sequence[Step], after: Mapping[int, Sequence[int]], own_days: Mapping[str, int], today: date
) -> dict[int, int | None]:
    """For each unfinished step (by its id) the working days by which it may end later than it can at best.

    What is done stands on its day; what runs needs what is left of its minimum; what waits begins today at the
    earliest. Negative: a last day is missed even so. `after` tells by ids what a step waits for.
    """
    calendar = official_calendar()
    usual = durations(own_days)
    links = _links(steps, after)
    ordered, _ = in_order([_task(step, links, usual, today) for step in steps])
    found = windows(ordered, calendar, today)
    return {step.pk: None if step.state in OVER else slack(found[str(step.pk)], calendar) for step in steps}


def as_planned(step: Step) -> plans.Step:
    """The step as the core knows steps: what of it says how much time it needs."""
    return plans.Step(
        id=str(step.pk),
        where=step.where,
        text=step.text,
        when=plans.When(
            step.when_as_written,
            plans.WhenKind(step.when_kind),
            start=step.starts_on,
            end=step.ends_on,
            strict=step.strict,
        ),
        activities=tuple(_activity(one) for one in step.activities),
    )


def _activity(one: Mapping[str, object]) -> plans.Activity:
    audience = one.get("audience")
    names = tuple(map(str, audience)) if isinstance(audience, list) else ()
    return plans.Activity(plans.ActivityKind(str(one["kind"])), audience=names)


@dataclass(frozen=True, slots=True)
class _Links:
    """What each step waits for, and which are wholes whose time is that of their parts; by ids."""

    after: dict[int, tuple[str, ...]]
    wholes: frozenset[int]


def _links(steps: Sequence[Step], waits_for: Mapping[int, Sequence[int]]) -> _Links:
    """A whole waits for its parts, a part for what its whole waits for."""
    after = {step.pk: tuple(map(str, waits_for.get(step.pk, ()))) for step in steps}
    parts = [step for step in steps if step.parent_id]
    own = dict(after)
    for part in parts:
        after[part.pk] += own.get(part.parent_id or 0, ())
        after[part.parent_id or 0] = (*after.get(part.parent_id or 0, ()), str(part.pk))
    return _Links(after, frozenset(part.parent_id or 0 for part in parts))


def _task(step: Step, links: _Links, usual: tuple[Duration, ...], today: date) -> Task:
    if step.finished_on is not None:
        return Task(str(step.pk), 0, not_before=step.finished_on + timedelta(days=1))
    if step.state in OVER:
        return Task(str(step.pk), 0)
    minimum = 0 if step.pk in links.wholes else _left_to_do(step, usual, today)
    return Task(str(step.pk), minimum, links.after[step.pk], step.starts_on, step.due_on)


def _left_to_do(step: Step, usual: tuple[Duration, ...], today: date) -> int:
    """What is left of the minimum of a step that runs; a step without an end of its own bounds nothing."""
    if step.when_kind in WITHOUT_END:
        return 0
    minimum = sum(duration.days for duration in needed_for(as_planned(step), usual))
    if step.started_on is None:
        return minimum
    return max(0, minimum - (working_days(step.started_on, today) or 0))
