"""Thông báo: the bell, the list, reading, the wishes, and the calendar that a secret opens."""

from __future__ import annotations

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from support.builders import make_dossier
from support.cast import Cast
from thammuu.apps.accounts import tokens
from thammuu.apps.notifications import queries
from thammuu.apps.notifications.commands import Telling
from thammuu.apps.notifications.models import Kind, Notice
from thammuu.apps.notifications.services import tell
from thammuu.apps.organisations.actors import Actor

LIST = "/thong-bao/"
WISHES = {
    "version": 0,
    "by_mail": ["handed_over"],
    "days_before": ["5", "1"],
    "bundled": "daily",
    "bundle_at": "06:45",
}


def told(actor: Actor, *words: str) -> None:
    """Each of these was told to the actor."""
    tell(
        *(
            Telling(actor.id, actor.agency_id, Kind.CHANGED, actor.uuid, text, "/theo-doi/", f"web-{number}")
            for number, text in enumerate(words)
        )
    )


def page(client: Client, address: str = LIST) -> str:
    return client.get(address).content.decode()


def bell(client: Client) -> str:
    found = re.search(r'bell__count">(\d+)', page(client))
    return found[1] if found else ""


def test_the_bell_counts_what_is_not_read_yet(drafter: Client, cast: Cast) -> None:
    assert bell(drafter) == ""
    told(cast.drafter, "Một", "Hai")
    assert bell(drafter) == "2"


def test_a_person_sees_the_own_notices_only(drafter: Client, cast: Cast) -> None:
    told(cast.drafter, "Việc của Lan")
    told(cast.head, "Việc của trưởng phòng")
    assert "Việc của Lan" in page(drafter)
    assert "Việc của trưởng phòng" not in page(drafter)


def test_who_moved_to_another_agency_reads_no_more_of_the_first(drafter: Client, cast: Cast) -> None:
    told(cast.drafter, "Việc cũ")
    Notice.objects.update(agency_id=cast.outsider.agency_id)
    assert "Việc cũ" not in page(drafter)


def test_the_words_lead_to_what_they_are_about_and_are_read_then(drafter: Client, cast: Cast) -> None:
    told(cast.drafter, "Một")
    uuid = Notice.objects.get().uuid
    answer = drafter.post(reverse("notices:read"), {"key": uuid4(), "notices": str(uuid), "go": "1"})
    assert answer["Location"] == "/theo-doi/"
    assert queries.unread_count(cast.drafter) == 0


def test_a_page_of_notices_is_marked_as_read_at_once(drafter: Client, cast: Cast) -> None:
    told(cast.drafter, "Một", "Hai", "Ba")
    uuids = re.search(r'name="notices" value="([^"]+)"', page(drafter))
    assert uuids is not None
    drafter.post(reverse("notices:read"), {"key": uuid4(), "notices": uuids[1]})
    assert "Bạn đã đọc hết" in page(drafter)


def test_every_form_of_the_list_carries_its_token(drafter: Client, cast: Cast) -> None:
    told(cast.drafter, "Một", "Hai")
    shown = page(drafter)
    inside = shown[shown.index("<main") :]
    assert inside.count("csrfmiddlewaretoken") == inside.count("<form") == 5


def test_words_of_a_notice_are_never_markup(drafter: Client, cast: Cast) -> None:
    told(cast.drafter, "<script>alert(1)</script>")
    assert "<script>alert" not in page(drafter)


def test_many_notices_come_in_pages_and_in_as_many_queries_as_one(drafter: Client, cast: Cast) -> None:
    told(cast.drafter, "Một")
    page(drafter)
    with CaptureQueriesContext(connection) as one:
        page(drafter)
    told(cast.drafter, *(f"Việc thứ {number}" for number in range(70)))
    with CaptureQueriesContext(connection) as many:
        assert page(drafter).count("inbox__item--new") == 30
    assert len(many) == len(one)
    assert "Việc thứ 69" in page(drafter)
    assert "Một" in page(drafter, f"{LIST}?trang=3")


def test_wishes_are_kept_and_shown_again(drafter: Client, cast: Cast) -> None:
    answer = drafter.post(reverse("notices:preference"), WISHES | {"key": uuid4()})
    assert answer.status_code == 302
    wishes = queries.preference(cast.drafter).wishes
    assert wishes.days_before == {5, 1}
    assert "handed_over" not in wishes.page_only
    assert "changed" in wishes.page_only
    assert 'value="06:45"' in page(drafter, reverse("notices:preference"))


@pytest.mark.parametrize("hour", ["25:00", "sáng", "7 giờ", ""])
def test_an_hour_that_is_none_comes_back_as_it_was_typed(drafter: Client, hour: str) -> None:
    answer = drafter.post(reverse("notices:preference"), WISHES | {"key": uuid4(), "bundle_at": hour})
    assert answer.status_code == 422
    assert f'value="{hour}"' in answer.content.decode() or not hour


def test_the_secret_opens_the_calendar_without_a_session(cast: Cast, unread: None) -> None:
    make_dossier(cast.drafter)
    issued = tokens.issue(cast.drafter, "calendar", "Điện thoại", key=uuid4())
    answer = Client().get(reverse("notices:calendar", args=[issued.secret]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    assert answer.content.startswith(b"BEGIN:VCALENDAR")


def test_a_secret_for_something_else_opens_no_calendar(cast: Cast, unread: None) -> None:
    issued = tokens.issue(cast.drafter, "api", "Bảng tính", key=uuid4())
    assert Client().get(reverse("notices:calendar", args=[issued.secret])).status_code == 404


def test_a_calendar_shows_nothing_of_another_agency(
    cast: Cast, unread: None, as_client: Callable[[str], Client]
) -> None:
    make_dossier(cast.drafter)
    issued = tokens.issue(cast.outsider, "calendar", "Điện thoại", key=uuid4())
    answer = as_client("drafter").get(reverse("notices:calendar", args=[issued.secret]))
    assert b"VEVENT" not in answer.content
