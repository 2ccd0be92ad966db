"""A day at the desk of five people: drafter, head of unit, leader on a phone, and two who act on the same step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Page, expect

from support.builders import step_of
from support.cast import Cast
from thammuu.apps.dossiers import services
from thammuu.apps.dossiers.commands import AskMoreTime, HandOverStep
from thammuu.apps.dossiers.rows import DossierView

SignIn = Callable[..., None]


def ask(cast: Cast, dossier: DossierView, number: int = 2) -> None:
    """The drafter asks for more time for that step."""
    step = step_of(cast.drafter, dossier, number)
    command = AskMoreTime(
        step.uuid,
        step.version,
        date(2021, 7, 5),
        cast.drafter.name,
        date(2021, 7, 20),
        "Hai sở chưa trả lời",
        "15/TTr-TĐC",
    )
    services.ask_more_time(cast.drafter, command, key=uuid4())


def test_a_drafter_starts_hands_over_and_finishes_with_evidence(
    page: Page, sign_in: SignIn, halfway: DossierView, tmp_path: Path
) -> None:
    proof = tmp_path / "tong-hop.txt"
    proof.write_text("Bảng tổng hợp", encoding="utf-8")
    sign_in()
    page.get_by_role("link", name="Bắt đầu bước II.3").click()
    page.get_by_role("button", name="Ghi nhận bắt đầu").click()
    step = page.locator("#buoc-3")
    expect(step).to_contain_text("Bắt đầu 06/07/2021")
    step.get_by_role("link", name="Chi tiết, việc khác").click()
    step.get_by_role("link", name="Chuyển giao").click()
    page.get_by_label("Cơ quan bên ngoài").fill("Sở Tài chính")
    page.get_by_role("button", name="Ghi nhận chuyển giao").click()
    expect(page.locator("#buoc-3")).to_contain_text("Sở Tài chính")
    page.get_by_role("link", name="Hoàn thành bước II.3").click()
    page.get_by_label("Tệp minh chứng").set_input_files(proof)
    page.get_by_role("button", name="Ghi nhận hoàn thành").click()
    expect(page.locator("#buoc-3")).to_contain_text("Đã hoàn thành")


def test_a_head_of_unit_sees_the_work_of_the_unit_and_splits_a_step(
    page: Page, sign_in: SignIn, halfway: DossierView
) -> None:
    sign_in("head")
    expect(page.get_by_role("heading", name="Quá hạn")).to_be_visible()
    page.goto(f"/ho-so/{halfway.uuid}/")
    step = page.locator("#buoc-3")
    step.get_by_role("link", name="Chi tiết, việc khác").click()
    step.get_by_role("link", name="Tách thành các việc").click()
    page.get_by_role("textbox", name="Nội dung").nth(0).fill("Gửi văn bản lấy ý kiến")
    page.get_by_role("textbox", name="Nội dung").nth(1).fill("Tổng hợp ý kiến")
    page.get_by_role("button", name="Tách bước").click()
    expect(page.get_by_text("Tổng hợp ý kiến").first).to_be_visible()


def test_a_leader_decides_more_time(page: Page, sign_in: SignIn, halfway: DossierView, cast: Cast) -> None:
    ask(cast, halfway)
    sign_in("leader")
    page.goto(f"/ho-so/{halfway.uuid}/")
    page.get_by_role("link", name="Quyết định gia hạn bước II.2").click()
    page.get_by_label("Đồng ý gia hạn").check()
    page.get_by_role("button", name="Ghi quyết định").click()
    expect(page.locator("#buoc-2")).to_contain_text("Đồng ý gia hạn đến 20/07/2021")


def test_the_second_of_two_who_act_on_a_step_sees_both_texts(
    page: Page, sign_in: SignIn, halfway: DossierView, cast: Cast, complaints: list[str]
) -> None:
    sign_in()
    page.goto(f"/buoc/{halfway.steps[1].uuid}/chuyen-giao/")
    step = step_of(cast.drafter, halfway, 2)
    first = HandOverStep(
        step.uuid, step.version, date(2021, 7, 6), cast.head.name, words="Văn phòng UBND tỉnh"
    )
    services.hand_over_step(cast.head, first, key=uuid4())
    page.get_by_label("Cơ quan bên ngoài").fill("Sở Tài chính")
    page.get_by_role("button", name="Ghi nhận chuyển giao").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Nội dung đã được người khác sửa")
    expect(page.get_by_text("Văn phòng UBND tỉnh")).to_be_visible()
    expect(page.get_by_text("Sở Tài chính")).to_be_visible()
    complaints.clear()  # The browser counts the 409 as an error.


def test_what_the_machine_read_is_confirmed_by_one_press_where_it_is_seen(
    page: Page, sign_in: SignIn, halfway: DossierView
) -> None:
    sign_in()
    page.goto(f"/ho-so/{halfway.uuid}/")
    step = page.locator("#buoc-4")
    step.get_by_role("link", name="Chi tiết").click()
    step.get_by_role("button", name="Xác nhận đúng").click()
    expect(page.locator("#buoc-4")).not_to_contain_text("Máy đọc, chưa xác nhận")


def test_the_timetable_is_zoomed_in_place(page: Page, sign_in: SignIn, halfway: DossierView) -> None:
    sign_in()
    page.goto(f"/ho-so/{halfway.uuid}/")
    page.evaluate("document.documentElement.dataset.same = 'page'")
    page.get_by_role("link", name="Tuần", exact=True).click()
    expect(page.get_by_role("link", name="Tuần", exact=True)).to_have_attribute("aria-current", "true")
    assert page.evaluate("document.documentElement.dataset.same") == "page"
    page.reload()
    expect(page.get_by_role("link", name="Tuần", exact=True)).to_have_attribute("aria-current", "true")


def test_a_menu_closes_by_escape_and_gives_the_cursor_back(
    page: Page, sign_in: SignIn, halfway: DossierView
) -> None:
    sign_in()
    menu = page.locator(".work__row .menu").first
    menu.locator("summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(menu.locator("a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(menu.locator("summary")).to_be_focused()
    expect(menu.locator("ul")).to_be_hidden()


def test_a_step_unfolds_in_place_and_folds_again_under_the_same_cursor(
    page: Page, sign_in: SignIn, halfway: DossierView
) -> None:
    sign_in()
    page.goto(f"/ho-so/{halfway.uuid}/")
    page.evaluate("document.documentElement.dataset.same = 'page'")
    page.locator("#chi-tiet-3").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#buoc-3 .step__more")).to_be_visible()
    expect(page.locator("#chi-tiet-3")).to_be_focused()
    assert page.evaluate("document.documentElement.dataset.same") == "page"
    assert page.url.endswith("?buoc=3")
    page.keyboard.press("Enter")
    expect(page.locator("#buoc-3 .step__more")).to_have_count(0)
    expect(page.locator("#chi-tiet-3")).to_be_focused()
