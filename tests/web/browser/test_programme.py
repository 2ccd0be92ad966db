"""From a line of the programme to a running dossier, by pointer and by keyboard; and none of its pages has a fault."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from support.assignments import OUTCOME, make_assignment, make_sheet, make_template
from support.cast import Cast
from support.programme_sheets import PROGRAMME, workbook
from thammuu.apps.dossiers.rows import DossierView
from web.browser.test_accessibility import faults, overflow

SignIn = Callable[..., None]
DOUBTFUL = workbook(
    {
        "CT 2021": [
            ["TT", "Nội dung", "Chủ trì", "Thời gian"],
            [1, "Đề án A", "Phòng A, Phòng B", "31/02/2021"],
        ]
    }
)


@pytest.fixture
def assignment(cast: Cast, halfway: DossierView) -> UUID:
    """The drafter's, without a dossier."""
    return make_assignment(cast.drafter)


def test_from_an_item_by_its_template_to_a_dossier(page: Page, sign_in: SignIn, assignment: UUID) -> None:
    sign_in()
    page.goto("/chuong-trinh/")
    page.get_by_role("link", name=OUTCOME).click()
    page.get_by_role("link", name="Lập hồ sơ", exact=True).click()
    page.get_by_label("Số ngày làm việc của bước 4").fill("15")
    page.get_by_role("button", name="Tính lại tiến độ").click()
    expect(page.get_by_label("Số ngày làm việc của bước 4")).to_have_value("15")
    with page.expect_download() as download:
        page.get_by_role("link", name="Tải dự thảo kế hoạch").click()
    assert Path(download.value.path()).read_bytes().startswith(b"PK")
    page.get_by_label("Tên hồ sơ").fill("Hồ sơ năng suất")
    page.get_by_role("button", name="Lập hồ sơ").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hồ sơ năng suất")
    expect(page.get_by_role("status").first).to_contain_text("Đã lập hồ sơ từ nhiệm vụ")


def test_a_file_is_brought_and_confirmed(page: Page, sign_in: SignIn, tmp_path: Path) -> None:
    file = tmp_path / "ctct.xlsx"
    file.write_bytes(PROGRAMME)
    sign_in("clerk")
    page.goto("/chuong-trinh/nhap/")
    page.get_by_label("Tệp chương trình công tác").set_input_files(file)
    page.get_by_role("button", name="Đọc tệp").click()
    expect(page.get_by_role("heading", name="4 nhiệm vụ đọc được")).to_be_visible()
    page.get_by_role("button", name="Xác nhận và nhập").click()
    expect(page.get_by_role("status").first).to_contain_text("Đã nhập chương trình công tác.")
    page.get_by_label("Tìm trong nội dung").fill("tai san tri tue")
    expect(page.locator("#nhiem-vu")).to_contain_text("1 nhiệm vụ")
    expect(page.get_by_role("link", name="Đề án phát triển tài sản trí tuệ")).to_be_visible()


def test_too_little_time_is_told_where_the_cursor_is(page: Page, sign_in: SignIn, assignment: UUID) -> None:
    sign_in()
    page.goto(f"/chuong-trinh/nhiem-vu/{assignment}/lap-ho-so/?due_on=30/07/2021")
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("Cách xử lý")
    assert faults(page) == []


def test_no_page_has_a_serious_fault_and_each_fits_its_window(
    page: Page, sign_in: SignIn, cast: Cast, assignment: UUID
) -> None:
    item, sheet, template = (
        f"/chuong-trinh/nhiem-vu/{assignment}/",
        f"/chuong-trinh/nhap/{make_sheet(cast.clerk, DOUBTFUL).uuid}/",
        f"/chuong-trinh/mau-cac-buoc/{make_template(cast.head)}/",
    )
    addresses = (
        "/chuong-trinh/", "/chuong-trinh/nhap/", "/chuong-trinh/nhiem-vu/them/", "/chuong-trinh/nhiem-vu/van-ban-den/",
        sheet, item, f"{item}lap-ho-so/", f"{item}but-phe/", f"{item}sua/", f"{item}lui-han/",
        "/chuong-trinh/mau-cac-buoc/", template, f"{template}sua/",
    )  # fmt: skip
    sign_in("head")
    found = {}
    for address in addresses:
        page.goto(address)
        found[address] = (faults(page), max(overflow(page), 0))
    assert found == dict.fromkeys(addresses, ([], 0))


def test_a_leader_writes_on_an_item_by_keyboard(page: Page, sign_in: SignIn, assignment: UUID) -> None:
    sign_in("leader")
    page.goto(f"/chuong-trinh/nhiem-vu/{assignment}/but-phe/")
    page.get_by_label("Nội dung bút phê").focus()
    page.keyboard.type("Đồng ý, giao Chi cục.")
    page.keyboard.press("Tab")
    page.keyboard.type("Chi")
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Đồng ý, giao Chi cục.").first).to_be_visible()
