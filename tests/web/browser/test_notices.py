"""Notices and reports as people meet them: no serious fault, nothing wider than the window, read by keyboard alone."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import transaction
from playwright.sync_api import Page, expect

from support.cast import Cast
from thammuu.apps.dossiers.outgoing.reminders import remind
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.notifications.commands import Telling
from thammuu.apps.notifications.models import Kind
from thammuu.apps.notifications.services import tell
from thammuu.apps.organisations import clock
from web.browser.test_accessibility import faults, overflow

SignIn = Callable[..., None]
PICTURES = os.environ.get("THAMMUU_TEST_PICTURES")


@pytest.fixture
def told(halfway: DossierView, cast: Cast) -> DossierView:
    """The drafter was reminded, and handed a step."""
    remind(clock.today())
    words = f"Bước II.2 “Soạn thảo dự thảo kế hoạch” của hồ sơ “{halfway.title}” được chuyển cho bạn."
    link = f"/ho-so/{halfway.uuid}/#buoc-2"
    with transaction.atomic():
        tell(
            Telling(
                cast.drafter.id,
                cast.drafter.agency_id,
                Kind.HANDED_OVER,
                halfway.uuid,
                words,
                link,
                "browser",
            )
        )
    return halfway


def picture(page: Page, name: str) -> None:
    """Keep what is seen, where a folder for it is named."""
    if PICTURES and page.viewport_size:
        page.screenshot(path=Path(PICTURES) / f"{name}-{page.viewport_size['width']}.png", full_page=True)


def test_pages_of_notices_and_reports_have_no_serious_fault(
    page: Page, sign_in: SignIn, told: DossierView
) -> None:
    sign_in()
    addresses = {
        "notices": "/thong-bao/",
        "preference": "/thong-bao/cach-nhan/",
        "state": f"/ho-so/{told.uuid}/tinh-hinh/",
        "weekly": "/bao-cao-tuan/",
    }
    found = {}
    for name, address in addresses.items():
        page.goto(address)
        picture(page, name)
        found[name] = (faults(page), max(overflow(page), 0))
    assert found == dict.fromkeys(addresses, ([], 0))


def test_a_notice_is_opened_by_keyboard_and_the_bell_counts_one_less(
    page: Page, sign_in: SignIn, told: DossierView
) -> None:
    sign_in()
    before = int(page.locator(".bell__count").inner_text().split()[0])
    page.locator(".bell").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Thông báo").wait_for()
    page.get_by_role("button", name="được chuyển cho bạn").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"/ho-so/{told.uuid}/"))
    left = page.locator(".bell__count")
    assert (int(left.inner_text().split()[0]) if left.count() else 0) == before - 1
