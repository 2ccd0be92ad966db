"""The end of a session never takes typed text along."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from thammuu.apps.accounts.models import Session
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations import demo

SignIn = Callable[..., None]
WORDS = "Đã trình lãnh đạo; bản giấy ở tủ A, ngăn 2.\nDòng thứ hai “có dấu”."
REFILLED = "đã được điền lại"


@pytest.fixture
def typed(page: Page, sign_in: SignIn, halfway: DossierView) -> str:
    """The drafter has typed into the form of the next step and not sent it. Its address."""
    sign_in()
    address = f"/buoc/{halfway.steps[2].uuid}/bat-dau/"
    page.goto(address)
    page.get_by_label("Ghi chú").fill(WORDS)
    return address


def end_every_session() -> None:
    Session.objects.all().delete()


def sign_in_again(page: Page, username: str = "lan") -> None:
    page.get_by_label("Tên đăng nhập").fill(username)
    page.get_by_label("Mật khẩu").fill(demo.PASSWORD)
    page.get_by_role("button", name="Đăng nhập", exact=True).click()
    page.wait_for_load_state()


def waiting(page: Page) -> str | None:
    """What the tab keeps of a form."""
    return page.evaluate("sessionStorage.getItem('thammuu.draft')")


def press_send(page: Page) -> None:
    page.get_by_role("button", name="Ghi nhận bắt đầu").click()
    page.wait_for_load_state()


def test_a_form_sent_after_the_end_comes_back_filled_and_can_be_sent(page: Page, typed: str) -> None:
    end_every_session()
    press_send(page)
    sign_in_again(page)
    expect(page).to_have_url(re.compile(f"{typed}$"))
    expect(page.get_by_label("Ghi chú")).to_have_value(WORDS)
    expect(page.get_by_text(REFILLED)).to_be_visible()
    press_send(page)
    expect(page.locator("#buoc-3")).to_contain_text("Đã trình lãnh đạo")


def test_nor_is_it_lost_when_signing_in_again_happened_in_another_tab(
    page: Page, typed: str, complaints: list[str]
) -> None:
    end_every_session()
    other = page.context.new_page()
    other.goto("/")
    sign_in_again(other)
    page.bring_to_front()
    press_send(page)
    page.get_by_role("link", name="Mở lại trang này").click()
    expect(page.get_by_label("Ghi chú")).to_have_value(WORDS)
    press_send(page)
    expect(page.locator("#buoc-3")).to_contain_text("Đã trình lãnh đạo")
    complaints.clear()  # The browser counts the 403 of the old page as an error.


def test_another_officer_at_the_same_machine_sees_nothing_of_it(page: Page, typed: str) -> None:
    end_every_session()
    press_send(page)
    sign_in_again(page, "hung")
    page.goto(typed)
    expect(page.get_by_label("Ghi chú")).to_have_value("")
    assert waiting(page) is None


def test_what_was_taken_does_not_come_back(page: Page, typed: str) -> None:
    press_send(page)
    expect(page.locator("#buoc-3")).to_contain_text("Đã trình lãnh đạo")
    assert waiting(page) is None


def test_the_warning_puts_the_end_off_without_leaving_the_form(page: Page, typed: str) -> None:
    page.evaluate("document.querySelector('[data-tm-session-seconds]').hidden = false")
    page.get_by_role("link", name="Làm tiếp").click()
    expect(page.get_by_role("link", name="Làm tiếp")).to_be_hidden()
    expect(page.get_by_label("Ghi chú")).to_have_value(WORDS)


def test_no_password_waits_in_the_browser(page: Page, sign_in: SignIn, halfway: DossierView) -> None:
    sign_in()
    page.goto("/tai-khoan/mat-khau/")
    page.get_by_label("Mật khẩu hiện tại").fill("mot cau bi mat")
    end_every_session()
    page.get_by_role("button", name="Đổi mật khẩu").click()
    page.wait_for_load_state()
    assert waiting(page) is None
