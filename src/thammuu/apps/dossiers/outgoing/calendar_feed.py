"""The due days of an officer's own steps as an iCalendar feed (RFC 5545): all-day events that keep their names.

A step keeps its UID for good; its version is the SEQUENCE, so that a calendar moves the event when the day moves.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from heapq import nsmallest
from typing import Any

from django.db.models import Max

from thammuu.apps.dossiers.lists.own import own_steps
from thammuu.apps.dossiers.models import Step
from thammuu.apps.dossiers.outgoing.content_lines import content, line, text
from thammuu.apps.organisations.actors import Actor

MOST = 1000
"""Events in one feed, the most urgent first; telephones give up on more."""
_HEAD = (
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Tham muu//Viec cua toi//VI",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
)


def feed_of(actor: Actor) -> bytes:
    """The feed, as a calendar program fetches it."""
    events = (told for step in _urgent(actor) for told in _event(step))
    name = line("X-WR-CALNAME", text(f"Việc của {actor.name}"))
    return content((*_HEAD, name, *events, "END:VCALENDAR"))


def _urgent(actor: Actor) -> list[Any]:
    """The steps with a last day, the most urgent first, each with when it was last told of and changed."""
    dated = ((due, step) for step, due in own_steps(actor).all.items() if due is not None)
    ids = [step for _, step in nsmallest(MOST, dated)]
    changed = {"told_at": Max("events__recorded_at"), "changed_at": Max("changes__made_at")}
    steps = Step.objects.filter(pk__in=ids).order_by("due_on", "pk").annotate(**changed)
    columns = ("uuid", "version", "where", "text", "due_on", "dossier__title", "dossier__opened_at")
    return list(steps.values_list(*columns, *changed, named=True))


def _event(step: Any) -> Iterator[str]:
    """The lines of one step."""
    changed = _moment(max(filter(None, (step.dossier__opened_at, step.told_at, step.changed_at))))
    yield "BEGIN:VEVENT"
    yield f"UID:{step.uuid}@tham-muu"
    yield f"DTSTAMP:{changed}"
    yield f"LAST-MODIFIED:{changed}"
    yield f"SEQUENCE:{step.version}"
    yield f"DTSTART;VALUE=DATE:{_day(step.due_on)}"
    yield f"DTEND;VALUE=DATE:{_day(step.due_on + timedelta(days=1))}"
    yield line("SUMMARY", text(f"Hạn: {step.where}. {step.text}"))
    yield line("DESCRIPTION", text(f"Hồ sơ: {step.dossier__title}"))
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
