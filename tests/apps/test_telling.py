"""Telling: once for each occasion, gone with the act that failed, by mail only where there is mail and it is wished."""

from __future__ import annotations

from datetime import time
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from pytest_django import Settings

from support.cast import Cast
from thammuu.apps.notifications import queries, services
from thammuu.apps.notifications.commands import SetPreference, Telling
from thammuu.apps.notifications.models import Kind, Notice, Posting
from thammuu.apps.notifications.recipients import people_of
from thammuu.apps.organisations.actors import Actor
from thammuu.apps.organisations.refusals import NotVisible, StaleEdit

STEP = UUID(int=7)


def telling(actor: Actor, occasion: str = "dip-1", kind: Kind = Kind.HANDED_OVER) -> Telling:
    return Telling(
        officer_id=actor.id,
        agency_id=actor.agency_id,
        kind=kind,
        subject=STEP,
        words="Bước II.3 được giao cho bạn",
        link="/ho-so/",
        occasion=occasion,
    )


def wish(version: int = 0, **said: object) -> SetPreference:
    plain = {
        "page_only": (),
        "days_before": (3,),
        "bundled": True,
        "bundle_at": time(8),
        "quiet_days_off": True,
    }
    return SetPreference(version=version, **(plain | said))  # type: ignore[arg-type]


def test_an_occasion_is_told_once_however_often_it_is_asked(cast: Cast) -> None:
    for _ in range(2):
        services.tell(telling(cast.drafter), telling(cast.drafter), telling(cast.head))
    services.tell(telling(cast.drafter, "dip-2"))
    assert Notice.objects.filter(officer_id=cast.drafter.id).count() == 2
    assert queries.unread_count(cast.head) == 1


@pytest.mark.django_db(transaction=True)
def test_what_a_failed_act_told_was_never_told(cast: Cast) -> None:
    def act() -> None:
        services.tell(telling(cast.drafter))
        raise LookupError

    with pytest.raises(LookupError), transaction.atomic():
        act()
    assert not Notice.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_telling_outside_an_act_is_a_defect_of_the_program(cast: Cast) -> None:
    with pytest.raises(AssertionError, match="transaction"):
        services.tell(telling(cast.drafter))


@pytest.mark.parametrize(
    ("mail", "page_only", "expected"),
    [
        (False, (), Posting.NONE),
        (True, (), Posting.WAITING),
        (True, (Kind.HANDED_OVER,), Posting.NONE),
        (True, (Kind.OVERDUE,), Posting.WAITING),
    ],
)
def test_mail_waits_only_where_there_is_a_server_and_the_kind_is_wished(
    cast: Cast, settings: Settings, mail: bool, page_only: tuple[Kind, ...], expected: Posting
) -> None:
    settings.THAMMUU_MAIL = mail
    services.set_preference(cast.drafter, wish(page_only=page_only), key=uuid4())
    services.tell(telling(cast.drafter))
    assert Notice.objects.get().posting == expected


def test_a_unit_is_told_through_its_head_and_without_one_through_its_drafters(cast: Cast) -> None:
    (unit,) = cast.head.unit_ids
    (other,) = cast.other_unit.unit_ids
    assert people_of([unit, other]) == {unit: (cast.head.id,), other: (cast.other_unit.id,)}


def test_reading_is_of_the_own_notices_only(cast: Cast) -> None:
    services.tell(telling(cast.drafter), telling(cast.drafter, "dip-2"), telling(cast.head))
    foreign = Notice.objects.get(officer_id=cast.head.id).uuid
    with pytest.raises(NotVisible):
        services.mark_read(cast.drafter, (foreign,), key=uuid4())
    first = queries.notice_page(cast.drafter).rows[0].uuid
    services.mark_read(cast.drafter, (first,), key=uuid4())
    assert queries.unread_count(cast.drafter) == 1
    services.mark_read(cast.drafter, None, key=uuid4())
    assert (queries.unread_count(cast.drafter), queries.unread_count(cast.head)) == (0, 1)


def test_wishes_changed_in_two_windows_are_not_lost_silently(cast: Cast) -> None:
    services.set_preference(cast.drafter, wish(days_before=(5, 1)), key=uuid4())
    with pytest.raises(StaleEdit):
        services.set_preference(cast.drafter, wish(), key=uuid4())
    services.set_preference(cast.drafter, wish(version=1, bundled=False), key=uuid4())
    assert queries.preference(cast.drafter).version == 2
    assert not queries.preference(cast.drafter).wishes.bundled
