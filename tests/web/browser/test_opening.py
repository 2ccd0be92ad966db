"""From a file to a dossier in a real browser: bring it, see the doubts, confirm, correct, make the dossier."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from support.builders import make_document
from support.cast import Cast
from support.claims import plan_claim
from thammuu.apps.dossiers.rows import DossierView
from web.browser.test_accessibility import faults, overflow
from web.browser.test_journey import tab_to

SignIn = Callable[..., None]


@pytest.fixture
def document(halfway: DossierView, cast: Cast) -> UUID:
    """A plan that has been read and of which nobody confirmed anything yet."""
    return make_document(cast.drafter)


def test_from_the_dropped_file_to_the_dossier(
    page: Page, sign_in: SignIn, document: UUID, tmp_path: Path
) -> None:
    plan = tmp_path / "ke-hoach-moi.txt"
    plan.write_text("KẾ HOẠCH\n1. Trước 15/6/2021: Xây dựng dự thảo mới.", encoding="utf-8")
    sign_in()
    page.goto("/lap-ho-so/")
    page.get_by_label("Tệp kế hoạch").set_input_files(plan)
    page.get_by_role("button", name="Đọc kế hoạch").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đang đọc kế hoạch")
    page.goto(f"/lap-ho-so/{document}/")
    expect(page.get_by_role("heading", name="2 điểm cần xem lại")).to_be_visible()
    page.locator("#buoc-s2").get_by_role("button", name="Xác nhận cả mục").click()
    expect(page.locator("#buoc-s2 .badge")).to_contain_text("Đã xác nhận")
    expect(page.locator("#buoc-s2")).to_be_focused()
    page.locator("#buoc-s3").get_by_role("button", name="Đúng Thời hạn II.3").click()
    expect(page.locator("#buoc-s3 .value--confirmed")).to_have_count(1)
    page.locator("#buoc-s4 .read__ways a").click()
    page.get_by_label("Đến ngày").fill("20/07/2021")
    page.get_by_role("button", name="Lưu và xác nhận").click()
    expect(page.locator("#buoc-s4")).to_contain_text("trước ngày 20/07/2021")
    expect(page.locator("#buoc-s4")).to_contain_text("đã sửa")
    page.get_by_label("Tên hồ sơ").fill("Hồ sơ năng suất")
    page.get_by_role("button", name="Lập hồ sơ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hồ sơ năng suất")


def test_a_value_lights_up_its_words(page: Page, sign_in: SignIn, document: UUID) -> None:
    sign_in()
    page.goto(f"/lap-ho-so/{document}/")
    page.locator("#buoc-s4 a[data-tm-words]").first.click()
    lit = page.locator(".opening__paper .is-lit")
    expect(lit).to_have_text("Lấy ý kiến lần 2")
    expect(lit).to_be_in_viewport()


def test_the_whole_confirming_by_keyboard(page: Page, sign_in: SignIn, document: UUID) -> None:
    sign_in()
    page.goto(f"/lap-ho-so/{document}/")
    words = page.locator("#buoc-s1 a[data-tm-words]").first
    tab_to(page, words.element_handle())
    page.keyboard.press("Enter")
    expect(page.locator(".opening__paper .is-lit").first).to_be_in_viewport()
    page.locator("#buoc-s1").focus()
    tab_to(page, page.locator("#buoc-s1").get_by_role("button", name="Xác nhận cả mục").element_handle())
    page.keyboard.press("Enter")
    expect(page.locator("#buoc-s1")).to_be_focused()
    tab_to(page, page.locator("#buoc-s2 .read__ways a").element_handle())
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Đến ngày").element_handle())
    page.keyboard.press("Control+A")
    page.keyboard.type("18/06/2021")
    page.keyboard.press("Enter")
    expect(page.locator("#buoc-s2")).to_contain_text("chậm nhất ngày 18/06/2021")


def test_a_refused_correction_keeps_what_was_typed(
    page: Page, sign_in: SignIn, document: UUID, complaints: list[str]
) -> None:
    sign_in()
    page.goto(f"/lap-ho-so/{document}/")
    page.locator("#buoc-s2 .read__ways a").click()
    page.get_by_label("Báo cáo").fill("UBND tỉnh")
    page.get_by_label("Đến ngày").fill("31/02/2021")
    page.get_by_role("button", name="Lưu và xác nhận").click()
    expect(page.get_by_label("Đến ngày")).to_be_focused()
    expect(page.get_by_label("Báo cáo")).to_have_value("UBND tỉnh")
    complaints.clear()  # The browser counts every 422 as an error.


def test_an_amended_plan_is_chosen_line_by_line(
    page: Page, sign_in: SignIn, halfway: DossierView, cast: Cast
) -> None:
    claim, _ = plan_claim()
    claim["steps"][3]["when"] |= {"end": "2021-07-20"}
    amended = make_document(cast.drafter, claim)
    sign_in()
    page.goto(f"/ho-so/{halfway.uuid}/ke-hoach-sua-doi/{amended}/")
    expect(page.get_by_role("row").nth(1)).to_contain_text("20/07/2021")
    page.get_by_role("button", name="Áp dụng các thay đổi đã chọn").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã áp dụng")


def test_none_of_these_pages_has_a_serious_fault_and_each_fits_its_window(
    page: Page, sign_in: SignIn, halfway: DossierView, document: UUID, cast: Cast
) -> None:
    claim, _ = plan_claim()
    amended = make_document(cast.drafter, claim | {"steps": claim["steps"][:3]})
    pages = {
        "confirm": f"/lap-ho-so/{document}/",
        "step": f"/lap-ho-so/{document}/buoc/s2/",
        "header": f"/lap-ho-so/{document}/dau-van-ban/",
        "add": f"/lap-ho-so/{document}/them-buoc/",
        "same": f"/lap-ho-so/{document}/doc-lai/",
        "amend": f"/ho-so/{halfway.uuid}/ke-hoach-sua-doi/",
        "changes": f"/ho-so/{halfway.uuid}/ke-hoach-sua-doi/{amended}/",
        "next year": f"/ho-so/{halfway.uuid}/nam-sau/",
    }
    sign_in()
    found = {}
    for name, address in pages.items():
        page.goto(address)
        found[name] = (faults(page), max(overflow(page), 0))
    assert found == dict.fromkeys(pages, ([], 0))
