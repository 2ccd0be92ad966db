"""Quản trị has no serious fault for people who see, point or read differently, and fits a phone."""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from playwright.sync_api import Page, expect

from support.cast import Cast
from support.workbooks import workbook
from thammuu.apps.dossiers.rows import DossierView
from thammuu.apps.organisations.importing.services import bring_workbook
from thammuu.apps.organisations.models import Agency
from web.browser.test_accessibility import faults, overflow

ROWS = [["Họ và tên", "Tên đăng nhập"], ["Hà Thị Cúc", "cuc.ht"], ["Sai", "sai sót"]]
PAGES = (
    "/quan-tri/",
    "/quan-tri/co-quan/",
    "/quan-tri/co-quan/them/",
    "/quan-tri/don-vi/",
    "/quan-tri/can-bo/",
    "/quan-tri/can-bo/them/",
    "/quan-tri/dau-moi/",
    "/quan-tri/nhap-danh-ba/",
    "/quan-tri/tham-so/",
    "/quan-tri/tham-so/deadline.before_day/",
    "/vang-mat/",
    "/vang-mat/ghi/",
)


def test_the_pages_of_the_administrator_are_for_everyone(
    page: Page, sign_in: Callable[..., None], cast: Cast
) -> None:
    brought = bring_workbook(cast.administrator, workbook({"Cán bộ": ROWS}), key=uuid4())
    agency = Agency.objects.get(names__name="Sở Tài chính").uuid
    objects = (
        f"/quan-tri/nhap-danh-ba/{brought}/",
        f"/quan-tri/co-quan/{agency}/",
        f"/quan-tri/can-bo/{cast.drafter.uuid}/",
    )
    sign_in("administrator")
    found = {}
    for address in (*PAGES, *objects):
        page.goto(address)
        found[address] = (faults(page), max(overflow(page), 0))
    assert found == dict.fromkeys(found, ([], 0))


def test_an_absence_is_recorded_by_keyboard(
    page: Page, sign_in: Callable[..., None], halfway: DossierView
) -> None:
    sign_in("head")
    page.goto("/vang-mat/ghi/")
    page.get_by_label("Người làm thay").focus()
    page.keyboard.type("Nguyễn Thị Lan")
    for words in ("12/07/2021", "16/07/2021", "Nghỉ phép"):
        page.keyboard.press("Tab")
        page.keyboard.type(words)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Vắng mặt, làm thay")).to_be_visible()
    expect(page.get_by_role("cell", name="Nguyễn Thị Lan")).to_be_visible()
