"""The door: local accounts, Vietnamese words, no way in but an account that an administrator made."""

from __future__ import annotations

from collections.abc import Callable
from time import time

import pytest
from bs4 import BeautifulSoup
from django.conf import LazySettings
from django.test import Client
from django.urls import NoReverseMatch, reverse

from support.cast import Cast
from thammuu.apps.organisations import demo

DOOR = "/tai-khoan/dang-nhap/"


def sign_in(client: Client, password: str = demo.PASSWORD, following: str = "") -> object:
    return client.post(f"{DOOR}{following}", {"login": "lan", "password": password})


def test_the_right_password_opens_the_list(client: Client, cast: Cast) -> None:
    assert sign_in(client).headers["Location"] == "/"  # type: ignore[attr-defined]


def test_the_page_asked_for_is_shown_after_signing_in(client: Client, cast: Cast) -> None:
    asked = client.get("/theo-doi/?light=red")
    assert asked.status_code == 302
    page = client.get(asked.headers["Location"]).content.decode()
    assert 'name="next" value="/theo-doi/?light=red"' in page


def test_a_wrong_password_is_told_without_saying_which_half_is_wrong(client: Client, cast: Cast) -> None:
    response = sign_in(client, "sai")
    shown = response.content.decode()  # type: ignore[attr-defined]
    assert "Tên đăng nhập hoặc mật khẩu không đúng" in shown


@pytest.mark.parametrize("name", ["account_signup", "account_email", "account_reset_password"])
def test_what_local_accounts_do_not_need_does_not_exist(name: str) -> None:
    with pytest.raises(NoReverseMatch):
        reverse(name)


def test_a_new_password_is_typed_twice_alike(as_client: Callable[[str], Client]) -> None:
    sent = {"oldpassword": demo.PASSWORD, "password1": "mot cau kha dai", "password2": "mot cau khac han"}
    shown = as_client("drafter").post(reverse("account_change_password"), sent).content.decode()
    assert "Hai lần nhập mật khẩu mới chưa giống nhau" in shown


def test_a_short_password_is_refused_in_vietnamese(as_client: Callable[[str], Client]) -> None:
    sent = {"oldpassword": demo.PASSWORD, "password1": "ngan", "password2": "ngan"}
    shown = as_client("drafter").post(reverse("account_change_password"), sent).content.decode()
    assert "Hãy dùng ít nhất 12 ký tự" in shown
    assert "password" not in BeautifulSoup(shown, "html.parser").get_text()


def test_every_page_knows_when_the_session_ends_and_the_password_moves_the_end(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch, settings: LazySettings
) -> None:
    settings.THAMMUU_IDLE_SECONDS = 24 * 3600

    def seconds() -> int:
        page = BeautifulSoup(client.get("/theo-doi/").content, "html.parser")
        return int(page.select_one("[data-tm-session-seconds]")["data-tm-session-seconds"])  # type: ignore[index,arg-type]

    monkeypatch.setattr("allauth.account.internal.flows.login.time.time", lambda: time() - 3600)
    sign_in(client)
    monkeypatch.undo()
    before = seconds()
    client.post(reverse("account_reauthenticate"), {"password": demo.PASSWORD})
    assert seconds() > before


def test_a_password_is_changed_and_said_so(as_client: Callable[[str], Client]) -> None:
    sent = {"oldpassword": demo.PASSWORD, "password1": "mot cau kha dai", "password2": "mot cau kha dai"}
    shown = as_client("drafter").post(reverse("account_change_password"), sent, follow=True).content.decode()
    assert "Đã đổi mật khẩu." in shown


def test_two_factor_sign_in_is_switched_on_after_typing_the_password_again(
    client: Client, cast: Cast
) -> None:
    sign_in(client)
    asked = client.get(reverse("mfa_activate_totp"))
    assert "Hãy nhập lại mật khẩu" in client.get(asked.headers["Location"]).content.decode()
    sent = {"password": demo.PASSWORD, "next": reverse("mfa_activate_totp")}
    shown = client.post(reverse("account_reauthenticate"), sent, follow=True).content.decode()
    assert "Mã đang hiện trên ứng dụng" in shown
    assert 'class="qr"' in shown


def test_an_account_without_a_position_is_told_whom_to_ask(
    client: Client, cast: Cast, django_user_model: object
) -> None:
    client.force_login(
        django_user_model.objects.create_user("vang"),  # type: ignore[attr-defined]
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    response = client.get("/theo-doi/")
    assert response.status_code == 403
    assert "quản trị hệ thống cập nhật vị trí công tác" in response.content.decode()
