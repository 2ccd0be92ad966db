"""No page has a serious fault for people who see, point or read differently; none scrolls sideways on a phone."""

from __future__ import annotations

from collections.abc import Callable

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from support.cast import Cast
from support.drafts import begin
from thammuu.apps.dossiers.rows import DossierView

SignIn = Callable[..., None]
GRAVE = {"serious", "critical"}
PAGES: dict[str, Callable[[DossierView], str]] = {
    "mine": lambda _: "/viec-cua-toi/",
    "list": lambda _: "/theo-doi/",
    "dossier": lambda dossier: f"/ho-so/{dossier.uuid}/",
    "start": lambda dossier: f"/buoc/{dossier.steps[2].uuid}/bat-dau/",
    "finish": lambda dossier: f"/buoc/{dossier.steps[1].uuid}/hoan-thanh/",
    "hand over": lambda dossier: f"/buoc/{dossier.steps[1].uuid}/chuyen-giao/",
    "more time": lambda dossier: f"/buoc/{dossier.steps[1].uuid}/de-nghi-gia-han/",
    "split": lambda dossier: f"/buoc/{dossier.steps[2].uuid}/tach-viec/",
    "correct": lambda dossier: f"/buoc/{dossier.steps[2].uuid}/sua/when/",
    "add step": lambda dossier: f"/ho-so/{dossier.uuid}/them-buoc/",
    "hand over dossier": lambda dossier: f"/ho-so/{dossier.uuid}/giao-lai/",
    "doubt": lambda dossier: f"/ho-so/{dossier.uuid}/diem-can-xem/{dossier.doubts[0].uuid}/",
    "bring": lambda _: "/lap-ho-so/",
    "reading": lambda dossier: f"/lap-ho-so/{dossier.document.uuid}/",
    "records": lambda dossier: f"/ho-so/{dossier.uuid}/ghi-chep/",
    "ask others": lambda dossier: f"/buoc/{dossier.steps[2].uuid}/de-nghi-phoi-hop/",
    "study": lambda dossier: f"/ho-so/{dossier.uuid}/nghien-cuu/",
    "meeting": lambda dossier: f"/ho-so/{dossier.uuid}/cuoc-hop/",
    "note": lambda dossier: f"/ho-so/{dossier.uuid}/ghi-chu/",
    "drafts": lambda dossier: f"/ho-so/{dossier.uuid}/du-thao/",
    "templates": lambda _: "/mau-van-ban/",
    "template": lambda _: "/mau-van-ban/to-trinh/",
    "compose": lambda dossier: f"/ho-so/{dossier.uuid}/du-thao/soan/",
    "begin draft": lambda dossier: f"/ho-so/{dossier.uuid}/du-thao/tai-len/",
    "rule of form": lambda _: "/the-thuc/TT-121/",
    "search": lambda _: "/tim-kiem/?q=ke+hoach",
    "next year": lambda dossier: f"/ho-so/{dossier.uuid}/nam-sau/",
    "password": lambda _: "/tai-khoan/mat-khau/",
    "two factors": lambda _: "/tai-khoan/hai-lop/",
    "account": lambda _: "/tai-khoan/",
}


def faults(page: Page) -> list[str]:
    """Serious and critical findings of axe, with the place of each."""
    found = Axe().run(page).response["violations"]
    return [
        f"{fault['id']}: {node['html'][:120]}"
        for fault in found
        if fault["impact"] in GRAVE
        for node in fault["nodes"]
    ]


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than the window."""
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def test_no_page_has_a_serious_fault_and_each_fits_its_window(
    page: Page, sign_in: SignIn, halfway: DossierView
) -> None:
    sign_in()
    found = {}
    for name, address in PAGES.items():
        page.goto(address(halfway))
        found[name] = (faults(page), max(overflow(page), 0))
    assert found == dict.fromkeys(PAGES, ([], 0))


def test_a_draft_with_its_problems_has_none_either(
    page: Page, sign_in: SignIn, cast: Cast, halfway: DossierView
) -> None:
    draft = begin(cast.drafter, halfway.uuid)
    sign_in()
    for place in ("", "ky-nhay/", "lan-moi/", "lan/1/thay-doi/"):
        page.goto(f"/du-thao/{draft}/{place}")
        assert (place, faults(page), max(overflow(page), 0)) == (place, [], 0)


def test_the_door_has_no_serious_fault(page: Page, halfway: DossierView) -> None:
    page.goto("/")
    assert faults(page) == []
    assert overflow(page) <= 0


def test_nor_has_a_page_that_tells_what_went_wrong_or_well(
    page: Page, sign_in: SignIn, halfway: DossierView, complaints: list[str]
) -> None:
    sign_in()
    page.goto(PAGES["finish"](halfway))
    page.get_by_role("button", name="Ghi nhận hoàn thành").click()
    expect(page.get_by_label("Tệp minh chứng")).to_be_focused()
    assert faults(page) == []
    page.get_by_label("Nơi lưu minh chứng").fill("Tủ A, cặp số 3")
    page.get_by_label("Ngày hoàn thành").fill("01/01/2031")
    page.get_by_role("button", name="Ghi nhận hoàn thành").click()
    expect(page.get_by_role("alert").filter(has_text="hãy sửa lại ngày")).to_be_focused()
    assert faults(page) == []
    page.get_by_label("Ngày hoàn thành").fill("06/07/2021")
    page.get_by_role("button", name="Ghi nhận hoàn thành").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã ghi nhận")
    assert faults(page) == []
    page.goto("/khong-co/")
    assert faults(page) == []
    complaints.clear()  # The browser counts every 404 and 422 as an error.


def test_a_dossier_still_fits_at_320_pixels(page: Page, sign_in: SignIn, halfway: DossierView) -> None:
    sign_in()
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(PAGES["dossier"](halfway))
    assert overflow(page) <= 0


def test_everything_to_press_is_at_least_24_pixels_high(
    page: Page, sign_in: SignIn, halfway: DossierView
) -> None:
    sign_in()
    page.goto(PAGES["dossier"](halfway))
    heights = page.locator(".button, summary, nav a, .gantt__names a").evaluate_all(
        "all => all.filter(one => one.offsetParent).map(one => [one.textContent.trim(), one.getBoundingClientRect().height])"
    )
    assert [words for words, height in heights if height < 24] == []
