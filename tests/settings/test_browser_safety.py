"""What every answer carries, and what guessing passwords leads to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from support.cast import Cast
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations import demo
from thammuu.apps.organisations.models import Position
from thammuu.apps.organisations.services import end_position

POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


@pytest.mark.parametrize("address", ["/tai-khoan/dang-nhap/", "/theo-doi/", "/lap-ho-so/", "/khong-co/"])
def test_every_answer_carries_the_headers(as_client: Callable[[str], Client], address: str) -> None:
    for role in ("anonymous", "drafter"):
        response = as_client(role).get(address)
        assert {name: response[name] for name in HEADERS} == HEADERS
        parts = (part.strip().partition(" ") for part in response["Content-Security-Policy"].split(";"))
        policy = {name: value for name, _, value in parts}
        policy["script-src"] = policy["script-src"].split(" 'nonce-")[0]
        assert policy == POLICY


def test_static_files_carry_the_headers_too(db: None) -> None:
    response = Client().get("/tinh/web/css/page.css")
    assert b"".join(response.streaming_content).startswith(b"/*")  # type: ignore[attr-defined]
    assert response["X-Frame-Options"] == "DENY"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]


@pytest.mark.parametrize("address", ["/theo-doi/", "/lap-ho-so/", "/tai-khoan/mat-khau/", "/"])
def test_what_a_signed_in_person_sees_stays_in_no_cache(
    as_client: Callable[[str], Client], address: str
) -> None:
    assert "no-store" in as_client("drafter").get(address)["Cache-Control"]


def test_pages_hold_no_script_or_style_in_line(cast: Cast, dossier: DossierView, as_client: Any) -> None:
    page = as_client("drafter").get(reverse("dossiers:detail", args=[dossier.uuid])).content.decode()
    assert " style=" not in page
    assert " onclick=" not in page
    assert "<style" not in page


@pytest.fixture
def guarded(cast: Cast, settings: LazySettings) -> None:
    """Wrong passwords are counted, as they are everywhere but in tests."""
    settings.AXES_ENABLED = True


def sign_in(username: str, password: str, **request: str) -> int:
    """The status of one try: 302 signed in, 200 wrong, 429 locked."""
    address = reverse("account_login")
    return Client().post(address, {"login": username, "password": password}, **request).status_code  # type: ignore[arg-type]


def test_a_right_password_opens_and_a_wrong_one_does_not(guarded: None) -> None:
    assert sign_in("lan", demo.PASSWORD) == 302
    assert sign_in("lan@thammuu.example", demo.PASSWORD) == 302
    assert sign_in("lan", "không phải mật khẩu") == 200


def test_guessing_locks_the_pair_of_name_and_address_and_nobody_else(guarded: None) -> None:
    tries = [sign_in("lan", f"đoán {number}", REMOTE_ADDR="10.0.0.7") for number in range(10)]
    assert tries[0] == 200
    assert tries[-1] == 429
    assert sign_in("lan", demo.PASSWORD, REMOTE_ADDR="10.0.0.7") == 429
    assert sign_in("mai", demo.PASSWORD, REMOTE_ADDR="10.0.0.7") == 302
    assert sign_in("lan", demo.PASSWORD, REMOTE_ADDR="10.0.0.8") == 302


def test_typing_the_name_otherwise_gives_no_new_tries(guarded: None) -> None:
    ways = ("lan", "LAN", " lan ", "lan@thammuu.example", "Lan@Thammuu.Example")
    tries = [sign_in(ways[number % len(ways)], "đoán") for number in range(10)]
    assert tries[-1] == 429
    assert {sign_in(way, demo.PASSWORD) for way in ways} == {429}


def test_a_forged_proxy_header_is_not_believed(guarded: None) -> None:
    tries = [
        sign_in("lan", "đoán", REMOTE_ADDR="10.0.0.7", HTTP_X_FORWARDED_FOR=f"10.1.1.{number}")
        for number in range(10)
    ]
    assert tries[-1] == 429


def test_nobody_signs_up(db: None) -> None:
    assert Client().get("/tai-khoan/signup/").status_code in (302, 404)
    assert Client().get("/accounts/signup/").status_code in (302, 404)


def test_an_account_switched_off_is_out_at_the_next_click(as_client: Callable[[str], Client]) -> None:
    client = as_client("drafter")
    assert client.get("/theo-doi/").status_code == 200
    User.objects.filter(username="lan").update(is_active=False)
    assert client.get("/theo-doi/").status_code == 302


def test_a_position_taken_away_is_gone_at_the_next_click(
    cast: Cast, dossier: DossierView, as_client: Callable[[str], Client]
) -> None:
    client, address = as_client("leader"), reverse("dossiers:detail", args=[dossier.uuid])
    assert client.get(address).status_code == 200
    end_position(Position.objects.get(officer_id=cast.leader.id), last_day=date(2021, 7, 5))
    assert client.get(address).status_code == 403
