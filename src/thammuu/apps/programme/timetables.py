"""An assignment laid out on the calendar by a template: what the preview shows, the dossier takes and the plan says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from thammuu.apps.organisations import clock, parameters
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.programme import access
from thammuu.apps.programme.commands import LayOut
from thammuu.apps.programme.models import Assignment, LaidTimetable, TemplateVersion
from thammuu.apps.programme.refusals import DayPassed, StepTooLong, StepTooShort
from thammuu_core.calendars import WorkingCalendar, official_calendar
from thammuu_core.schedules import (
    Need,
    Row,
    Template,
    TemplateStep,
    default_template,
    lay_back,
    needs,
    usual_days,
)

DEFAULT_NAME = "Bảy bước tham mưu ban hành kế hoạch"
"""The template that comes with the program."""


MOST_DAYS = 250
"""Working days of one step at most: those of a year."""


@dataclass(frozen=True, slots=True)
class LaidStep:
    """A step with its days; without a last day for one that waits to be asked for."""

    id: str
    title: str
    days: int
    least: int
    pieces: tuple[str, ...]
    """The pieces of work in it with their days."""
    first_day: date | None
    last_day: date | None
    slack: int | None
    condition: str
    owner: str
    activities: tuple[str, ...]
    after: tuple[str, ...] = ()

    def as_json(self) -> dict[str, object]:
        """What is kept of it."""
        return {
            "title": self.title,
            "days": self.days,
            "last_day": self.last_day.isoformat() if self.last_day else None,
            "condition": self.condition,
            "owner": self.owner,
        }


@dataclass(frozen=True, slots=True)
class Laid:
    """A whole timetable."""

    name: str
    version: TemplateVersion | None
    first_day: date
    due_on: date
    steps: tuple[LaidStep, ...]
    calendar: WorkingCalendar


def lay_out(actor: Actor, command: LayOut) -> Laid:
    """The timetable. Raises TooLittleTime, YearUnknown, DayPassed, StepTooLong, StepTooShort, and NotVisible for a foreign template."""
    if command.due_on < command.first_day:
        raise DayPassed(command.due_on, command.first_day)
    name, version, template = template_named(actor, command.template)
    own, calendar = parameters.own_days(actor.agency_id), official_calendar()
    days = dict(command.days) or usual_days(template, command.due_on, calendar, command.first_day, own)
    least = {need.step.id: need for need in needs(template, own)}
    _refuse_too_long(dict(command.days))
    _refuse_too_short(least, dict(command.days))
    timed = template.with_days(days)
    rows = lay_back(timed, command.due_on, calendar, start=command.first_day, own_days=own).rows
    steps = tuple(_step(row, step, least[step.id]) for row, step in zip(rows, timed.steps, strict=True))
    return Laid(name, version, command.first_day, command.due_on, steps, calendar)


def _refuse_too_long(days: dict[str, int]) -> None:
    """A slip of the finger would be counted backwards past all calendars."""
    for key, count in days.items():
        if count > MOST_DAYS:
            raise StepTooLong(key, count, MOST_DAYS)


def _refuse_too_short(least: dict[str, Need], days: dict[str, int]) -> None:
    """What waits for others takes the days of the working regulations; one's own work may be hurried."""
    for key, count in days.items():
        if key in least and count < least[key].floor:
            rules = "; ".join(
                f"{piece.title.lower()} {piece.days}: {piece.source}" for piece in least[key].fixed
            )
            raise StepTooShort(key, count, least[key].floor, rules or "mỗi bước một ngày")


def template_needs(actor: Actor, template: UUID | None) -> tuple[Need, ...]:
    """What each step needs by the agency's own days, for who must shorten something."""
    return needs(template_named(actor, template)[2], parameters.own_days(actor.agency_id))


def template_named(actor: Actor, uuid: UUID | None) -> tuple[str, TemplateVersion | None, Template]:
    """Name, newest version and steps of a template; None is the one that comes with the program. Raises NotVisible."""
    if uuid is None:
        return DEFAULT_NAME, None, default_template()
    version = access.seen_template(actor, uuid).versions.last()
    assert version is not None
    return version.name, version, template_of(version.steps)


def template_of(steps: list[dict[str, object]]) -> Template:
    """Kept steps as the core takes them, numbered in their order."""
    return Template(
        tuple(
            TemplateStep(
                str(number),
                str(step["title"]),
                tuple(step["durations"]),  # type: ignore[arg-type]
                str(step["condition"]) or None,
                str(step["owner"]),
            )
            for number, step in enumerate(steps, 1)
        )
    )


def mandate_of(assignment: Assignment) -> str:
    """By what it was assigned, in words: what a dossier and a plan's grounds begin with."""
    if assignment.letter:
        return _letter(assignment)
    if assignment.programme is None:
        return assignment.basis
    programme = assignment.programme
    place = f", mục {assignment.number}" if assignment.number else ""
    paper = _paper("Quyết định", programme.symbol, programme.issued_on, programme.issuer)
    return f"{paper} ban hành {programme.title}{place}" if programme.symbol else f"{programme.title}{place}"


def kept_steps(timetable: LaidTimetable) -> tuple[tuple[str, date | None, str, str], ...]:
    """(title, last day, condition, owner) of each step by which the dossier was made."""
    return tuple(
        (
            step["title"],
            date.fromisoformat(step["last_day"]) if step["last_day"] else None,
            step["condition"],
            step["owner"],
        )
        for step in timetable.steps
    )


def first_day_offered() -> date:
    """The working day on which work can begin: today, or the next."""
    today = clock.today()
    calendar = official_calendar()
    return calendar.next_working_day(date.fromordinal(today.toordinal() - 1))


def _letter(assignment: Assignment) -> str:
    letter = assignment.letter
    assert letter is not None
    paper = _paper("Công văn", letter.symbol, letter.issued_on, letter.issuer)
    return f"{paper} về việc {letter.subject}" if letter.subject else paper


def _paper(kind: str, symbol: str, day: date | None, issuer: str) -> str:
    words = f"{kind} số {symbol}" if symbol else f"{kind}"
    dated = f" ngày {day:%d/%m/%Y}" if day else ""
    return f"{words}{dated}{f' của {issuer}' if issuer else ''}"


def _step(row: Row, step: TemplateStep, need: Need) -> LaidStep:
    return LaidStep(
        id=step.id,
        title=step.title,
        days=row.minimum,
        least=need.days,
        pieces=tuple(f"{piece.title} {piece.days}" for piece in need.pieces),
        first_day=row.latest_start,
        last_day=row.latest_end,
        slack=row.slack,
        condition=step.condition or "",
        owner=step.owner,
        activities=tuple(kind.value for kind in row.activities),
        after=row.after,
    )
