"""An officer's way through the first desk, by pointer and by keyboard alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from thammuu.apps.dossiers.rows import DossierView

SignIn = Callable[..., None]


def test_from_the_door_to_a_finished_step_with_its_evidence(
    page: Page, sign_in: SignIn, halfway: DossierView, tmp_path: Path
) -> None:
    proof = tmp_path / "du-thao.txt"
    proof.write_text("Dự thảo đã ký", encoding="utf-8")
    sign_in()
    page.goto("/theo-doi/")
    page.get_by_role("link", name=halfway.title).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(halfway.title)
    page.get_by_role("link", name="Hoàn thành bước II.2").click()
    page.get_by_label("Tệp minh chứng").set_input_files(proof)
    page.get_by_role("button", name="Ghi nhận hoàn thành").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi nhận hoàn thành bước II.2")
    done = page.locator("#buoc-2")
    expect(done).to_contain_text("Đã hoàn thành")
    with page.expect_download() as download:
        done.get_by_role("link", name="du-thao.txt").click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == "Dự thảo đã ký"


def test_starting_a_step_shows_it_begun(page: Page, sign_in: SignIn, halfway: DossierView) -> None:
    sign_in()
    page.goto(f"/ho-so/{halfway.uuid}/")
    page.get_by_role("link", name="Bắt đầu bước II.3").click()
    page.get_by_label("Ghi chú").fill("Đã gửi công văn lấy ý kiến")
    page.get_by_role("button", name="Ghi nhận bắt đầu").click()
    expect(page.locator("#buoc-3")).to_contain_text("Đã gửi công văn lấy ý kiến")


def test_a_doubt_is_settled_and_folded_away(page: Page, sign_in: SignIn, halfway: DossierView) -> None:
    sign_in()
    page.goto(f"/ho-so/{halfway.uuid}/")
    page.get_by_role("link", name="Kết luận về điểm này").first.click()
    page.get_by_label("Không phải vấn đề, bỏ qua").check()
    page.get_by_label("Lý do").fill("Đã đối chiếu bản gốc")
    page.get_by_role("button", name="Ghi kết luận").click()
    page.get_by_text("1 điểm đã kết luận").click()
    expect(page.get_by_text("Đã đối chiếu bản gốc")).to_be_visible()


def test_the_filter_changes_the_list_without_leaving_the_page(
    page: Page, sign_in: SignIn, halfway: DossierView
) -> None:
    sign_in()
    page.goto("/theo-doi/")
    page.evaluate("document.documentElement.dataset.same = 'page'")
    page.get_by_label("Tìm trong tên hồ sơ").fill("khong co")
    expect(page.get_by_text("Không có hồ sơ nào khớp")).to_be_visible()
    page.get_by_label("Tìm trong tên hồ sơ").fill("ke hoach")
    expect(page.get_by_role("link", name=halfway.title)).to_be_visible()
    assert page.evaluate("document.documentElement.dataset.same") == "page"
    expect(page).to_have_url(re.compile(r"words=ke%20hoach"))


def test_the_whole_way_by_keyboard(page: Page, sign_in: SignIn, halfway: DossierView) -> None:
    sign_in()
    page.goto("/theo-doi/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Tới nội dung chính")).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name=halfway.title).element_handle())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(halfway.title)
    tab_to(page, page.locator(".gantt__days").element_handle())
    tab_to(page, page.get_by_role("link", name="Hoàn thành bước II.2").element_handle())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ghi nhận hoàn thành")
    tab_to(page, page.get_by_label("Nơi lưu minh chứng").element_handle())
    page.keyboard.type("Tủ A, cặp số 3")
    page.keyboard.press("Enter")
    expect(page.locator("#buoc-2")).to_contain_text("Tủ A, cặp số 3")


def tab_to(page: Page, wanted: object, presses: int = 80) -> None:
    """Press Tab until `wanted` has the focus; every stop on the way must show where the focus is."""
    for _ in range(presses):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement === wanted", wanted):
            return
    raise AssertionError(f"{wanted} is not reached by {presses} presses of Tab")
