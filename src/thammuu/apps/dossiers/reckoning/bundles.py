"""A bundled step of a dossier and the parts it could be made of."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from thammuu.apps.dossiers.commands import NewStep
from thammuu.apps.dossiers.models import Step
from thammuu.apps.dossiers.reckoning.slack import as_planned
from thammuu_core.calendars import official_calendar
from thammuu_core.plans import parts as core
from thammuu_core.plans.model import WhenKind


def parts_of(step: Step, own_days: Mapping[str, int], today: date) -> tuple[tuple[NewStep, ...], str]:
    """The parts with the agency's own days, laid backwards from the step's last day; and why they do not fit.

    A step that has begun may use the days since; one that waits begins today at the earliest.
    """
    first = step.started_on or max(today, step.starts_on or today)
    found = core.parts_of(
        as_planned(step), official_calendar(), first=first, last=step.due_on, own_days=own_days
    )
    return tuple(_new(part) for part in found.parts), found.infeasible


def _new(part: core.StepPart) -> NewStep:
    return NewStep(
        part.text,
        kind=WhenKind.PERIOD if part.ends_on else WhenKind.UNDATED,
        starts_on=part.starts_on,
        ends_on=part.ends_on,
        activities=(part.activity,) if part.activity else (),
    )
