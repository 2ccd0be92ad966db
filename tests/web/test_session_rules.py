"""How long a session lasts, who can end it, and what is asked again before a sensitive act."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import uuid4

import pytest
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from support.cast import Cast
from thammuu.apps.accounts import sessions, tokens
from thammuu.apps.accounts.models import Session
from thammuu.apps.journal.models import Event
from thammuu.apps.organisations import demo

PAGE = "/theo-doi/"
DOOR = "/tai-khoan/dang-nhap/"
AsClient = Callable[[str], Client]


def sign_in(client: Client, **headers: str) -> Client:
    assert client.post(DOOR, {"login": "lan", "password": demo.PASSWORD}, headers=headers).status_code == 302
    return client


def age(client: Client, name: str, by: timedelta) -> None:
    """As if that had been so much earlier."""
    session = client.session
    desk = session["desk"]
    moved = (datetime.fromisoformat(desk[name]) - by).isoformat()
    session["desk"] = desk | {name: moved}
    session.save()


def seen_at(client: Client) -> datetime:
    return Session.objects.get(session_key=client.session.session_key).seen_at


def test_an_idle_session_ends_and_says_so(client: Client, cast: Cast) -> None:
    sign_in(client).get(PAGE)
    age(client, "seen_at", timedelta(minutes=59))
    assert client.get(PAGE).status_code == 200
    age(client, "seen_at", timedelta(minutes=60))
    answer = client.get(PAGE)
    assert answer.status_code == 302
    assert "vì lâu không có thao tác" in client.get(answer["Location"]).content.decode()
    assert client.get(PAGE).status_code == 302


@pytest.mark.parametrize("name", ["began_at", "seen_at"])
def test_a_clock_that_is_put_back_ends_a_session_and_does_not_lengthen_it(
    client: Client, cast: Cast, name: str
) -> None:
    sign_in(client).get(PAGE)
    age(client, name, -timedelta(hours=3))
    assert client.get(PAGE).status_code == 302


def test_what_a_page_asks_for_by_itself_does_not_keep_a_session_open(client: Client, cast: Cast) -> None:
    sign_in(client)
    age(client, "seen_at", timedelta(minutes=30))
    before = seen_at(client)
    client.get(PAGE, headers={"X-Background": "1"})
    assert seen_at(client) == before
    client.get(PAGE)
    assert seen_at(client) > before


def test_a_session_ends_twelve_hours_after_the_password_however_busy(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    earlier = timezone.now().timestamp() - 12 * 3600
    monkeypatch.setattr("allauth.account.internal.flows.login.time.time", lambda: earlier)
    answer = sign_in(client).get(PAGE)
    assert answer.status_code == 302
    assert "đủ thời gian tối đa" in client.get(answer["Location"]).content.decode()


def test_signing_in_gives_a_new_id_and_leaves_an_event(client: Client, cast: Cast) -> None:
    client.get(DOOR)
    session = client.session
    session["before"] = "the sign-in"
    session.save()
    before = session.session_key
    client.cookies["sessionid"] = before
    sign_in(client)
    assert client.session.session_key != before
    assert not Session.objects.filter(session_key=before).exists()
    event = Event.objects.get(act="account.signed_in")
    assert event.actor == cast.drafter.uuid
    assert '"methods":["password"]' in event.body


def test_own_sessions_are_listed_with_place_and_time_and_the_others_ended(cast: Cast) -> None:
    here, there = Client(), Client(REMOTE_ADDR="10.0.0.9")
    sign_in(there, user_agent="Mozilla/5.0 (Linux; Android 14) Chrome/120 Safari/537")
    sign_in(here, user_agent="Mozilla/5.0 (Windows NT 10.0) Firefox/121")
    stranger = Client()
    stranger.post(DOOR, {"login": "mai", "password": demo.PASSWORD})
    shown = here.get("/tai-khoan/").content.decode()
    assert "Chrome, Android" in shown
    assert "10.0.0.9" in shown
    assert "Firefox, Windows" in shown
    here.post(reverse("accounts:end_sessions"), {"key": uuid4(), "which": "others"})
    assert there.get(PAGE).status_code == 302
    assert here.get(PAGE).status_code == 200
    assert stranger.get(PAGE).status_code == 200


def test_one_session_is_ended_and_that_of_another_officer_cannot_be(cast: Cast) -> None:
    here, there, third, stranger = Client(), Client(), Client(), Client()
    for client in (here, there, third):
        sign_in(client)
    stranger.post(DOOR, {"login": "mai", "password": demo.PASSWORD})

    def end(client: Client) -> int:
        which = client.session["desk"]["uuid"]
        return here.post(reverse("accounts:end_sessions"), {"key": uuid4(), "which": which}).status_code

    assert end(there) == 302
    assert end(stranger) == 422
    assert [client.get(PAGE).status_code for client in (here, there, third, stranger)] == [200, 302, 200, 200]


def test_a_new_password_ends_the_other_sessions(cast: Cast) -> None:
    here, there = sign_in(Client()), sign_in(Client())
    new = "mot cau kha dai"
    here.post(
        reverse("account_change_password"),
        {"oldpassword": demo.PASSWORD, "password1": new, "password2": new},
    )
    assert here.get(PAGE).status_code == 200
    assert Session.objects.filter(account__username="lan").count() == 1
    assert there.get(PAGE).status_code == 302
    assert Event.objects.filter(act="account.password_changed", actor=cast.drafter.uuid).exists()


def test_an_account_switched_off_and_on_again_has_no_session_left(cast: Cast) -> None:
    visited, unvisited = sign_in(Client()), sign_in(Client())
    User.objects.filter(username="lan").update(is_active=False)
    assert visited.get(PAGE).status_code == 302
    sessions.end_all(cast.drafter.uuid)
    User.objects.filter(username="lan").update(is_active=True)
    assert visited.get(PAGE).status_code == 302
    assert unvisited.get(PAGE).status_code == 302


def test_going_on_puts_the_end_off_without_leaving_the_page(client: Client, cast: Cast) -> None:
    sign_in(client)
    age(client, "seen_at", timedelta(minutes=50))
    part = client.get(reverse("accounts:stay"), headers={"HX-Request": "true"}).content.decode()
    assert 'data-tm-session-seconds="3' in part
    assert "<html" not in part


def test_a_token_is_made_only_after_the_password_is_typed_again(client: Client, cast: Cast) -> None:
    sign_in(client)
    page = reverse("accounts:tokens")
    sent = {"key": uuid4(), "purpose": "api", "name": "Báo cáo", "days": "30"}
    assert client.post(page, sent)["Location"].startswith(reverse("account_reauthenticate"))
    assert tokens.tokens_of(cast.drafter) == ()
    client.post(reverse("account_reauthenticate"), {"password": demo.PASSWORD})
    client.post(page, sent)
    assert [token.name for token in tokens.tokens_of(cast.drafter)] == ["Báo cáo"]


def test_the_secret_is_shown_on_one_page_once(as_client: AsClient, cast: Cast) -> None:
    client, page = as_client("drafter"), reverse("accounts:tokens")
    sent = {"key": uuid4(), "purpose": "calendar", "name": "Điện thoại", "days": "365"}
    shown = client.post(page, sent, follow=True).content.decode()
    assert "tm_calendar_" in shown
    assert "tm_calendar_" not in client.get(page).content.decode()
    assert "tm_calendar_" not in client.post(page, sent, follow=True).content.decode()


@pytest.fixture
def administrators_need_two(settings: LazySettings) -> None:
    """The installation asks its administrators for a second factor."""
    settings.THAMMUU_SECOND_FACTOR_FOR = frozenset({"administrator"})


def test_an_administrator_sets_up_the_second_factor_before_anything_else(
    as_client: AsClient, administrators_need_two: None
) -> None:
    client = as_client("administrator")
    set_up = reverse("mfa_activate_totp")
    for page in (PAGE, "/tai-khoan/", reverse("accounts:tokens")):
        assert client.get(page)["Location"] == set_up
    assert "hãy bật xác thực hai lớp trước" in client.get(set_up).content.decode()
    assert client.get(reverse("account_logout")).status_code == 200
    assert as_client("drafter").get(PAGE).status_code == 200


def test_once_set_up_everything_is_open_and_it_cannot_be_switched_off(
    as_client: AsClient, administrators_need_two: None
) -> None:
    client = as_client("administrator")
    TOTP.activate(User.objects.get(username="quan-tri"), generate_totp_secret())
    assert client.get(PAGE).status_code == 200
    refused = client.post(reverse("mfa_deactivate_totp")).content.decode()
    assert "cần xác thực hai lớp nên không tắt được" in refused


def test_the_language_is_kept_with_the_account(cast: Cast) -> None:
    client = sign_in(Client())
    client.post(reverse("accounts:language"), {"key": uuid4(), "language": "en"})
    assert client.get(PAGE)["Content-Language"] == "en"
    assert '<html lang="en">' in client.get(PAGE).content.decode()
    later = sign_in(Client())
    assert later.get(PAGE)["Content-Language"] == "en"
    assert Client().get(DOOR)["Content-Language"] == "vi"


def test_the_number_of_queries_does_not_grow_with_sessions_and_tokens(
    as_client: AsClient, cast: Cast
) -> None:
    client = as_client("drafter")
    client.get("/tai-khoan/")
    with CaptureQueriesContext(connection) as few:
        client.get("/tai-khoan/")
    for number in range(5):
        sign_in(Client())
        tokens.issue(cast.drafter, "api", f"Mã {number}", key=uuid4())
    with CaptureQueriesContext(connection) as many:
        client.get("/tai-khoan/")
    assert len(many) == len(few)
