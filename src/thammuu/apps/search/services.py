"""Making things findable, and keeping searches. Called by name inside the transaction that changes the thing."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from thammuu.apps.search import words
from thammuu.apps.search.models import Entry, SavedFilter
from thammuu.apps.search.refusals import FilterUnnamed, TooManyFilters

MOST_FILTERS = 30
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Findable:
    """A thing to be found: `title` is shown on the list, `text` is what is searched besides it."""

    kind: str
    subject: UUID
    agency_id: int
    title: str
    text: str = ""


def index(thing: Findable) -> None:
    """Make it findable by its present words."""
    entry, _ = Entry.objects.update_or_create(
        kind=thing.kind,
        subject=thing.subject,
        defaults={"agency_id": thing.agency_id, "title": thing.title},
    )
    words.put(entry.pk, f"{thing.title} {thing.text}")


@transaction.atomic
def index_many(things: list[Findable]) -> None:
    """Make things findable; those that were before are indexed anew. A flat number of queries for five hundred."""
    known = _entries(things)
    kept = {(entry.kind, entry.subject): entry for entry in known}
    fresh = [thing for thing in things if (thing.kind, thing.subject) not in kept]
    _rename(known, {(thing.kind, thing.subject): thing for thing in things})
    Entry.objects.bulk_create(
        Entry(kind=thing.kind, subject=thing.subject, agency_id=thing.agency_id, title=thing.title)
        for thing in fresh
    )
    numbers = {(entry.kind, entry.subject): entry.pk for entry in (*known, *_entries(fresh))}
    words.drop_many([entry.pk for entry in known])
    words.put_many([(numbers[thing.kind, thing.subject], f"{thing.title} {thing.text}") for thing in things])


def _rename(known: list[Entry], things: dict[tuple[str, UUID], Findable]) -> None:
    """Write what their things are called and whose they are now, where that has changed."""
    changed = []
    for entry in known:
        thing = things[entry.kind, entry.subject]
        if (entry.title, entry.agency_id) != (thing.title, thing.agency_id):
            entry.title, entry.agency_id = thing.title, thing.agency_id
            changed.append(entry)
    Entry.objects.bulk_update(changed, ["title", "agency"], batch_size=200)


def _entries(things: list[Findable]) -> list[Entry]:
    subjects = [thing.subject for thing in things]
    kinds = {thing.kind for thing in things}
    found: list[Entry] = []
    for start in range(0, len(subjects), 500):
        found.extend(Entry.objects.filter(kind__in=kinds, subject__in=subjects[start : start + 500]))
    return found


def forget(kind: str, subject: UUID) -> None:
    """It is found no more."""
    for entry in Entry.objects.filter(kind=kind, subject=subject):
        words.drop(entry.pk)
        entry.delete()


def save_filter(officer_id: int, screen: str, name: str, query: str) -> UUID:
    """Keep a question under a name; the same name again keeps the new question. Raises FilterUnnamed, TooManyFilters."""
    name = name.strip()[:LONGEST_NAME]
    if not name:
        raise FilterUnnamed
    with transaction.atomic():
        kept = SavedFilter.objects.filter(officer_id=officer_id, screen=screen)
        if kept.exclude(name=name).count() >= MOST_FILTERS:
            raise TooManyFilters(MOST_FILTERS)
        saved, _ = SavedFilter.objects.update_or_create(
            officer_id=officer_id, screen=screen, name=name, defaults={"query": query}
        )
    return saved.uuid


def drop_filter(officer_id: int, uuid: UUID) -> None:
    """The officer's own saved question is gone; anyone else's is left alone."""
    SavedFilter.objects.filter(officer_id=officer_id, uuid=uuid).delete()
