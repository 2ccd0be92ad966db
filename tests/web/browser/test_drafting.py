"""A paper is composed, brought again from Word, and initialled; the leader does it on a phone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from support.cast import Cast
from support.drafts import begin, initial, word_file
from thammuu.apps.dossiers.rows import DossierView

SignIn = Callable[..., None]


def test_a_paper_is_composed_changed_in_word_and_initialled(
    page: Page, sign_in: SignIn, halfway: DossierView
) -> None:
    sign_in()
    page.goto(f"/ho-so/{halfway.uuid}/")
    page.get_by_role("link", name="Dự thảo", exact=True).click()
    page.locator(".draft--proposed").filter(has_text="Tờ trình").get_by_role("link", name="Soạn").click()
    page.get_by_role("button", name="Soạn", exact=True).click()
    expect(page.locator(".folio")).to_contain_text("TỜ TRÌNH")
    mark = page.locator(".problem").first
    expect(mark).to_be_visible()

    page.get_by_role("link", name="Đưa bản sửa lên").click()
    file = word_file("TỜ TRÌNH", "Về việc ban hành Kế hoạch nâng cao năng suất")
    page.locator("input[type=file]").set_input_files(
        {"name": "to-trinh.docx", "mimeType": "application/octet-stream", "buffer": file.data}
    )
    page.get_by_label("Nội dung thay đổi").fill("Bổ sung căn cứ")
    page.get_by_role("button", name="Lưu lần dự thảo mới").click()
    expect(page.locator(".drafted__version")).to_contain_text("Dự thảo lần 2")
    page.get_by_role("link", name="Xem thay đổi so với lần trước").click()
    expect(page.locator(".change").first).to_be_visible()
    page.get_by_role("link", name="Quay lại dự thảo").click()

    page.get_by_role("link", name="Ký nháy", exact=True).click()
    page.get_by_role("button", name="Ký nháy", exact=True).click()
    expect(page.locator(".chain__post--done")).to_have_count(1)


def test_problems_of_one_severity_are_shown_without_another_page(
    page: Page, sign_in: SignIn, cast: Cast, halfway: DossierView
) -> None:
    draft = begin(cast.drafter, halfway.uuid)
    sign_in()
    page.goto(f"/du-thao/{draft}/")
    page.locator(".severities").get_by_role("link", name="Cảnh báo").click()
    expect(page.locator(".severities [aria-current]")).to_contain_text("Cảnh báo")
    expect(page.locator(".problem--error")).to_have_count(0)
    mark = page.locator(".spot").first
    mark.click()
    expect(page.locator(".problem:target")).to_have_count(1)


def test_a_leader_initials_from_the_own_desk(
    page: Page, sign_in: SignIn, cast: Cast, halfway: DossierView
) -> None:
    draft = begin(cast.drafter, halfway.uuid)
    for actor, post in ((cast.drafter, "drafter"), (cast.head, "head_of_unit"), (cast.clerk, "office")):
        initial(actor, draft, post)
    sign_in("leader")
    page.goto("/viec-cua-toi/")
    page.locator("section", has=page.locator("#cho-ky-nhay")).locator(".draft__title a").click()
    page.get_by_role("link", name="Ký nháy", exact=True).click()
    page.get_by_label("Ý kiến").fill("Đồng ý")
    page.get_by_role("button", name="Ký nháy", exact=True).click()
    expect(page.get_by_text("Đủ chữ ký nháy").first).to_be_visible()
