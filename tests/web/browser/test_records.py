"""A co-ordinating unit is asked, answers from its own work, and is seen to have answered; a meeting makes a step."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from support.cast import Cast
from support.records import ask, call_meeting
from thammuu.apps.dossiers.queries import dossier_view
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations.models import Unit

SignIn = Callable[..., None]


def test_a_co_ordinating_unit_answers_what_it_was_asked(
    page: Page, sign_in: SignIn, cast: Cast, halfway: DossierView
) -> None:
    unit = Unit.objects.get(pk=cast.other_unit.own_unit_id)
    ask(cast.drafter, dossier_view(cast.drafter, halfway.uuid), unit=unit.uuid)
    sign_in("other_unit")
    page.goto("/viec-cua-toi/")
    page.get_by_role("link", name="Trả lời").first.click()
    page.locator("[name=text]").fill("Số liệu của phòng kèm theo")
    page.get_by_role("button", name="Ghi trả lời").click()
    expect(page.get_by_text("Đã gửi nội dung").first).to_be_visible()
    expect(page.get_by_text("Số liệu của phòng kèm theo")).to_be_visible()
    page.goto("/viec-cua-toi/")
    expect(page.get_by_text("Gửi số liệu năng suất lao động")).to_have_count(0)


def test_the_drafter_asks_a_unit_by_keyboard(page: Page, sign_in: SignIn, halfway: DossierView) -> None:
    sign_in()
    page.goto(f"/buoc/{halfway.steps[2].uuid}/de-nghi-phoi-hop/")
    page.get_by_label("Cơ quan bên ngoài").focus()
    page.keyboard.type("Cục Thống kê")
    page.get_by_label("Nội dung đề nghị").focus()
    page.keyboard.type("Gửi số liệu năng suất")
    page.get_by_role("button", name="Gửi đề nghị").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Chờ trả lời")).to_be_visible()


def test_a_conclusion_of_a_meeting_becomes_a_step(
    page: Page, sign_in: SignIn, cast: Cast, halfway: DossierView
) -> None:
    call_meeting(cast.drafter, halfway)
    sign_in()
    page.goto(f"/ho-so/{halfway.uuid}/ghi-chep/")
    page.get_by_role("link", name="Ghi kết luận").click()
    page.get_by_label("Người chủ trì, kết luận").fill("Nguyễn Văn Bình")
    page.locator("[name=text_0]").fill("Bổ sung phụ lục chỉ tiêu")
    page.locator("[name=due_on_0]").fill("20/07/2021")
    page.get_by_role("button", name="Lưu kết luận").click()
    page.get_by_role("link", name="thành bước").click()
    expect(page.get_by_text("Bổ sung phụ lục chỉ tiêu").first).to_be_visible()
