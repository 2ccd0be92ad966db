"""What answers a question. Whoever asks says whose things may be found: nothing is found by words alone."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from thammuu.apps.search import words
from thammuu.apps.search.models import Entry, SavedFilter
from thammuu.apps.search.words import Question, matching, newest

COUNTED = 1_000
"""Beyond this many it is only said that there are more."""


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that answers the question."""

    kind: str
    subject: UUID
    title: str


@dataclass(frozen=True, slots=True)
class FilterRow:
    """A kept question."""

    uuid: UUID
    name: str
    query: str


def find(
    typed: str, agency_id: int, kinds: tuple[str, ...], *, start: int = 0, size: int = 20
) -> tuple[Found, ...]:
    """One page of the agency's things that answer what was typed, the newest first."""
    question = Question.of(typed)
    page = newest(question, agency_id, kinds, start, size) if question else ()
    return tuple(Found(entry.kind, entry.subject, entry.title) for entry in page)


def count(typed: str, agency_id: int, kinds: tuple[str, ...]) -> int:
    """How many answer, at most COUNTED."""
    question = Question.of(typed)
    return words.count(question, agency_id, kinds, COUNTED) if question else 0


def subjects(typed: str, agency_id: int, kind: str) -> QuerySet[Entry, UUID]:
    """The uuids of what is found, to narrow another list by: `filter(uuid__in=subjects(…))`."""
    question = Question.of(typed)
    if not question:
        return Entry.objects.none().values_list("subject", flat=True)
    entries = Entry.objects.filter(pk__in=matching(question), agency_id=agency_id, kind=kind)
    return entries.values_list("subject", flat=True)


def saved_filters(officer_id: int, screen: str) -> tuple[FilterRow, ...]:
    """The officer's kept questions of that list, by name."""
    rows = SavedFilter.objects.filter(officer_id=officer_id, screen=screen)
    return tuple(FilterRow(row.uuid, row.name, row.query) for row in rows)
