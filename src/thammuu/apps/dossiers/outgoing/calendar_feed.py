"""The due days of an officer's own steps as an iCalendar feed (RFC 5545): all-day events that keep their names.

A step keeps its UID for good; its version is the SEQUENCE, so that a calendar moves the event when the day moves.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.db.models import Max
from icalendar import Calendar, Event

from thammuu.apps.dossiers.lists.own import own_steps
from thammuu.apps.organisations.actors import Actor

REFRESH = timedelta(hours=6)
MOST = 1000
"""Events in one feed, the most urgent first; telephones give up on more."""


def feed_of(actor: Actor) -> bytes:
    """The feed, as a calendar program fetches it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Tham muu//Viec cua toi//VI")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", f"Việc của {actor.name}")
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    changed = {"told_at": Max("events__recorded_at"), "changed_at": Max("changes__made_at")}
    for step in own_steps(actor).annotate(**changed).order_by("due_on", "pk")[:MOST]:
        calendar.add_component(_event(step))
    return calendar.to_ical()


def _event(step: Any) -> Event:
    event = Event()
    event.add("uid", f"{step.uuid}@tham-muu")
    event.add("summary", f"Hạn: {step.where}. {step.text}")
    event.add("description", f"Hồ sơ: {step.dossier.title}")
    event.add("dtstart", step.due_on)
    event.add("dtend", step.due_on + timedelta(days=1))
    event.add("dtstamp", _last_change(step))
    event.add("last-modified", _last_change(step))
    event.add("sequence", step.version)
    event.add("transp", "TRANSPARENT")
    return event


def _last_change(step: Any) -> datetime:
    """When something of the step was last recorded; at the latest when its dossier was opened."""
    return max(filter(None, (step.dossier.opened_at, step.told_at, step.changed_at))).astimezone(UTC)
