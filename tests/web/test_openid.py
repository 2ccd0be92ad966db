"""Signing in by the agency's identity provider: for officers who have an account, and for nobody else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from time import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import LazySettings
from django.contrib.auth.models import User
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import Client

from support.cast import Cast
from support.openid import CLIENT, SECRET, Provider, running
from thammuu.apps.journal.models import Event
from thammuu.settings.sign_in import openid_providers

DOOR = "/tai-khoan/dang-nhap/"
LABEL = "Đăng nhập bằng tài khoản tỉnh"
LAN = {"sub": "a1", "email": "lan@thammuu.example", "email_verified": True}


@pytest.fixture
def provider(settings: LazySettings) -> Iterator[Provider]:
    """A provider that knows Lan, and the settings that name it."""
    with running() as provider:
        provider.person = dict(LAN)
        configure(settings, provider)
        yield provider


def configure(settings: LazySettings, provider: Provider, **more: str) -> None:
    """As the environment of an installation would."""
    environ = {
        "THAMMUU_OIDC_ISSUER": provider.issuer,
        "THAMMUU_OIDC_CLIENT": CLIENT,
        "THAMMUU_OIDC_SECRET": SECRET,
        "THAMMUU_OIDC_LABEL": LABEL,
        **more,
    }
    settings.SOCIALACCOUNT_PROVIDERS = openid_providers(environ)


def come(client: Client, following: str = "") -> HttpResponse:
    """The whole way: our door, the provider, back to us."""
    sent = client.get(f"{DOOR}co-quan/{following}")
    return client.get(return_address(sent["Location"]))


def return_address(address: str) -> str:
    """Where the provider sends the visitor back to, as path and query of ours."""
    back = requests.get(address, allow_redirects=False, timeout=5)
    parts = urlsplit(back.headers["Location"])
    return f"{parts.path}?{parts.query}"


def signed_in(client: Client) -> bool:
    return client.get("/tai-khoan/").status_code == 200


def test_without_settings_no_such_door_is_shown_or_open(client: Client, db: None) -> None:
    assert "co-quan" not in client.get(DOOR).content.decode()
    assert client.get(f"{DOOR}co-quan/").status_code == 404


def test_an_officer_comes_in_and_gets_the_page_asked_for(
    client: Client, cast: Cast, provider: Provider
) -> None:
    assert LABEL in client.get(f"{DOOR}?next=/theo-doi/?light=red").content.decode()
    assert come(client, "?next=/theo-doi/%3Flight=red")["Location"] == "/theo-doi/?light=red"
    assert client.get("/tai-khoan/").context["actor"].uuid == cast.drafter.uuid
    assert Event.objects.filter(act="account.signed_in", actor=cast.drafter.uuid).count() == 1


def test_state_nonce_and_proof_key_are_sent_anew_each_time(
    client: Client, cast: Cast, provider: Provider
) -> None:
    come(client)
    come(Client())
    first, second = provider.asked
    assert first["code_challenge_method"] == "S256"
    assert first["response_type"] == "code"
    assert "openid" in first["scope"].split()
    for name in ("state", "nonce", "code_challenge"):
        assert first[name] != second[name]


def test_the_session_gets_a_new_id(client: Client, cast: Cast, provider: Provider) -> None:
    sent = client.get(f"{DOOR}co-quan/")
    before = client.session.session_key
    client.get(return_address(sent["Location"]))
    assert client.session.session_key != before


def test_afterwards_the_subject_decides_and_not_the_address(
    client: Client, cast: Cast, provider: Provider
) -> None:
    come(client)
    provider.person = {**LAN, "email": "mai@thammuu.example"}
    other = Client()
    come(other)
    assert other.get("/tai-khoan/").context["actor"].uuid == cast.drafter.uuid


def test_the_same_subject_of_another_issuer_is_somebody_else(
    client: Client, cast: Cast, provider: Provider, settings: LazySettings
) -> None:
    come(client)
    with running() as another:
        another.person = {"sub": "a1", "email": "ai-do@noi-khac.example"}
        configure(settings, another)
        stranger = Client()
        assert come(stranger).status_code == 403
        assert not signed_in(stranger)


def test_an_account_can_be_found_by_its_user_name(
    client: Client, cast: Cast, provider: Provider, settings: LazySettings
) -> None:
    provider.person = {"sub": "a1", "preferred_username": "LAN"}
    configure(settings, provider, THAMMUU_OIDC_MATCH="username")
    come(client)
    assert client.get("/tai-khoan/").context["actor"].uuid == cast.drafter.uuid


def test_a_claim_that_only_userinfo_tells_is_fetched_there(
    client: Client, cast: Cast, provider: Provider
) -> None:
    provider.person = {"sub": "a1"}
    provider.aside = {"email": "lan@thammuu.example", "email_verified": True}
    come(client)
    assert signed_in(client)


def key() -> Any:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


LIES: dict[str, Callable[[Provider], None]] = {
    "another nonce": lambda provider: provider.lies.update(nonce="cua-lan-khac"),
    "a nonce of other letters": lambda provider: provider.lies.update(nonce="của lần khác"),
    "no nonce": lambda provider: provider.lies.update(nonce=None),
    "for another client": lambda provider: provider.lies.update(aud="ung-dung-khac"),
    "of another issuer": lambda provider: provider.lies.update(iss="https://noi-khac.example"),
    "expired": lambda provider: provider.lies.update(exp=int(time()) - 60),
    "signed by somebody else": lambda provider: setattr(provider, "signs_with", key()),
    "signed with what everybody may know": lambda provider: setattr(provider, "signature", "HS256"),
    "userinfo about somebody else": lambda provider: (
        provider.person.pop("email"),
        provider.aside.update(sub="a2", email="lan@thammuu.example"),
    ),
}


@pytest.mark.parametrize("lie", LIES)
def test_what_does_not_hold_is_not_believed(client: Client, cast: Cast, provider: Provider, lie: str) -> None:
    LIES[lie](provider)
    response = come(client)
    assert response.status_code == 401
    assert "không hợp lệ hoặc đã hết hạn" in response.content.decode()
    assert not signed_in(client)


def test_an_answer_nobody_asked_for_is_not_believed(client: Client, cast: Cast, provider: Provider) -> None:
    """Somebody else's code, or ours a second time: the state is known to one browser, once."""
    address = return_address(client.get(f"{DOOR}co-quan/")["Location"])
    other = Client()
    assert other.get(address).status_code == 401
    assert not signed_in(other)
    assert client.get(address).status_code == 302
    assert client.get(address).status_code == 401


def test_a_code_is_worth_nothing_without_the_proof_key(
    client: Client, cast: Cast, provider: Provider
) -> None:
    address = return_address(client.get(f"{DOOR}co-quan/")["Location"])
    provider.codes["code-1"]["code_challenge"] = "cua-trinh-duyet-khac"
    assert client.get(address).status_code == 401


@pytest.mark.parametrize(
    "person",
    [
        {"sub": "b1", "email": "khach@noi-khac.example", "email_verified": True},
        {"sub": "b1", "email": "lan@thammuu.example", "email_verified": False},
        {"sub": "b1", "email": "lan@thammuu.example"},
        {"sub": "b1", "email": ""},
    ],
    ids=["unknown address", "address not verified", "address of which nothing is said", "no address"],
)
def test_an_unknown_person_gets_words_and_no_account(
    client: Client, cast: Cast, provider: Provider, person: dict[str, Any]
) -> None:
    provider.person = person
    accounts = User.objects.count()
    response = come(client)
    assert response.status_code == 403
    assert "Bạn chưa có tài khoản trên hệ thống này" in response.content.decode()
    assert User.objects.count() == accounts
    assert not signed_in(client)


def test_an_account_switched_off_stays_shut(client: Client, cast: Cast, provider: Provider) -> None:
    User.objects.filter(username="lan").update(is_active=False)
    shown = client.get(come(client)["Location"]).content.decode()
    assert "Tài khoản đã ngừng sử dụng" in shown
    assert not signed_in(client)


def test_who_stops_at_the_provider_is_led_back(client: Client, cast: Cast, provider: Provider) -> None:
    query = parse_qs(urlsplit(client.get(f"{DOOR}co-quan/")["Location"]).query)
    answer = {"error": "access_denied", "state": query["state"][0]}
    response = client.get(f"{DOOR}co-quan/xong/", answer)
    assert response.status_code == 401
    assert "Bạn đã dừng việc đăng nhập" in response.content.decode()


def test_a_provider_that_does_not_answer_is_said_so(
    client: Client, cast: Cast, provider: Provider, settings: LazySettings
) -> None:
    provider.issuer = "http://127.0.0.1:9"
    configure(settings, provider)
    response = client.get(f"{DOOR}co-quan/")
    assert response.status_code == 503
    assert "không trả lời" in response.content.decode()


@pytest.mark.parametrize(
    "environ",
    [
        {"THAMMUU_OIDC_ISSUER": "http://dang-nhap.tinh.example", "THAMMUU_OIDC_CLIENT": "a"},
        {"THAMMUU_OIDC_ISSUER": "https://dang-nhap.tinh.example"},
        {
            "THAMMUU_OIDC_ISSUER": "https://a.example",
            "THAMMUU_OIDC_CLIENT": "a",
            "THAMMUU_OIDC_MATCH": "phone",
        },
    ],
    ids=["without TLS", "without a client", "by something else"],
)
def test_half_a_configuration_does_not_start(environ: dict[str, str]) -> None:
    with pytest.raises(ImproperlyConfigured):
        openid_providers(environ)
