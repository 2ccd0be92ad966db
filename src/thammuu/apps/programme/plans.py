"""The unit's own plan, drafted from the timetable of an assignment."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thammuu.apps.dossiers.reckoning.rules import includes_named_day
from thammuu.apps.organisations import clock
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.models import Agency
from thammuu.apps.organisations.queries import agency_name
from thammuu.apps.organisations.refusals import NotVisible
from thammuu.apps.programme import access
from thammuu.apps.programme.commands import LayOut
from thammuu.apps.programme.models import Assignment
from thammuu.apps.programme.timetables import kept_steps, lay_out, mandate_of
from thammuu_core.calendars import official_calendar
from thammuu_core.compositions import PlannedStep, UnitPlan, unit_plan
from thammuu_core.rendering import Document
from thammuu_core.schedules import deadline

Kept = tuple[str, date | None, str, str]
"""(title, last day, condition, owner)."""


@dataclass(frozen=True, slots=True)
class DraftPlan:
    """A document with the name for its file."""

    document: Document
    name: str


def drafted(actor: Actor, assignment: UUID) -> DraftPlan:
    """The plan by which its dossier was laid out. Raises NotVisible, also where no dossier was."""
    row = access.seen_assignment(actor, assignment)
    if not hasattr(row, "timetable"):
        raise NotVisible
    return _plan(row, kept_steps(row.timetable))


def previewed(actor: Actor, assignment: UUID, command: LayOut) -> DraftPlan:
    """The plan of a timetable that is only looked at yet. Raises what `lay_out` raises."""
    row = access.assignment_to_open(actor, assignment)
    steps = lay_out(actor, command).steps
    return _plan(row, tuple((step.title, step.last_day, step.condition, step.owner) for step in steps))


def _plan(row: Assignment, steps: tuple[Kept, ...]) -> DraftPlan:
    today = clock.today()
    agency = Agency.objects.select_related("parent").get(pk=row.agency_id)
    name = agency_name(agency, today)
    parent = agency_name(agency.parent, today) if agency.parent else ""
    short = next((one.abbreviation for one in agency.names.order_by("-pk") if one.abbreviation), "")
    literal = not includes_named_day(row.agency_id)
    lead = str(row.lead_unit or row.lead_words or name)
    mandate = mandate_of(row)
    plan = UnitPlan(
        agency=name,
        parent=parent,
        abbreviation=short,
        place=agency.place,
        day=today,
        outcome=row.text.rstrip(" ."),
        issuer=row.submitted_to or parent or name,
        lead=lead,
        steps=tuple(_step(one, lead, literal) for one in steps),
        coordinating=tuple(row.coordinating),
        bases=(mandate,) if mandate else (),
        recipients=_recipients(parent),
        filed=_filed(row),
    )
    return DraftPlan(unit_plan(plan), f"Ke-hoach-du-thao-{row.number or row.pk}.docx")


def _step(kept: Kept, lead: str, literal: bool) -> PlannedStep:
    title, last_day, condition, owner = kept
    when = deadline(last_day, official_calendar(), literal=literal) if last_day else None
    return PlannedStep(title, when, condition, owner if owner != lead else "")


def _recipients(parent: str) -> tuple[str, ...]:
    """To whom it is reported, who does it."""
    reported = (f"{parent} (báo cáo)",) if parent else ()
    return (*reported, "Lãnh đạo cơ quan", "Các phòng, đơn vị")


def _filed(row: Assignment) -> str:
    unit = row.lead_unit
    return f"VT{f', {unit.abbreviation}' if unit and unit.abbreviation else ''}"
