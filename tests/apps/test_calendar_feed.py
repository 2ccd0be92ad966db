"""The calendar feed: the due days of one's own steps, read back by a calendar program."""

from __future__ import annotations

from datetime import date

import pytest
from icalendar import Calendar, Event

from support.builders import make_dossier, start, step_of
from support.cast import Cast
from thammuu.apps.dossiers.models import Dossier, Step, StepState
from thammuu.apps.dossiers.outgoing.calendar_feed import feed_of
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations.actors import Actor


@pytest.fixture
def dossier(cast: Cast, unread: None) -> DossierView:
    """Every step lies with the drafter."""
    made = make_dossier(cast.drafter)
    Step.objects.filter(dossier__uuid=made.uuid).update(
        holder_officer=cast.drafter.id, holder_words=cast.drafter.name
    )
    return made


def events(actor: Actor) -> dict[str, Event]:
    """The events of the feed by their UID, after a round through text."""
    calendar = Calendar.from_ical(feed_of(actor))
    assert calendar.errors == []
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


def dated(dossier: DossierView) -> list[Step]:
    return list(Step.objects.filter(dossier__uuid=dossier.uuid, due_on__isnull=False))


def test_every_dated_step_is_an_event_of_one_whole_day(cast: Cast, dossier: DossierView) -> None:
    found = events(cast.drafter)
    assert set(found) == {f"{step.uuid}@tham-muu" for step in dated(dossier)}
    for step in dated(dossier):
        event = found[f"{step.uuid}@tham-muu"]
        assert event.decoded("dtstart") == step.due_on
        assert event["dtstart"].params["VALUE"] == "DATE"
        assert (event.decoded("dtend") - event.decoded("dtstart")).days == 1


def test_an_event_keeps_its_name_and_rises_in_sequence_when_its_step_changes(
    cast: Cast, dossier: DossierView
) -> None:
    step = dated(dossier)[0]
    name = f"{step.uuid}@tham-muu"
    before = events(cast.drafter)[name]
    start(cast.drafter, step_of(cast.drafter, dossier, step.position))
    Step.objects.filter(pk=step.pk).update(due_on=date(2021, 12, 1))
    after = events(cast.drafter)[name]
    assert after["sequence"] > before["sequence"]
    assert after.decoded("last-modified") >= before.decoded("last-modified")
    assert after.decoded("dtstart") == date(2021, 12, 1)


def test_what_is_over_leaves_the_feed(cast: Cast, dossier: DossierView) -> None:
    Step.objects.filter(dossier__uuid=dossier.uuid).update(state=StepState.FINISHED)
    assert events(cast.drafter) == {}


def test_the_feed_is_the_same_until_something_changes(cast: Cast, dossier: DossierView) -> None:
    assert feed_of(cast.drafter) == feed_of(cast.drafter)


def test_a_step_goes_to_the_calendar_of_who_has_it(cast: Cast, dossier: DossierView) -> None:
    step = dated(dossier)[0]
    Step.objects.get(pk=step.pk).owners.update(unit=None)
    assert f"{step.uuid}@tham-muu" not in events(cast.other_unit)
    Step.objects.filter(pk=step.pk).update(holder_officer=cast.other_unit.id)
    assert f"{step.uuid}@tham-muu" in events(cast.other_unit)


def test_nobody_of_another_agency_has_it(cast: Cast, dossier: DossierView) -> None:
    Step.objects.filter(dossier__uuid=dossier.uuid).update(holder_officer=cast.outsider.id)
    assert events(cast.outsider) == {}


def test_words_that_look_like_calendar_lines_stay_words(cast: Cast, dossier: DossierView) -> None:
    hostile = "Hạn\r\nEND:VEVENT\nBEGIN:VALARM;, \\n"
    Dossier.objects.filter(uuid=dossier.uuid).update(title=hostile)
    found = events(cast.drafter)
    assert len(found) == len(dated(dossier))
    assert all(not event.subcomponents for event in found.values())
