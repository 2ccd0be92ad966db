"""In English, too, every page fits its window, and what scripts say comes in the language of the page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from thammuu.apps.dossiers.rows import DossierView
from web.browser.test_accessibility import PAGES, faults, overflow

SignIn = Callable[..., None]
MORE: dict[str, Callable[[DossierView], str]] = {
    "programme": lambda _: "/chuong-trinh/",
    "records": lambda dossier: f"/ho-so/{dossier.uuid}/ghi-chep/",
    "report": lambda dossier: f"/ho-so/{dossier.uuid}/tinh-hinh/",
    "notices": lambda _: "/thong-bao/",
    "wishes": lambda _: "/thong-bao/cach-nhan/",
    "search": lambda _: "/tim-kiem/",
}


@pytest.fixture
def english(page: Page, sign_in: SignIn) -> Page:
    """The drafter, who chose English on the page of the own account."""
    sign_in()
    page.goto("/tai-khoan/")
    page.get_by_role("combobox", name="Ngôn ngữ").select_option("en")
    page.get_by_role("button", name="Dùng ngôn ngữ này").click()
    expect(page.get_by_role("heading", level=1, name="My account")).to_be_visible()
    return page


def test_every_page_fits_its_window_in_english(english: Page, halfway: DossierView) -> None:
    found = {}
    for name, address in (PAGES | MORE).items():
        english.goto(address(halfway))
        found[name] = max(overflow(english), 0)
    assert found == dict.fromkeys(PAGES | MORE, 0)


def test_a_dossier_in_english_has_no_serious_fault(english: Page, halfway: DossierView) -> None:
    english.goto(PAGES["dossier"](halfway))
    assert faults(english) == []


def test_the_file_button_speaks_the_language_of_the_page(english: Page) -> None:
    english.goto("/lap-ho-so/")
    expect(english.get_by_text("Choose a file", exact=True)).to_be_visible()
    expect(english.get_by_text("No file chosen")).to_be_visible()
