"""Chương trình công tác on the screen: the list, bringing a file, confirming it, acts, the timetable, templates."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4
from zipfile import ZipFile

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from support.assignments import OUTCOME, make_assignment, make_sheet, make_template
from support.cast import Cast
from support.htmx import patched, plain, without
from support.programme_sheets import PROGRAMME, workbook
from thammuu.apps.dossiers.models import Dossier
from thammuu.apps.organisations.models import Unit
from thammuu.apps.programme.models import Assignment, TemplateVersion

ClientOf = Callable[[str], Client]
LIST = "/chuong-trinh/"


@pytest.fixture
def clerk(as_client: ClientOf) -> Client:
    return as_client("clerk")


@pytest.fixture
def assignment(cast: Cast) -> UUID:
    return make_assignment(cast.drafter)


def text(response: object) -> str:
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").split())  # type: ignore[attr-defined]


def item(assignment: UUID, slug: str = "") -> str:
    return f"/chuong-trinh/nhiem-vu/{assignment}/{slug}"


def test_the_list_tells_what_is_due_and_offers_each_his_own_doors(
    drafter: Client, clerk: Client, cast: Cast, assignment: UUID
) -> None:
    make_assignment(cast.drafter, text="Báo cáo quý II", due_on=date(2021, 6, 30))
    shown = text(drafter.get(LIST))
    assert "2 nhiệm vụ" in shown
    assert "Quá hạn 1" in shown
    assert shown.index("Báo cáo quý II") < shown.index(OUTCOME)
    assert "Nhập từ tệp" not in shown
    assert "Nhập từ tệp" in text(clerk.get(LIST))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"words": "bao cao quy"}, True),
        ({"words": "de an"}, False),
        ({"state": "late"}, True),
        ({"state": "done"}, False),
        ({"month": "2021-06"}, True),
        ({"month": "2021-07"}, False),
        ({"month": "khong", "unit": "x", "state": "x", "programme": "y"}, True),
    ],
)
def test_the_filter_patches_the_page_to_what_a_fresh_load_shows(
    drafter: Client, cast: Cast, query: dict[str, str], found: bool
) -> None:
    make_assignment(cast.drafter, text="Báo cáo quý II", due_on=date(2021, 6, 30))
    page, fresh = (without(drafter.get(LIST, asked).content.decode(), ".filter") for asked in ({}, query))
    fragment = drafter.get(LIST, query, headers={"HX-Request": "true"})
    assert patched(page, target="#nhiem-vu", fragment=fragment.content.decode()) == plain(fresh)
    assert ("Báo cáo quý II" in text(fragment)) is found


def test_a_list_of_nothing_says_where_assignments_come_from(drafter: Client) -> None:
    assert "Chưa có nhiệm vụ nào" in text(drafter.get(LIST))


def test_a_file_is_brought_looked_at_and_confirmed(clerk: Client) -> None:
    sent = {"key": uuid4(), "file": SimpleUploadedFile("ctct.xlsx", PROGRAMME)}
    response = clerk.post("/chuong-trinh/nhap/", sent, follow=True)
    page = BeautifulSoup(response.content, "html.parser")
    assert "4 nhiệm vụ đọc được" in text(response)
    assert page.find("input", {"name": "title"})["value"] == "CHƯƠNG TRÌNH CÔNG TÁC NĂM 2021"  # type: ignore[index]
    checked = [box["name"] for box in page.select("input[type=checkbox][checked]")]
    assert checked == ["left_out_2", "left_out_3"]  # led by another agency
    assert not Assignment.objects.exists()
    form = {
        "key": uuid4(),
        "title": "Chương trình công tác năm 2021",
        "year": 2021,
        "left_out_2": "on",
        "left_out_3": "on",
    }
    done = clerk.post(response.request["PATH_INFO"], form, follow=True)
    assert "Đã nhập chương trình công tác." in text(done)
    assert "2 nhiệm vụ" in text(done)
    again = text(clerk.get(response.request["PATH_INFO"]))
    assert "Tệp này đã được nhập ngày 06/07/2021" in again
    assert "Xác nhận và nhập" not in again


def test_a_doubtful_row_is_told_and_put_right_in_its_place(clerk: Client, cast: Cast) -> None:
    data = workbook(
        {
            "CT 2021": [
                ["TT", "Nội dung", "Chủ trì", "Thời gian"],
                [1, "Đề án A", "Sở Y tế, Sở Nội vụ", "31/02/2021"],
            ]
        }
    )
    address = f"/chuong-trinh/nhap/{make_sheet(cast.clerk, data).uuid}/"
    shown = text(clerk.get(address))
    assert "Mỗi việc chỉ một cơ quan chủ trì" in shown
    assert "Không đọc được thời hạn “31/02/2021”" in shown
    form = {"key": uuid4(), "title": "CT", "year": 2021, "lead_0": "Văn phòng Sở", "due_0": "28/2/2021"}
    refused = clerk.post(address, form | {"due_0": "31/02/2021"})
    assert refused.status_code == 422
    assert "Văn phòng Sở" in refused.content.decode()  # nothing typed is lost
    clerk.post(address, form)
    row = Assignment.objects.get()
    assert (str(row.lead_unit), row.ends_on) == ("Văn phòng Sở", date(2021, 2, 28))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.xlsx", b"PK\x03\x04" + b"\0" * 99, "bị hỏng"),
        ("a.exe", bytes(range(256)) * 4, "Hãy gửi tệp"),
        ("a.xlsx", workbook({"A": [["UBND TỈNH"], ["MẬT"]]}), "không được đưa vào hệ thống"),
    ],
)
def test_a_file_that_is_not_taken_is_told_on_its_form(
    clerk: Client, name: str, data: bytes, words: str
) -> None:
    response = clerk.post("/chuong-trinh/nhap/", {"key": uuid4(), "file": SimpleUploadedFile(name, data)})
    assert response.status_code == 422
    assert words in text(response)


def test_wrong_columns_are_told_with_what_to_do(clerk: Client) -> None:
    data = workbook({"A": [["Họ tên", "Điện thoại", "Địa chỉ"], *[["x", "1", "y"]] * 4]})
    sent = {"key": uuid4(), "file": SimpleUploadedFile("a.xlsx", data)}
    shown = text(clerk.post("/chuong-trinh/nhap/", sent, follow=True))
    assert "không có dòng đầu cột nhận ra được" in shown
    assert "Chọn tệp khác" in shown


def test_a_letter_with_the_leaders_words_is_recorded(clerk: Client, cast: Cast, unread: None) -> None:
    unit = Unit.objects.get(name="Chi cục Tiêu chuẩn Đo lường Chất lượng")
    form = {
        "key": uuid4(),
        "issuer": "UBND tỉnh Bắc Giang",
        "symbol": "3215/UBND-KGVX",
        "received_on": "02/07/2021",
        "file": SimpleUploadedFile("giao-viec.txt", "Công văn".encode()),
        "text": "Tham mưu Kế hoạch chuyển đổi số",
        "remark_words": "Giao Chi cục tham mưu",
        "remark_unit": str(unit.uuid),
    }
    refused = clerk.post("/chuong-trinh/nhiem-vu/van-ban-den/", form)
    assert refused.status_code == 422
    assert "Hãy ghi ai bút phê." in text(refused)
    assert "giao-viec.txt" in text(refused)  # which file to choose again
    again = form | {
        "file": SimpleUploadedFile("giao-viec.txt", "Công văn".encode()),
        "remark_by": "Nguyễn Văn Bình",
        "remark_on": "03/07/2021",
    }
    shown = text(clerk.post("/chuong-trinh/nhiem-vu/van-ban-den/", again, follow=True))
    assert "Giao Chi cục tham mưu" in shown
    assert "ghi nhận thay: Phạm Thị Mai" in shown
    assert "số 3215/UBND-KGVX" in shown


def test_a_leader_gives_an_item_to_a_unit_with_three_fields(as_client: ClientOf, assignment: UUID) -> None:
    leader = as_client("leader")
    page = BeautifulSoup(leader.get(item(assignment, "but-phe/")).content, "html.parser")
    assert page.find("input", {"name": "given_by"})["value"] == "Nguyễn Văn Bình"  # type: ignore[index]
    assert page.find("input", {"name": "evidence"}) is None
    form = {
        "key": uuid4(),
        "version": 1,
        "words": "Đồng ý",
        "given_by": "Nguyễn Văn Bình",
        "given_on": "06/07/2021",
    }
    assert "Đồng ý" in text(leader.post(item(assignment, "but-phe/"), form, follow=True))


def test_two_corrections_at_once_keep_both_texts(clerk: Client, assignment: UUID) -> None:
    form = {"version": 1, "text": "Tên thứ nhất", "reason": "Sửa"}
    clerk.post(item(assignment, "sua/"), form | {"key": uuid4()})
    response = clerk.post(item(assignment, "sua/"), form | {"key": uuid4(), "text": "Tên thứ hai"})
    assert response.status_code == 409
    assert ("Tên thứ nhất" in text(response), "Tên thứ hai" in text(response)) == (True, True)


def test_the_timetable_is_shown_adjusted_drafted_and_made_a_dossier(
    drafter: Client, assignment: UUID
) -> None:
    address = item(assignment, "lap-ho-so/")
    shown = drafter.get(address)
    page = BeautifulSoup(shown.content, "html.parser")
    assert page.find(id="day_4")["value"] == "13"  # type: ignore[index]
    assert "còn dư 8 ngày" in text(shown)
    assert page.find("svg", class_="gantt__block") is not None
    asked = {
        "template": "mac-dinh",
        "of": "mac-dinh",
        "first_day": "06/07/2021",
        "due_on": "15/10/2021",
        "day_4": "15",
    }
    longer = BeautifulSoup(drafter.get(address, asked).content, "html.parser")
    assert longer.find(id="day_4")["value"] == "15"  # type: ignore[index]
    draft = drafter.get(item(assignment, "du-thao-ke-hoach/"), asked)
    assert draft["Content-Disposition"].startswith("attachment; filename=")
    assert "word/document.xml" in ZipFile(io.BytesIO(draft.content)).namelist()
    assert not Dossier.objects.exists()
    fields = {box["name"]: box["value"] for box in longer.select("form[method=post] input[type=hidden]")}
    made = drafter.post(address, fields | {"title": "Hồ sơ năng suất"}, follow=True)
    assert "Đã lập hồ sơ từ nhiệm vụ" in text(made)
    assert "Hồ sơ năng suất" in text(made)
    shown_item = text(drafter.get(item(assignment)))
    assert "Mở hồ sơ" in shown_item
    assert "Tải dự thảo kế hoạch" in shown_item
    assert drafter.get(item(assignment, "du-thao-ke-hoach/")).status_code == 200


def test_too_little_time_is_told_with_the_ways_out_and_whose_minimum(
    drafter: Client, assignment: UUID
) -> None:
    shown = drafter.get(item(assignment, "lap-ho-so/"), {"due_on": "30/07/2021"})
    assert shown.status_code == 200
    words = text(shown)
    assert "thiếu 18 ngày làm việc" in words
    assert "bắt đầu muộn nhất ngày" in words
    assert "Chờ trả lời: 5 (Quy chế làm việc" in words
    page = BeautifulSoup(shown.content, "html.parser")
    assert page.find("form", {"method": "post", "action": item(assignment, "lap-ho-so/")}) is None


@pytest.mark.parametrize(
    "query",
    [
        {"due_on": "xx"},
        {"due_on": ""},
        {"template": "khong-co"},
        {"first_day": "31/02/2021"},
        {"due_on": "15/10/2040", "first_day": "01/10/2040"},
        {"of": "mac-dinh", "day_4": "1"},
        {"of": "mac-dinh", "day_4": "-3", "day_x": "nhiều"},
    ],
)
def test_an_address_with_nonsense_is_answered_in_words(
    drafter: Client, assignment: UUID, query: dict[str, str]
) -> None:
    assert drafter.get(item(assignment, "lap-ho-so/"), query).status_code == 200


def test_a_template_is_copied_and_a_step_is_added_reordered_and_removed(
    as_client: ClientOf, cast: Cast
) -> None:
    head = as_client("head")
    page = BeautifulSoup(head.get("/chuong-trinh/mau-cac-buoc/them/").content, "html.parser")
    assert len(page.select("input[name^=title_]")) == 9
    form = {
        "key": uuid4(), "number": 0, "name": "Mẫu ngắn",
        "order_1": 2, "title_1": "Soạn dự thảo", "durations_1": ["draft.days"],
        "order_2": 1, "title_2": "Khảo sát", "durations_2": ["research.days", "visit.days"], "owner_2": "Văn phòng Sở",
        "order_3": 3, "title_3": "",
    }  # fmt: skip
    refused = head.post("/chuong-trinh/mau-cac-buoc/them/", form | {"title_4": "Chưa chọn việc"})
    assert refused.status_code == 422
    assert "Hãy chọn ít nhất một việc" in text(refused)
    shown = text(head.post("/chuong-trinh/mau-cac-buoc/them/", form, follow=True))
    assert shown.index("Khảo sát") < shown.index("Soạn dự thảo")
    version = TemplateVersion.objects.get()
    assert [step["title"] for step in version.steps] == ["Khảo sát", "Soạn dự thảo"]
    assert "Mẫu ngắn" in text(as_client("drafter").get("/chuong-trinh/mau-cac-buoc/"))


def test_a_template_edited_twice_at_once_is_told(as_client: ClientOf, cast: Cast) -> None:
    address = f"/chuong-trinh/mau-cac-buoc/{make_template(cast.head)}/sua/"
    form = {"number": 1, "name": "Mẫu ngắn", "order_1": 1, "title_1": "Soạn", "durations_1": ["draft.days"]}
    head = as_client("head")
    assert head.post(address, form | {"key": uuid4()}).status_code == 302
    assert head.post(address, form | {"key": uuid4()}).status_code == 409


def test_pages_take_a_flat_number_of_queries(
    drafter: Client, cast: Cast, django_assert_max_num_queries: Callable[..., object]
) -> None:
    for number in range(60):
        make_assignment(cast.drafter, text=f"Việc {number}")
    drafter.get(LIST)
    with django_assert_max_num_queries(20):  # type: ignore[attr-defined]
        drafter.get(LIST)


def test_what_cannot_be_laid_out_now_says_why(drafter: Client, clerk: Client, cast: Cast) -> None:
    own = make_assignment(cast.drafter, lead="Sở Khoa học và Công nghệ")
    assert "chưa giao cho đơn vị nào" in text(drafter.get(item(own, "lap-ho-so/")))
    gone = make_assignment(cast.drafter)
    Assignment.objects.filter(uuid=gone).update(state="withdrawn")
    assert "đã rút khỏi chương trình" in text(drafter.get(item(gone, "lap-ho-so/")))
    shown = text(clerk.get(item(gone, "sua/")))
    assert "không thay đổi được nữa" in shown
    assert "Ghi bản sửa" not in shown


def test_a_programme_of_a_thousand_items_is_confirmed_on_one_page(clerk: Client, cast: Cast) -> None:
    lines = [[number, f"Việc {number}", "Văn phòng Sở", "Tháng 9"] for number in range(1, 1_201)]
    data = workbook({"CT 2021": [["TT", "Nội dung", "Chủ trì", "Thời gian"], *lines]})
    address = f"/chuong-trinh/nhap/{make_sheet(cast.clerk, data).uuid}/"
    left_out = {f"left_out_{number}": "on" for number in range(1, 1_200)}
    response = clerk.post(address, {"key": uuid4(), "title": "CT", "year": 2021} | left_out)
    assert response.status_code == 302
    assert Assignment.objects.get().text == "Việc 1"
